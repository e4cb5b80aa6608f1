/** The rows of a file in any of the formats, one at a time. A line that is no row is said to be bad, and the reading goes on. */
import { asYaffleError, type YaffleError } from "../../domain/error.js";
import { refusal } from "../../wire/faults.js";
import { decodeJson } from "../../wire/text.js";
import type { Format, FormatContext } from "../formats/format.js";
import { IdSet } from "./id-set.js";
import { type Line, readLines } from "./lines.js";
import type { ReadRow } from "./row.js";

export interface RowSource {
  readonly path: string;
  readonly format: Format;
  readonly context: FormatContext;
  /** A longer line is a bad row, so that no line can take all memory. */
  readonly maxLineBytes: number;
}

/** Lines with nothing on them are passed over. @throws what the file system throws */
export async function* readRows({ path, format, context, maxLineBytes }: RowSource): AsyncGenerator<ReadRow, void> {
  const seen = new IdSet();
  let position = 0;
  for await (const line of readLines(path, maxLineBytes)) {
    if (isBlank(line)) continue;
    yield await readRow(line, position, format, context, maxLineBytes, seen);
    position += 1;
  }
}

async function readRow(
  { number, bytes, end }: Line,
  position: number,
  format: Format,
  context: FormatContext,
  maxLineBytes: number,
  seen: IdSet,
): Promise<ReadRow> {
  let id: string | null = null;
  try {
    if (bytes === null) throw refusal([{ path: "the line", message: `has more than the ${maxLineBytes} bytes that are allowed` }]);
    const value = decodeJson(number === 1 ? withoutMark(bytes) : bytes, "the line");
    id = idIn(value, format.idField);
    const draft = await format.read(value, position, context);
    id = draft.id;
    if (!seen.add(draft.id)) throw refusal([{ path: format.idField, message: `${draft.id} stands in an earlier line` }]);
    return { type: "row", row: { line: number, ...draft }, end };
  } catch (thrown) {
    const { code, message } = badRow(thrown);
    return { type: "bad", error: { id, line: number, error: { code, message } }, end };
  }
}

function badRow(thrown: unknown): YaffleError {
  const error = asYaffleError(thrown);
  if (error.code === "internal") throw thrown;
  return error;
}

function isBlank({ bytes }: Line): boolean {
  return bytes !== null && bytes.length < 1024 && bytes.toString("latin1").trim() === "";
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function withoutMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
}

/** The id of a row that may have other faults. */
function idIn(value: unknown, field: string): string | null {
  if (typeof value !== "object" || value === null || !(field in value)) return null;
  const id: unknown = Object.entries(value).find(([name]) => name === field)?.[1];
  return (typeof id === "string" && id.isWellFormed()) || typeof id === "number" ? String(id) : null;
}
