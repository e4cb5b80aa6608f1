/** All other claims: scene, mood, weather, opinion. A model that answers questions may bear them out; nothing here refutes them. */
import type { Check } from "../domain/check.js";
import type { OtherClaim } from "../domain/claim.js";
import type { Evidence } from "../domain/evidence.js";
import type { Judgement, PolicyName } from "../domain/judgement.js";
import { linesFor } from "./policy.js";
import { answered, ask } from "./question.js";
import { decide, leftOpen } from "./verdict.js";

export function checks(claim: OtherClaim): readonly Check[] {
  return [ask(claim, null)];
}

/** @param evidence of one picture */
export function judge(claim: OtherClaim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  const answer = answered(claim, evidence);
  if (answer === null) return leftOpen("not_visual", "Boxes, colors and written words do not show whether this is so.");
  const reason = `Asked about it, the model answered "${answer.answer}".`;
  return decide(
    claim,
    { probability: answer.probability, canAffirm: !claim.negated, canDeny: claim.negated, reason, remedy: null },
    linesFor(policy, "other", claim),
  );
}
