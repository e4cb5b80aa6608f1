/**
 * Verdicts against people's labels, claim by claim.
 *
 * Accuracy and each class's precision, recall and F1 with their plain means are UniHD's (Chen et al. 2024, MHaluBench), over the labels
 * that met a decided claim; `coverage` says which share that is, since figures of the decided alone can be had by deciding little.
 * `faith_score` is FaithScore's (Jing et al. 2024): supported facts of all decided, a mean over responses; it needs no label.
 * `correction_right`, `_missed` and `_harmful` are Woodpecker's (Yin et al. 2023): what follows if every refuted claim is mended, and no
 * other. An open claim is left as it is: right where it is true, missed where it is not. The three sum to 1.
 */
import type { Resampling } from "../../statistics/bootstrap.js";
import { type Rates, type Totals, totalsIntervals, totalsOf } from "../../statistics/totals.js";
import { type Located, refuseRepeats, wrongRow } from "../files/located.js";
import { type Score, share } from "../score.js";
import { calibrationError, calibrationRow } from "./calibration.js";
import { matchLabels } from "./match.js";
import type { ClaimItem, Label, LabelRow, ResultRow } from "./rows.js";

/**
 * `unmatched` counts labels that met no claim; they enter no rate. Intervals are drawn over responses.
 * @throws YaffleError `invalid_request` where an id stands twice, or no id of the labels is one of the results
 */
export function scoreClaims(
  results: readonly Located<ResultRow>[],
  labels: readonly Located<LabelRow>[],
  resampling: Resampling,
): Score<ClaimItem> {
  refuseRepeats(results, "id", ({ id }) => id);
  refuseRepeats(labels, "id", ({ id }) => id);
  const byId = new Map(results.map(({ value }) => [value.id, value]));
  const [first] = labels;
  if (first !== undefined && !labels.some(({ value }) => byId.has(value.id))) {
    throw wrongRow(first, "id", `${first.value.id} is the id of no result, and so are all others.`);
  }
  const matched = labels.map(({ value }) => ({ id: value.id, items: matchLabels(value, byId.get(value.id) ?? null) }));
  const itemsOf = new Map(matched.map(({ id, items }) => [id, items]));
  const items = matched.flatMap((one) => one.items);
  // Results without a label still count for the score that needs none.
  const rows = [...new Set([...byId.keys(), ...itemsOf.keys()])].map((id) => rowOf(itemsOf.get(id) ?? [], byId.get(id) ?? null));
  return {
    score: "claims",
    variant: "decided",
    figures: {
      ...ratesOf([totalsOf(rows)]),
      labels: items.length,
      unmatched: items.filter(({ verdict }) => verdict === null).length,
    },
    intervals: totalsIntervals([rows], ratesOf, resampling),
    items,
  };
}

/** A response's row: labels by class and verdict (6), then its faith score and 1 where it has one (2), then calibration. */
function rowOf(items: readonly ClaimItem[], result: ResultRow | null): Totals {
  const met = items.filter(({ verdict }) => verdict !== null);
  const count = (label: Label, verdict: ClaimItem["verdict"]) =>
    met.filter((item) => item.label === label && item.verdict === verdict).length;
  const counts = (["supported", "refuted"] as const).flatMap((label) => [
    ...[count(label, "supported"), count(label, "refuted"), count(label, "unverifiable")],
  ]);
  const supported = result?.claims.filter(({ verdict }) => verdict === "supported").length ?? 0;
  const refuted = result?.claims.filter(({ verdict }) => verdict === "refuted").length ?? 0;
  const faith = share(supported, supported + refuted);
  return [...counts, faith ?? 0, faith === null ? 0 : 1, ...calibrationRow(met)];
}

const CALIBRATION_STARTS = 8;

function ratesOf([totals = []]: readonly Totals[]): Rates {
  const [trueKept = 0, trueRefuted = 0, trueOpen = 0, falseKept = 0, falseRefuted = 0, falseOpen = 0, faith = 0, faithful = 0] = totals;
  const decided = trueKept + trueRefuted + falseKept + falseRefuted;
  const all = decided + trueOpen + falseOpen;
  const supported = classRates(trueKept, falseKept, trueRefuted);
  const refuted = classRates(falseRefuted, trueRefuted, falseKept);
  return {
    accuracy: share(trueKept + falseRefuted, decided),
    coverage: share(decided, all),
    ...prefixed("supported", supported),
    ...prefixed("refuted", refuted),
    ...prefixed("macro", {
      precision: mean(supported.precision, refuted.precision),
      recall: mean(supported.recall, refuted.recall),
      f1: mean(supported.f1, refuted.f1),
    }),
    calibration_error: calibrationError(totals.slice(CALIBRATION_STARTS)),
    faith_score: share(faith, faithful),
    correction_right: share(trueKept + trueOpen + falseRefuted, all),
    correction_missed: share(falseKept + falseOpen, all),
    correction_harmful: share(trueRefuted, all),
  };
}

function classRates(hits: number, falseAlarms: number, misses: number) {
  return {
    precision: share(hits, hits + falseAlarms),
    recall: share(hits, hits + misses),
    f1: share(2 * hits, 2 * hits + falseAlarms + misses),
  };
}

function mean(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : (a + b) / 2;
}

function prefixed(name: string, rates: Rates): Rates {
  return Object.fromEntries(Object.entries(rates).map(([rate, value]) => [`${name}_${rate}`, value]));
}
