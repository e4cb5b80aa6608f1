/** The figures of one report, counted from its judged claims. */
import type { ClaimKind } from "../domain/claim.js";
import type { JudgedClaim, Verdict } from "../domain/judgement.js";
import type { Summary, VerdictCounts } from "../domain/report.js";

const NONE: VerdictCounts = { supported: 0, refuted: 0, unverifiable: 0 };

/** Counts verdicts in all and by kind; kinds without a claim are left out. */
export function summarize(judged: readonly JudgedClaim[]): Summary {
  const byKind: Partial<Record<ClaimKind, VerdictCounts>> = {};
  let all = NONE;
  for (const { claim, judgement } of judged) {
    all = plusOne(all, judgement.verdict);
    byKind[claim.kind] = plusOne(byKind[claim.kind] ?? NONE, judgement.verdict);
  }
  return { claims: judged.length, ...all, hallucinationRate: hallucinationRate(all), byKind };
}

/** refuted / (supported + refuted); null when nothing was decided. */
export function hallucinationRate({ supported, refuted }: Pick<VerdictCounts, "supported" | "refuted">): number | null {
  const decided = supported + refuted;
  return decided === 0 ? null : refuted / decided;
}

function plusOne(counts: VerdictCounts, verdict: Verdict): VerdictCounts {
  return { ...counts, [verdict]: counts[verdict] + 1 };
}
