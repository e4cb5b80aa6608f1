/** What the detector saw of a category, and why it saw nothing where that is so. Finding none and not looking are different things. */
import type { Target } from "../domain/check.js";
import type { Claim, Mention } from "../domain/claim.js";
import type { DetectionEvidence, Evidence, FailureEvidence } from "../domain/evidence.js";
import type { Judgement, Policy, PolicyName } from "../domain/judgement.js";
import { targetOf } from "../language/vocabulary/look-up.js";
import { linesFor } from "./policy.js";
import { decide, leftOpen } from "./verdict.js";
import { foundNone } from "./wording.js";

/** What to look for where a text says this. */
export function targetFor({ category }: Mention): Target {
  const { classes } = targetOf(category);
  return { category, classes };
}

export function detectionOf(evidence: readonly Evidence[], { category }: Pick<Mention, "category">): DetectionEvidence | null {
  return evidence.find((item): item is DetectionEvidence => item.type === "detection" && item.category === category) ?? null;
}

/** True for "animal" or "furniture": more than the detector's classes, so that finding none of these says little. */
export function isOpenGroup({ category }: Mention): boolean {
  const { classes, exhaustive } = targetOf(category);
  return classes.length > 0 && !exhaustive;
}

/** The judgement where no detector looked for the object. */
export function unseen(evidence: readonly Evidence[], { category }: Mention): Judgement {
  const failures = evidence.filter((item) => item.type === "failure");
  if (failures.some(({ code }) => code === "outside_vocabulary")) {
    return leftOpen("outside_vocabulary", `"${category}" is outside what the detector knows.`);
  }
  return leftOpen("expert_unavailable", `No detector could look for "${category}"${cause(failures)}.`);
}

function cause([first]: readonly FailureEvidence[]): string {
  if (first === undefined) return "";
  if (first.code === "expert_unavailable") return ": it is not available";
  return first.code === "deadline_exceeded" ? ": its time ran out" : ": it failed";
}

/**
 * The judgement of a claim about an object that is clearly not there: as stated it cannot be true. A denial ("the dog is not red")
 * is neither true nor false then.
 * @param share of the refuting line of existence below which an object counts as clearly absent
 * @returns null where the object is there, may be there, or was not looked for
 */
export function absent(
  claim: Claim,
  objects: readonly Mention[],
  evidence: readonly Evidence[],
  policy: PolicyName,
  share = 1,
): Judgement | null {
  const plain = linesFor(policy, "existence", claim);
  const lines: Policy = { ...plain, refute: plain.refute * share };
  for (const object of objects) {
    const detection = detectionOf(evidence, object);
    if (detection === null || isOpenGroup(object) || detection.presence > lines.refute) continue;
    const finding = { probability: detection.presence, canAffirm: false, canDeny: !claim.negated, remedy: null };
    return decide(claim, { ...finding, reason: foundNone(object.category) }, lines);
  }
  return null;
}
