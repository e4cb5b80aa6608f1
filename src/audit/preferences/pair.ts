/**
 * Corrections as pairs to learn from: the corrected text is preferred to the original.
 *
 * A pair is worth having only where the correction is better for certain, as far as Yaffle can tell: it changed something, and what it
 * wrote was judged again and holds no refuted claim. Open claims stay in both texts, so a pair teaches nothing about them.
 */
import type { ResultLine } from "../outcome.js";

/** A range that differs, in both texts; one of the two is empty where something came or went. Offsets are in UTF-16 units. */
export interface PairSegment {
  readonly rejected: string;
  readonly rejected_start: number;
  readonly rejected_end: number;
  readonly chosen: string;
  readonly chosen_start: number;
  readonly chosen_end: number;
}

export interface PreferencePair {
  readonly id: string;
  readonly model: string | null;
  /** Files, in the order of the row. */
  readonly images: readonly string[];
  readonly prompt: string;
  readonly chosen: string;
  readonly rejected: string;
  readonly segments: readonly PairSegment[];
}

export const REASONS_LEFT_OUT = ["unchanged", "not_judged_again", "still_refuted", "no_picture"] as const;
export type ReasonLeftOut = (typeof REASONS_LEFT_OUT)[number];

/** Why a report gives no pair, whatever its row; null where it may give one. */
export function reasonLeftOut({ changed, corrected_summary: after }: ResultLine): Exclude<ReasonLeftOut, "no_picture"> | null {
  if (!changed) return "unchanged";
  if (after === null) return "not_judged_again";
  return after.refuted > 0 ? "still_refuted" : null;
}

/** Each edit as the range that it took out and the range that it put in. */
export function segmentsOf({ original, edits }: Pick<ResultLine, "original" | "edits">): readonly PairSegment[] {
  let shift = 0;
  return edits.map(({ span, replacement }) => {
    const start = span.start + shift;
    shift += replacement.length - (span.end - span.start);
    return {
      rejected: original.slice(span.start, span.end),
      rejected_start: span.start,
      rejected_end: span.end,
      chosen: replacement,
      chosen_start: start,
      chosen_end: start + replacement.length,
    };
  });
}
