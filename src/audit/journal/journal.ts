/**
 * The two files that an audit writes row by row, and what they hold from before.
 *
 * A row's outcome is one line, written by one call to one of the files. A process that is killed leaves at most a part of its last
 * line; that part is cut off when the run is continued, and the row is done again.
 */
import { type FileHandle, open, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { YaffleError } from "../../domain/error.js";
import { lineOf, type Outcome, type WrittenError, type WrittenResult, writtenErrorSchema, writtenResultSchema } from "../outcome.js";
import { readLines } from "../rows/lines.js";
import { Ledger } from "./ledger.js";

export const RESULTS_FILE = "results.jsonl";
export const ERRORS_FILE = "errors.jsonl";

/** A report of 20,000 characters with all its evidence is far below this. */
const MAX_WRITTEN_LINE_BYTES = 1024 * 1024 * 1024;

/** Told of each outcome, whether it was found or is written now. */
export interface JournalReader {
  onResult(result: WrittenResult): void;
  onError(error: WrittenError): void;
}

/** Whether an audit has written to the folder before. */
export async function hasJournal(folder: string): Promise<boolean> {
  const found = await Promise.all([RESULTS_FILE, ERRORS_FILE].map((name) => stat(join(folder, name)).catch(() => null)));
  return found.some((facts) => facts !== null);
}

export class Journal {
  readonly ledger: Ledger;
  readonly #results: FileHandle;
  readonly #errors: FileHandle;
  readonly #reader: JournalReader;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(ledger: Ledger, results: FileHandle, errors: FileHandle, reader: JournalReader) {
    this.ledger = ledger;
    this.#results = results;
    this.#errors = errors;
    this.#reader = reader;
  }

  /**
   * Cuts torn last lines off; tells the reader what is there. The folder must be there, and nobody else may write to it.
   * @throws YaffleError invalid_request where a line of the files was not written by an audit
   */
  static async open(folder: string, reader: JournalReader): Promise<Journal> {
    const ledger = new Ledger();
    await recover(join(folder, RESULTS_FILE), writtenResultSchema, (result) => {
      if (ledger.mark(result.row.line, result.id)) reader.onResult(result);
    });
    await recover(join(folder, ERRORS_FILE), writtenErrorSchema, (error) => {
      if (ledger.mark(error.line, error.id)) reader.onError(error);
    });
    const results = await open(join(folder, RESULTS_FILE), "a");
    return new Journal(ledger, results, await open(join(folder, ERRORS_FILE), "a"), reader);
  }

  /** Writes an outcome, once: that of a line which is done is dropped. @returns whether it was written */
  write(outcome: Outcome): Promise<boolean> {
    const written = this.#last.then(() => this.#append(outcome));
    this.#last = written.catch(() => undefined);
    return written;
  }

  async close(): Promise<void> {
    await this.#last;
    for (const handle of [this.#results, this.#errors]) {
      await handle.sync();
      await handle.close();
    }
  }

  async #append(outcome: Outcome): Promise<boolean> {
    if (this.ledger.isDone(lineOf(outcome))) return false;
    if (outcome.type === "result") {
      await this.#results.appendFile(`${JSON.stringify(outcome.result)}\n`);
      this.ledger.mark(outcome.result.row.line, outcome.result.id);
      this.#reader.onResult(outcome.result);
    } else {
      await this.#errors.appendFile(`${JSON.stringify(outcome.error)}\n`);
      this.ledger.mark(outcome.error.line, outcome.error.id);
      this.#reader.onError(outcome.error);
    }
    return true;
  }
}

async function recover<Line>(path: string, schema: z.ZodType<Line>, found: (line: Line) => void): Promise<void> {
  if ((await stat(path).catch(() => null)) === null) return;
  let whole = 0;
  for await (const { number, bytes, isWhole, end } of readLines(path, MAX_WRITTEN_LINE_BYTES)) {
    if (!isWhole) break;
    const line = schema.safeParse(parsed(bytes));
    if (!line.success)
      throw new YaffleError("invalid_request", `${path}, line ${number}: was not written by an audit; use another folder.`);
    found(line.data);
    whole = end;
  }
  await truncate(path, whole);
}

function parsed(bytes: Buffer | null): unknown {
  try {
    return JSON.parse(String(bytes));
  } catch {
    return null;
  }
}
