/** What is kept of a report to be set beside another of the same row: its numbers, and the verdict of each claim. */
import { createHash } from "node:crypto";
import { CLAIM_KINDS } from "../../domain/claim.js";
import type { Verdict } from "../../domain/judgement.js";
import type { Totals } from "../../statistics/totals.js";
import type { ResultLine } from "../outcome.js";
import { readResults } from "../results.js";

export interface Reading {
  readonly id: string;
  /** Of the original; equal where both audits read the same text. */
  readonly text: string;
  readonly model: string | null;
  readonly refuted: number;
  readonly changed: boolean;
  /** Supported, refuted, unverifiable for each kind in the order of `CLAIM_KINDS`; then supported and refuted after correction. */
  readonly numbers: Totals;
  /** By kind, place and words of the claim. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** Columns of `numbers` for a kind. */
export const COLUMNS_A_KIND = 3;
export const AFTER = CLAIM_KINDS.length * COLUMNS_A_KIND;
export const READING_WIDTH = AFTER + 2;

/** The readings of a results.jsonl by row. @throws YaffleError invalid_request as `readResults` does */
export async function readReadings(path: string): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>();
  for await (const report of readResults(path)) readings.set(report.id, readingOf(report));
  return readings;
}

export function readingOf({ id, original, row, summary, changed, claims, corrected_summary: after }: ResultLine): Reading {
  return {
    id,
    text: createHash("sha256").update(original).digest("base64"),
    model: row.model,
    refuted: summary.refuted,
    changed,
    numbers: [
      ...CLAIM_KINDS.flatMap((kind) => {
        const { supported = 0, refuted = 0, unverifiable = 0 } = summary.by_kind[kind] ?? {};
        return [supported, refuted, unverifiable];
      }),
      after?.supported ?? 0,
      after?.refuted ?? 0,
    ],
    verdicts: new Map(claims.map(({ kind, span, text, verdict }) => [`${kind} ${span.start}–${span.end} ${text}`, verdict])),
  };
}
