/**
 * The lines of a batch's file: OpenAI's request lines or rows of Yaffle's own, told apart by the first line.
 *
 * Pictures stand in the lines: a caller of a service must not read its files by naming them.
 */
import type { Format } from "../audit/formats/format.js";
import { FORMATS } from "../audit/formats/formats.js";
import type { ImageFinder } from "../audit/formats/image-finder.js";
import { readLines } from "../audit/rows/lines.js";
import { type RowSource, readRows } from "../audit/rows/read-rows.js";
import { refusal } from "../wire/faults.js";
import { sourceOf } from "../wire/input.js";
import { DEFAULT_OPTIONS } from "../wire/options.js";
import type { BatchError, StoredBatch } from "./stored.js";

export type LineFormat = NonNullable<StoredBatch["format"]>;

/** More faults than these would help nobody. */
const MOST_ERRORS = 20;

export interface InputLimits {
  readonly maxLineBytes: number;
  /** Lines of one batch. */
  readonly maxRows: number;
}

const picturesInLines: ImageFinder = {
  named: (text, field) => {
    const source = sourceOf(text, field);
    if (source.type === "file")
      throw refusal([{ path: field, message: "names a file; in a batch a picture stands in its line, as a data: URI" }]);
    return source;
  },
  numbered: async (_id, field) => {
    throw refusal([{ path: field, message: "is a number; in a batch a picture stands in its line, as a data: URI" }]);
  },
};

export function inputOf(path: string, format: LineFormat, maxLineBytes: number): RowSource {
  const named: Format = FORMATS[format];
  return { path, format: named, maxLineBytes, context: { images: picturesInLines, questions: null, options: DEFAULT_OPTIONS } };
}

/** What a first reading of the whole file says. */
export interface Inspection {
  readonly format: LineFormat;
  readonly rows: number;
  /** Why the batch cannot be begun; none where it can. A bad line among good ones is no reason: it is that line's own outcome. */
  readonly errors: readonly BatchError[];
}

export async function inspect(path: string, limits: InputLimits, signal: AbortSignal): Promise<Inspection> {
  const format = await formatOf(path, limits.maxLineBytes);
  const errors: BatchError[] = [];
  let [rows, good] = [0, 0];
  for await (const one of readRows(inputOf(path, format, limits.maxLineBytes))) {
    signal.throwIfAborted();
    rows += 1;
    if (rows > limits.maxRows)
      return {
        format,
        rows,
        errors: [{ code: "request_too_large", message: `has more than the ${limits.maxRows} lines that are allowed`, line: null }],
      };
    if (one.type === "row") good += 1;
    else if (errors.length < MOST_ERRORS) errors.push({ ...one.error.error, line: one.error.line });
  }
  if (rows === 0) return { format, rows, errors: [{ code: "invalid_request", message: "The file has no lines.", line: null }] };
  return { format, rows, errors: good > 0 ? [] : errors };
}

/** By the name of the id in the first line that has something on it. */
async function formatOf(path: string, maxLineBytes: number): Promise<LineFormat> {
  for await (const { bytes } of readLines(path, maxLineBytes)) {
    const text = bytes?.toString("utf8").trim();
    if (text !== "") return text !== undefined && /"custom_id"\s*:/.test(text) ? "openai" : "rows";
  }
  return "rows";
}
