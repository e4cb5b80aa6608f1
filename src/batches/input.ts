/**
 * The lines of a batch's file: OpenAI's request lines or rows of Yaffle's own, told apart by the first line that says it.
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
        errors: [
          { code: "request_too_large", message: `The file has more lines than the ${limits.maxRows} that are allowed.`, line: null },
        ],
      };
    if (one.type === "row") good += 1;
    else if (errors.length < MOST_ERRORS) errors.push({ ...one.error.error, line: one.error.line });
  }
  if (rows === 0) return { format, rows, errors: [{ code: "invalid_request", message: "The file has no lines.", line: null }] };
  return { format, rows, errors: good > 0 ? [] : errors };
}

/** By the first line that says it: a broken one at the beginning must not make all others be read for what they are not. */
async function formatOf(path: string, maxLineBytes: number): Promise<LineFormat> {
  let guess: LineFormat | null = null;
  for await (const { bytes } of readLines(path, maxLineBytes)) {
    if (bytes === null) continue;
    const names = fieldsIn(bytes);
    if (names.includes("custom_id")) return "openai";
    if (names.includes("id")) return "rows";
    // Where no line can be read, all have failed: then as what is all that is left to say.
    if (bytes.includes(CUSTOM_ID)) guess ??= "openai";
  }
  return guess ?? "rows";
}

const CUSTOM_ID = '"custom_id"';

/** None where the line is no object. */
function fieldsIn(line: Buffer): readonly string[] {
  try {
    const value: unknown = JSON.parse(line.toString("utf8").replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null ? Object.keys(value) : [];
  } catch {
    return [];
  }
}
