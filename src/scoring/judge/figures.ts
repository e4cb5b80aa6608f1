/** What both judges make of their rows: an item for a row that failed, and the score over all items. */
import type { Resampling } from "../../statistics/bootstrap.js";
import { type Rates, type Totals, totalsIntervals, totalsOf } from "../../statistics/totals.js";
import type { Located } from "../files/located.js";
import type { Score } from "../score.js";
import type { KeptReply, PairRow } from "./rows.js";

/** A row that could not be judged: no marks, the replies that came, and why. */
export interface FailedItem {
  readonly id: string;
  readonly original: null;
  readonly corrected: null;
  readonly replies: readonly KeptReply[];
  readonly failed: string;
}

export function failedItem({ value }: Located<PairRow>, failed: string, replies: readonly KeptReply[]): FailedItem {
  return { id: value.id, original: null, corrected: null, replies, failed };
}

/** How a judge's items are added up: the totals of one item, and the rates of their sums. */
export interface Reading<Item> {
  readonly rowOf: (item: Item) => Totals;
  readonly ratesOf: (totals: readonly Totals[]) => Rates;
}

/** @param variant names the judge beside its figures: those of different judges do not compare */
export function judgeScore<Item extends { readonly failed: string | null }>(
  variant: string,
  items: readonly Item[],
  { rowOf, ratesOf }: Reading<Item>,
  resampling: Resampling,
): Score<Item> {
  const rows = items.map(rowOf);
  const failed = items.filter((item) => item.failed !== null).length;
  return {
    score: "judge",
    variant,
    figures: { ...ratesOf([totalsOf(rows)]), judged: items.length - failed, failed },
    intervals: totalsIntervals([rows], ratesOf, resampling),
    items,
  };
}
