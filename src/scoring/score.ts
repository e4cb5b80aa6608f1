/** What every score gives: figures, their intervals and the items behind them. Doors print it, files hold it, all in one shape. */
import type { Interval, Resampling } from "../statistics/bootstrap.js";

export const SCORE_NAMES = ["chair", "pope", "mme", "amber", "claims"] as const;
export type ScoreName = (typeof SCORE_NAMES)[number];

/** Figures and items bear the names that files and the wire bear (snake_case): they are keys of published results. */
export interface Score<Item extends object = object> {
  readonly score: ScoreName | "judge";
  /** Which rules were followed: two variants of a score are not to be compared. */
  readonly variant: string;
  /** Rates and counts by name; null where a rate has no value (nothing stands below the line). */
  readonly figures: Readonly<Record<string, number | null>>;
  /** 95% intervals of the rates that have one. */
  readonly intervals: Readonly<Record<string, Interval>>;
  readonly items: readonly Item[];
}

/** The contract's `--seed 1 --resamples 1000`. */
export const DEFAULT_RESAMPLING: Resampling = { seed: 1, resamples: 1000 };

/** The score without its items, as one JSON document. */
export function scoreDocument({ score, variant, figures, intervals }: Score): Readonly<Record<string, unknown>> {
  return { score, variant, ...figures, intervals };
}

/** Part of a whole; null where the whole is nothing. */
export function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
