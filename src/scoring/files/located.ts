/** A row and where it stands, so that a complaint about it can say file, line and field. */
import { YaffleError } from "../../domain/error.js";

export interface Located<Row> {
  readonly value: Row;
  /** As the caller named it; for rows that came in a request, the field that held them. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** The complaint about one field of a row (null: the row as a whole). Code `invalid_request`. */
export function wrongRow({ file, line }: Omit<Located<unknown>, "value">, field: string | null, message: string): YaffleError {
  return wrong(file, line, field, message);
}

/** The complaint about a file that is one document; `field` is a path in it ("annotations.12.image_id"). Code `invalid_request`. */
export function wrongDocument(file: string, field: string | null, message: string): YaffleError {
  return wrong(file, null, field, message);
}

function wrong(file: string, line: number | null, field: string | null, message: string): YaffleError {
  const place = [file, ...(line === null ? [] : [`line ${line}`]), ...(field === null || field === "" ? [] : [`field "${field}"`])].join(
    ", ",
  );
  const path = [file, ...(line === null ? [] : [line]), ...(field === null || field === "" ? [] : [field])].join(":");
  return new YaffleError("invalid_request", `${place}: ${message}`, { faults: [{ path, message }] });
}

/** @throws YaffleError `invalid_request` at the second row with the same key; rows without a key (null) are passed over */
export function refuseRepeats<Row>(rows: readonly Located<Row>[], field: string, keyOf: (row: Row) => string | null): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row.value);
    if (key === null) continue;
    const earlier = lines.get(key);
    if (earlier !== undefined) throw wrongRow(row, field, `${key} stands already in line ${earlier}.`);
    lines.set(key, row.line);
  }
}
