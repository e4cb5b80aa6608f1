/**
 * Existence claims: "there is a dog", "there is no dog", "a woman sits …".
 *
 * The detector's chance of presence is the claim's. It is wrong where things are tiny, hidden or drawn, which calibration on photographs
 * knows only on average. Of a group ("animal") it knows some members: it can show one, never that there is none. What no class of a
 * detector stands for is also asked of a model that answers questions; where a detector of open vocabulary looked, it goes first. A scene has
 * what stands in it for a clue, and a cyclist without a bicycle is in doubt.
 */
import type { Check } from "../domain/check.js";
import type { ExistenceClaim, Mention } from "../domain/claim.js";
import type { DetectionEvidence, Evidence } from "../domain/evidence.js";
import type { Judgement, PolicyName } from "../domain/judgement.js";
import { lookAlikeChecks, takenForAnother } from "./look-alikes.js";
import { isNarrow, kindOf } from "./phrase.js";
import { linesFor } from "./policy.js";
import { answered, ask } from "./question.js";
import { clueChecks, judgeScene, sceneOf } from "./scenes.js";
import { detectionOf, isOpenGroup, targetFor, unseen } from "./sight.js";
import { toolOf } from "./tools.js";
import { decide } from "./verdict.js";
import { found, foundNone, one, score, unchecked, WORTH_NAMING } from "./wording.js";

/**
 * The most that is believed of a group of which no member has a place. Each of its classes adds a little to its chance, and together they
 * promise too much: of 67 groups (animals, vehicles, bags, …) found so on fifty photographs at 0.75 and more, 19 were there; with a place, 62 of 64.
 */
const UNPLACED_GROUP = 0.3;

export function checks(claim: ExistenceClaim): readonly Check[] {
  const target = targetFor(claim.object);
  const look: Check = { type: "detect", target };
  if (target.classes.length === 0) return [look, ask(claim, null), ...cluesOf(claim.object)];
  const tool = toolOf(claim.object);
  return [look, ...(tool === null ? [] : [{ type: "detect", target: tool } as const]), ...lookAlikeChecks(claim)];
}

function cluesOf(object: Mention): readonly Check[] {
  const scene = sceneOf(object);
  return scene === null ? [] : clueChecks(scene);
}

/** @param evidence of one picture */
export function judge(claim: ExistenceClaim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  const { object, negated } = claim;
  const detection = detectionOf(evidence, object);
  const lines = linesFor(policy, "existence", claim);
  if (detection === null) {
    const answer = answered(claim, evidence);
    if (answer === null) return withoutDetector(claim, evidence);
    const reason = `Asked about it, the model answered "${answer.answer}".`;
    return decide(claim, { ...answer, canAffirm: true, canDeny: true, reason, remedy: null }, lines);
  }
  const isPlaced = detection.boxes.some(({ probability }) => probability >= WORTH_NAMING);
  const presence = isPlaced || targetFor(object).classes.length < 2 ? detection.presence : Math.min(detection.presence, UNPLACED_GROUP);
  const isThere = presence > Math.max(lines.refute, 1 - lines.support);
  const tool = toolOf(object);
  const toolSeen = tool === null ? null : detectionOf(evidence, tool);
  if (isThere && toolSeen !== null && toolSeen.presence < detection.presence) {
    // The person is there; that the tool is hidden is always possible.
    const reason = `${found(detection)}; of ${one(toolSeen.category)} it is ${toolSeen.presence < WORTH_NAMING ? "not" : "less"} sure (${score(toolSeen.presence)}).`;
    return decide(claim, { probability: toolSeen.presence, canAffirm: !negated, canDeny: false, reason, remedy: null }, lines);
  }
  const judged = decide(
    claim,
    {
      probability: presence,
      // "There is no woman" is not shown false by a person, nor "no poodle" by a dog, and no denial by what nobody could point at.
      canAffirm: !negated || (isPlaced && !isNarrow(object)),
      canDeny: !isOpenGroup(object),
      reason: isThere ? presentReason({ ...detection, presence }, claim) : `${foundNone(object.category)}${groupNote(object)}`,
      remedy: null,
    },
    lines,
  );
  return judged.verdict === "refuted" ? (takenForAnother(claim, detection, evidence, lines) ?? judged) : judged;
}

function withoutDetector(claim: ExistenceClaim, evidence: readonly Evidence[]): Judgement {
  const scene = sceneOf(claim.object);
  return (scene === null ? null : judgeScene(claim, scene, evidence)) ?? unseen(evidence, claim.object);
}

function presentReason(detection: DetectionEvidence, { object, negated }: ExistenceClaim): string {
  const kind = detection.presence < WORTH_NAMING ? null : kindOf(object, negated);
  return kind === null ? `${found(detection)}.` : `${found(detection)}; ${unchecked(kind)}.`;
}

function groupNote(object: Mention): string {
  return isOpenGroup(object) ? " It knows only some kinds." : "";
}
