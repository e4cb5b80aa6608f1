/** From a probability to a verdict: the only place where one is compared with a policy's lines. */
import type { Judgement, Policy, Remedy, UnverifiableReason } from "../domain/judgement.js";

/** What the evidence says of a claim as if it were affirmed. */
export interface Finding {
  /** That the affirmed claim is true, 0 to 1. */
  readonly probability: number;
  /** Whether the experts are of a kind that can show the affirmed claim to be true, and to be false. */
  readonly canAffirm: boolean;
  readonly canDeny: boolean;
  /** One sentence. */
  readonly reason: string;
  readonly remedy: Remedy | null;
  /** Why it is left open where it is; `not_confident` unless named. */
  readonly because?: UnverifiableReason;
}

/** Judges the claim as stated: a denial turns the finding round. */
export function decide({ negated }: { readonly negated: boolean }, finding: Finding, { support, refute }: Policy): Judgement {
  const probability = negated ? 1 - finding.probability : finding.probability;
  const canSupport = negated ? finding.canDeny : finding.canAffirm;
  const canRefute = negated ? finding.canAffirm : finding.canDeny;
  const { reason } = finding;
  if (probability >= support && canSupport) return { verdict: "supported", probability, because: null, reason, remedy: null };
  if (probability <= refute && canRefute) {
    return { verdict: "refuted", probability, because: null, reason, remedy: negated ? null : finding.remedy };
  }
  return { verdict: "unverifiable", probability, because: finding.because ?? "not_confident", reason, remedy: null };
}

/** @param probability null where no expert said anything */
export function leftOpen(because: UnverifiableReason, reason: string, probability: number | null = null): Judgement {
  return { verdict: "unverifiable", probability, because, reason, remedy: null };
}
