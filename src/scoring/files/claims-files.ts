/** An audit's `results.jsonl` and a file of labels. */
import { type LabelRow, labelRow, type ResultRow, resultRow } from "../claims/rows.js";
import { readJsonLines } from "./json.js";
import type { Located } from "./located.js";

export interface ClaimsInput {
  readonly results: readonly Located<ResultRow>[];
  readonly labels: readonly Located<LabelRow>[];
}

/** @throws YaffleError `invalid_request` with file, line and field */
export async function readClaimsFiles(resultsFile: string, labelsFile: string): Promise<ClaimsInput> {
  return { results: await readJsonLines(resultsFile, resultRow), labels: await readJsonLines(labelsFile, labelRow) };
}
