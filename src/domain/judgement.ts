/** What the evidence says of a claim. */
import type { Claim, SpatialPredicate } from "./claim.js";
import type { Evidence } from "./evidence.js";

export const VERDICTS = ["supported", "refuted", "unverifiable"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const UNVERIFIABLE_REASONS = ["outside_vocabulary", "expert_unavailable", "not_confident", "conflicting", "not_visual"] as const;
export type UnverifiableReason = (typeof UNVERIFIABLE_REASONS)[number];

/** What is so instead, where the experts know it: the corrector may put it in the text. */
export type Remedy =
  | { readonly type: "count"; readonly value: number }
  | { readonly type: "color"; readonly value: string }
  | { readonly type: "predicate"; readonly value: SpatialPredicate }
  | { readonly type: "text"; readonly value: string };

export interface Judgement {
  readonly verdict: Verdict;
  /** That the claim as stated, its negation included, is true, 0 to 1; null when no expert said anything. */
  readonly probability: number | null;
  /** Unverifiable only. */
  readonly because: UnverifiableReason | null;
  /** One plain sentence that names what was seen. */
  readonly reason: string;
  /** Refuted only, and only where it is known. */
  readonly remedy: Remedy | null;
}

export interface JudgedClaim {
  readonly claim: Claim;
  readonly judgement: Judgement;
  readonly evidence: readonly Evidence[];
}

export const POLICIES = ["cautious", "balanced", "strict"] as const;
export type PolicyName = (typeof POLICIES)[number];

/** Where a judge draws its lines: at or above `support` supported, at or below `refute` refuted, between them unverifiable. */
export interface Policy {
  readonly support: number;
  readonly refute: number;
}
