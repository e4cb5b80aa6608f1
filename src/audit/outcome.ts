/** What became of a row: a report or an error, in the form in which it goes to a file and through a queue. */
import { z } from "zod";
import type { ErrorCode } from "../domain/error.js";
import type { WireReport } from "../wire/report-schema.js";

/** The row that a report is of, so that a result can be read without the rows' file. */
export interface RowFacts {
  /** Of the rows' file, from 1. */
  readonly line: number;
  /** Absolute paths of the pictures; null for one that stood in the row itself. */
  readonly images: readonly (string | null)[];
  readonly prompt: string | null;
  /** Who wrote the response, where the row says so. */
  readonly model: string | null;
}

/** A line of results.jsonl: the report, and the row that it is of. */
export type ResultLine = WireReport & { readonly row: RowFacts };

/** A line of errors.jsonl. */
export interface ErrorLine {
  /** Null where the line has none that can be read. */
  readonly id: string | null;
  readonly line: number;
  readonly error: { readonly code: ErrorCode; readonly message: string };
}

export type Outcome = { readonly type: "result"; readonly result: ResultLine } | { readonly type: "error"; readonly error: ErrorLine };

/** The rows' line that an outcome is of. */
export function lineOf(outcome: Outcome): number {
  return outcome.type === "result" ? outcome.result.row.line : outcome.error.line;
}

const count = z.int().min(0);
const counts = z.object({ supported: count, refuted: count, unverifiable: count });

/** What an audit reads of its own results: enough to go on and to sum up. */
export const writtenResultSchema = z.object({
  id: z.string(),
  changed: z.boolean(),
  summary: counts.extend({ claims: count, by_kind: z.record(z.string(), counts) }),
  row: z.object({ line: z.int().min(1), model: z.string().nullable() }),
});
export type WrittenResult = z.infer<typeof writtenResultSchema>;

/** What an audit reads of its own errors. */
export const writtenErrorSchema = z.object({
  id: z.string().nullable(),
  line: z.int().min(1),
  error: z.object({ code: z.string(), message: z.string() }),
});
export type WrittenError = z.infer<typeof writtenErrorSchema>;
