/** Counts and rates of yes/no answers against the truth, for whichever class is the positive one. */
import type { Rates, Totals } from "../statistics/totals.js";
import { share } from "./score.js";

export interface Outcome {
  readonly predicted: boolean;
  readonly actual: boolean;
}

/** True positives, false positives, true negatives, false negatives: 1 in one place, 0 elsewhere. */
export function outcomeRow({ predicted, actual }: Outcome): Totals {
  return [predicted && actual, predicted && !actual, !predicted && !actual, !predicted && actual].map(Number);
}

/** Accuracy, precision, recall, F1 and share of positive predictions; null where nothing stands below the line. */
export function outcomeRates([truePositive = 0, falsePositive = 0, trueNegative = 0, falseNegative = 0]: Totals) {
  const all = truePositive + falsePositive + trueNegative + falseNegative;
  return {
    accuracy: share(truePositive + trueNegative, all),
    precision: share(truePositive, truePositive + falsePositive),
    recall: share(truePositive, truePositive + falseNegative),
    f1: share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative),
    yes_ratio: share(truePositive + falsePositive, all),
  } satisfies Rates;
}
