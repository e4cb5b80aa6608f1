/**
 * One picture, one number: a claim decides by its own number whether the detector looks again, and so "two chairs" could be borne out by the
 * glance and "three chairs" by the second look. A glance therefore bears out a number only where it is sure of it, and then a second look
 * bears out no other; else the second look alone decides.
 */
import type { CountClaim } from "../domain/claim.js";
import type { JudgedClaim, Judgement, PolicyName } from "../domain/judgement.js";
import { judge } from "./judge.js";
import { leftOpen } from "./verdict.js";

/** The chance from which on a glance is sure of a number. */
const SURE = 0.93;

/** Numbers that a glance may have borne out: past these a detector counts no crowd. */
const NUMBERS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** Whether the glance bears out a number that a second look may take back. */
export function isUnsureNumber({ claim, judgement }: JudgedClaim): boolean {
  if (claim.kind !== "count" || claim.negated || claim.count.relation !== "exactly") return false;
  return judgement.verdict === "supported" && !isSure(judgement);
}

function isSure({ verdict, probability }: Judgement): boolean {
  return verdict === "supported" && probability !== null && probability >= SURE;
}

/**
 * A number that one look bears out and the other refutes is left open too.
 * @param second the claim as judged on the second look
 * @param first as on the glance
 * @returns `second`, left open where it is a number that is borne out beside another
 */
export function withoutSecondNumber(second: JudgedClaim, first: JudgedClaim, policy: PolicyName): JudgedClaim {
  const { claim, judgement } = second;
  if (claim.kind !== "count" || claim.negated || claim.count.relation !== "exactly") return second;
  if (judgement.verdict === "refuted" && isSure(first.judgement)) return conflicting(second);
  if (judgement.verdict !== "supported") return second;
  const isOther = (value: number): boolean => {
    const other: CountClaim = { ...claim, count: { relation: "exactly", value } };
    return value !== claim.count.value && isSure(judge(other, first.evidence, policy));
  };
  return NUMBERS.some(isOther) ? conflicting(second) : second;
}

function conflicting({ claim, judgement, evidence }: JudgedClaim): JudgedClaim {
  const reason = `${judgement.reason} A first look found another number.`;
  return { claim, judgement: leftOpen("conflicting", reason, judgement.probability), evidence };
}
