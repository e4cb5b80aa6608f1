/** What a batch gives: the audit's results and errors as OpenAI's output lines, one file of each. */
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { ERRORS_FILE, RESULTS_FILE } from "../audit/journal/journal.js";
import { readLines } from "../audit/rows/lines.js";
import { ERROR_CODES, type ErrorCode } from "../domain/error.js";
import { PROTOCOL_CODES } from "../wire/error-codes.js";
import { openAiErrorOf } from "../wire/openai-error.js";

/** What an audit wrote itself is taken whole. */
const MAX_LINE_BYTES = 1024 * 1024 * 1024;

const resultSchema = z.looseObject({ id: z.string(), row: z.object({ line: z.int() }) });
const errorSchema = z.object({
  id: z.string().nullable(),
  line: z.int(),
  error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }),
});
export type WrittenFailure = z.infer<typeof errorSchema>;

/** A report without what the audit noted of its row, or what went wrong. */
export type BatchResult =
  | { readonly type: "report"; readonly line: number; readonly id: string; readonly report: Readonly<Record<string, unknown>> }
  | { readonly type: "error"; readonly line: number; readonly id: string | null; readonly code: ErrorCode; readonly message: string };

/** A line of results.jsonl. */
export function resultOf(bytes: Buffer): BatchResult {
  const { row, ...report } = resultSchema.parse(JSON.parse(bytes.toString("utf8")));
  return { type: "report", line: row.line, id: report.id, report };
}

/** A line of errors.jsonl. */
export function failureOf(bytes: Buffer): BatchResult {
  const { id, line, error } = errorSchema.parse(JSON.parse(bytes.toString("utf8")));
  return { type: "error", line, id, ...error };
}

/** The line of an output or error file. */
export function outputLine(batchId: string, result: BatchResult): string {
  const id = `batch_req_${batchId.replace("batch_", "")}_${result.line}`;
  const { type, ...facts } = result;
  const said = type === "report" ? answered(id, 200, result.report) : failedLine(id, result.code, result.message);
  return `${JSON.stringify({ id, custom_id: facts.id, ...said })}\n`;
}

function failedLine(requestId: string, code: ErrorCode, message: string): object {
  return { ...answered(requestId, PROTOCOL_CODES[code].http, openAiErrorOf({ code, message, faults: [] })), error: { code, message } };
}

function answered(requestId: string, status: number, body: object): object {
  return { response: { status_code: status, request_id: requestId, body }, error: null };
}

/** Writes the output lines of what the audit in the folder has. */
export async function writeOutput(batchId: string, audit: string, kind: "results" | "errors", to: string): Promise<void> {
  const [name, read] = kind === "results" ? ([RESULTS_FILE, resultOf] as const) : ([ERRORS_FILE, failureOf] as const);
  const lines = async function* (): AsyncGenerator<string, void> {
    for await (const { bytes } of readLines(join(audit, name), MAX_LINE_BYTES)) if (bytes !== null) yield outputLine(batchId, read(bytes));
  };
  await pipeline(Readable.from(lines()), createWriteStream(to));
}

/** Whether the audit in the folder has any of these. */
export async function hasAny(audit: string, kind: "results" | "errors"): Promise<boolean> {
  const facts = await stat(join(audit, kind === "results" ? RESULTS_FILE : ERRORS_FILE)).catch(() => null);
  return facts !== null && facts.size > 0;
}

/** The bytes of a file, as they are asked for. */
export function contentOf(path: string): Readable {
  return createReadStream(path);
}
