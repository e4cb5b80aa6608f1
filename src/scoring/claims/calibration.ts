/**
 * Expected calibration error (Naeini et al. 2015): how far stated probabilities lie from the share that came true, over ten bins of equal
 * width, weighted by their claims. On few claims it comes out too high even where the probabilities are perfect.
 */
import { type Totals, totalsOf } from "../../statistics/totals.js";
import type { ClaimItem } from "./rows.js";

const BINS = 10;
/** Claims, sum of probabilities, claims that are true. */
const COLUMNS_A_BIN = 3;

/** Sums for each bin; items without a probability are passed over. */
export function calibrationRow(items: readonly ClaimItem[]): Totals {
  return totalsOf(
    items.flatMap(({ probability, label }) => (probability === null ? [] : [binRow(probability, label === "supported")])),
    BINS * COLUMNS_A_BIN,
  );
}

/** @param sums as `calibrationRow` makes them, added up; @returns 0 to 1, null where no item had a probability */
export function calibrationError(sums: Totals): number | null {
  let claims = 0;
  let distance = 0;
  for (let start = 0; start < sums.length; start += COLUMNS_A_BIN) {
    claims += sums[start] ?? 0;
    distance += Math.abs((sums[start + 1] ?? 0) - (sums[start + 2] ?? 0));
  }
  return claims > 0 ? distance / claims : null;
}

function binRow(probability: number, isTrue: boolean): Totals {
  const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
  const row = Array.from({ length: BINS * COLUMNS_A_BIN }, () => 0);
  row[bin * COLUMNS_A_BIN] = 1;
  row[bin * COLUMNS_A_BIN + 1] = probability;
  row[bin * COLUMNS_A_BIN + 2] = isTrue ? 1 : 0;
  return row;
}
