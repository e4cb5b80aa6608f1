/**
 * An audit: rows in; results.jsonl, errors.jsonl, summary.json and report.html out.
 *
 * The journal decides what is done: what the queue delivers twice is written once, what an earlier session wrote is not asked again.
 */
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { YaffleError } from "../domain/error.js";
import { codeOf, writeWhole } from "../files.js";
import { makeFolder } from "../folders.js";
import type { ImageLimits } from "../image/source.js";
import { hasJournal, Journal, RESULTS_FILE } from "./journal/journal.js";
import { lockFolder } from "./journal/lock.js";
import type { ProgressState } from "./progress.js";
import type { Priority, RowQueue } from "./queue/row-queue.js";
import { writeReport } from "./report/write-report.js";
import { type RowSource, readRows } from "./rows/read-rows.js";
import type { ReadRow, Row } from "./rows/row.js";
import { type JudgedBy, runIdOf } from "./run-file.js";
import { type AuditSummary, SummaryBuilder } from "./summary/summary.js";

export const SUMMARY_FILE = "summary.json";
export const REPORT_FILE = "report.html";

export interface Audit {
  readonly rows: RowSource;
  readonly folder: string;
  readonly queue: RowQueue;
  readonly priority: Priority;
  /** Of the pictures that report.html shows; null for an audit without that page. */
  readonly limits: ImageLimits | null;
  /** Left out where the run does not know. */
  readonly judgedBy?: JudgedBy;
  /** More failed rows than this end the run; null for no bound. */
  readonly maxErrors: number | null;
  /** Aborted: what was begun is finished, and the summary is that of what is done. */
  readonly signal: AbortSignal;
  /** Told of the first state before anything is done, and of each further one. */
  onProgress(state: ProgressState): void;
}

export interface AuditEnding {
  readonly summary: AuditSummary;
  readonly end: "done" | "too_many_errors" | "interrupted";
}

/**
 * Refuses what would spoil an earlier run, before anything is written.
 * @throws YaffleError invalid_request where the folder has results and none are to be continued, or there are no rows
 */
export async function checkFolder(folder: string, rowsPath: string, resume: boolean): Promise<void> {
  await requireRowsFile(rowsPath);
  if (!resume && (await hasJournal(folder)))
    throw new YaffleError("invalid_request", `${folder} holds the results of an audit; continue it with --resume, or name another folder.`);
}

async function requireRowsFile(path: string): Promise<void> {
  if (path === "-") throw readOnce("Standard input");
  const facts = await stat(path).catch((error: unknown) => codeOf(error) ?? String(error));
  if (facts === "ENOENT") throw new YaffleError("invalid_request", `There is no file ${path}; name the file of the rows.`);
  if (typeof facts === "string") throw new YaffleError("invalid_request", `The rows' file ${path} cannot be read (${facts}).`);
  if (facts.isDirectory()) throw new YaffleError("invalid_request", `${path} is a folder; name the file of the rows in it.`);
  if (!facts.isFile()) throw readOnce(path);
}

function readOnce(what: string): YaffleError {
  const why = "an audit reads its rows more than once, to show their pictures and to continue with --resume";
  return new YaffleError("invalid_request", `${what} can be read only once, and ${why}: write the rows to a file first.`);
}

/**
 * @throws YaffleError invalid_request where the folder belongs to other rows; conflict where another process works on it; what the
 * queue throws
 */
export async function runAudit(audit: Audit): Promise<AuditEnding> {
  const { folder } = audit;
  await makeFolder(folder);
  const unlock = await lockFolder(folder);
  try {
    return await runLocked(audit);
  } finally {
    await unlock();
  }
}

async function runLocked(audit: Audit): Promise<AuditEnding> {
  const { rows, folder, queue, priority, limits, maxErrors, signal, onProgress } = audit;
  const id = await runIdOf(folder, audit.judgedBy ?? null);
  const builder = new SummaryBuilder();
  const journal = await Journal.open(folder, {
    onResult: (result) => builder.addResult(result),
    onError: (error) => builder.addError(error),
  });
  try {
    const { size } = await stat(rows.path);
    const enough = new AbortController();
    let behind = 0;
    let isRead = false;
    let lastLine = 0;
    const hasTooManyErrors = (): boolean => maxErrors !== null && builder.failed > maxErrors;
    const tell = (): void => {
      onProgress({ rows: builder.rows, failed: builder.failed, share: size === 0 ? 1 : behind / size });
      if (hasTooManyErrors()) enough.abort();
    };
    const pending = async function* (): AsyncGenerator<Row, void> {
      for await (const one of readRows(rows)) {
        if (enough.signal.aborted) return;
        behind = one.end;
        lastLine = lineOf(one);
        if (isDone(one, journal, folder)) continue;
        if (one.type === "row") yield one.row;
        else {
          await journal.write({ type: "error", error: one.error });
          tell();
        }
        if (signal.aborted) return;
      }
      if (journal.ledger.last > lastLine) throw otherRows(journal.ledger.last, folder);
      isRead = true;
    };
    tell();
    const run = { id, priority, signal: AbortSignal.any([signal, enough.signal]) };
    for await (const outcome of queue.process(pending(), run)) {
      if (await journal.write(outcome)) tell();
    }
    const end = hasTooManyErrors() ? "too_many_errors" : signal.aborted ? "interrupted" : "done";
    const summary = builder.build(isRead && end === "done");
    await writeWhole(join(folder, SUMMARY_FILE), `${JSON.stringify(summary, null, 2)}\n`);
    const resultsFile = join(folder, RESULTS_FILE);
    if (limits !== null)
      await writeReport({ title: basename(rows.path), resultsFile, summary, rows, limits, out: join(folder, REPORT_FILE) });
    return { summary, end };
  } finally {
    await journal.close();
  }
}

function isDone(one: ReadRow, { ledger }: Journal, folder: string): boolean {
  const { line, id } = one.type === "row" ? one.row : one.error;
  if (!ledger.isDone(line)) return false;
  if (ledger.isDoneBy(line, id) || ledger.isDoneBy(line, null)) return true;
  throw otherRows(line, folder);
}

function lineOf(one: ReadRow): number {
  return one.type === "row" ? one.row.line : one.error.line;
}

function otherRows(line: number, folder: string): YaffleError {
  return new YaffleError(
    "invalid_request",
    `Line ${line} is not the row that ${folder} has a result for: the run was begun with other rows. Name another folder.`,
  );
}
