/** A row of an audit: pictures and what was said about them. It is plain JSON, so that it can travel through a queue. */
import type { RowDraft } from "../formats/format.js";
import type { ErrorLine } from "../outcome.js";

export interface Row extends RowDraft {
  /** Of the rows' file, from 1. */
  readonly line: number;
}

/** A line as it was read: a row, or what is wrong with it. `end`: bytes of the file up to and with this line. */
export type ReadRow =
  | { readonly type: "row"; readonly row: Row; readonly end: number }
  | { readonly type: "bad"; readonly error: ErrorLine; readonly end: number };
