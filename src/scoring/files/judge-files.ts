/** Responses before and after correction. */
import { type PairRow, pairRow } from "../judge/rows.js";
import { readJsonLines } from "./json.js";
import type { Located } from "./located.js";

/** @throws YaffleError `invalid_request` with file, line and field */
export function readPairs(file: string): Promise<readonly Located<PairRow>[]> {
  return readJsonLines(file, pairRow);
}
