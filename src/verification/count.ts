/**
 * Count claims: "two dogs", "at least three chairs".
 *
 * The claim's probability is the part of the distribution of instances that it allows. Crowds are beyond counting: a detector misses
 * more of them the more there are, so past `MAX_COUNTABLE` only lower bounds are judged. A narrower phrase ("two women") and what is
 * said of some ("two people are walking") bound the count from above alone: more persons than two refute nothing, fewer do.
 */
import { area } from "../domain/box.js";
import type { Check } from "../domain/check.js";
import type { CountClaim, Quantity } from "../domain/claim.js";
import type { DetectionEvidence, Evidence } from "../domain/evidence.js";
import type { Judgement, PolicyName, Remedy } from "../domain/judgement.js";
import { countReason, crowdReason, isNumberOfMore, type Standing, someReason } from "./count-reason.js";
import { instanceChances } from "./instances.js";
import { isNarrow, kindOf } from "./phrase.js";
import { linesFor } from "./policy.js";
import { allows, least } from "./quantity.js";
import { absent, detectionOf, isOpenGroup, targetFor, unseen } from "./sight.js";
import { decide, leftOpen } from "./verdict.js";

/** Expected instances above which too many go unseen for an upper bound to mean anything, and claimed ones for a lower bound. */
const MAX_COUNTABLE = 8;

/** Of the picture: of what is smaller most have no box where there are dozens, as books on a shelf. */
const SMALL_AREA = 0.02;

/** Boxes that tell how large things are. */
const MIN_PROBABILITY = 0.1;

/**
 * A response does not name a number at random: it names the right one about as often as a wrong one, and there are some four wrong ones
 * that it might have named. So the odds of a number that is claimed are some times what the boxes alone give it (Bayes' rule): six times by
 * likelihood on the fifty photographs, since right neighbors are named more often than far ones.
 */
const CLAIMED_ODDS = 6;

/** A corrector that writes a number should be right: the chance, given that some are there, that it needs. Else the text becomes vague. */
const MIN_REMEDY = 0.75;

/**
 * Where the boxes themselves leave no doubt, each of several being sure or as good as none, only what may go unseen speaks against the number,
 * and a word that says nothing ("There are some.") would be the worse answer.
 */
const MIN_CLEAR_REMEDY = 0.65;
const SURE_BOX = 0.9;
const NO_BOX = 0.2;

export function checks({ object }: CountClaim): readonly Check[] {
  return [{ type: "detect", target: targetFor(object) }];
}

/** @param evidence of one picture */
export function judge(claim: CountClaim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  const { object, count } = claim;
  const detection = detectionOf(evidence, object);
  if (detection === null) return unseen(evidence, object);
  const nothing = allows(count, 0) ? null : absent(claim, [object], evidence, policy);
  if (nothing !== null) return nothing;
  const chances = instanceChances(detection);
  // "No dogs", "zero dogs": a denial of existence, and judged by its lines.
  const lines = linesFor(policy, isNone(count) ? "existence" : "count", claim);
  const isCrowd = isBeyondCounting(count, detection);
  // Of women there may be fewer than persons, of those that walk fewer than are there.
  const isPart = claim.ofSome === true || isNarrow(object);
  const enough = sumWhere(chances, (instances) => instances >= least(count));
  const isClearlyThere = detection.presence >= linesFor(policy, "existence", claim).support;
  const judgement = decide(
    claim,
    {
      probability: asClaimed(
        count,
        sumWhere(chances, (instances) => allows(count, instances)),
      ),
      canAffirm: !isCrowd && !(claim.negated && isPart) && isLikeliest(chances, count),
      canDeny: (isClearlyThere || isNone(count)) && !isCrowd && !isOpenGroup(object) && (!isPart || enough <= lines.refute),
      reason: "",
      remedy: remedyFor(detection, chances, count),
    },
    lines,
  );
  if (isCrowd && least(count) > MAX_COUNTABLE) return leftOpen("not_confident", crowdReason(detection, true));
  if (isCrowd) return { ...judgement, reason: crowdReason(detection, false) };
  const stands = standing(judgement, claim.negated);
  if (stands === "open" && claim.ofSome === true && isNumberOfMore(detection, count))
    return leftOpen("not_confident", someReason(detection));
  return { ...judgement, reason: countReason(detection, count, stands, kindOf(object, stands === "open")) };
}

/**
 * Whether no other number is likelier by the boxes. What a claim says for itself makes two neighbors probable at once ("one refrigerator" and
 * "two refrigerators" of the same box), and at most one of them is right.
 */
function isLikeliest(chances: readonly number[], { relation, value }: Quantity): boolean {
  if (relation !== "exactly" || value === 0) return true;
  const chance = chances[value] ?? 0;
  return chances.every((other, instances) => instances === 0 || instances === value || other < chance);
}

/** What the verdict says of the number itself, a denial turned back. */
function standing({ verdict }: Judgement, negated: boolean): Standing {
  if (verdict === "unverifiable") return "open";
  return (verdict === "supported") !== negated ? "right" : "wrong";
}

function isNone({ relation, value }: Quantity): boolean {
  return value === 0 && (relation === "exactly" || relation === "at_most");
}

function isBeyondCounting(count: Quantity, { boxes }: DetectionEvidence): boolean {
  const expected = boxes.reduce((sum, { probability }) => sum + probability, 0);
  if (expected > MAX_COUNTABLE && count.relation !== "at_least") return true;
  const areas = boxes.filter(({ probability }) => probability >= MIN_PROBABILITY).map(area);
  const median = areas.toSorted((one, other) => one - other)[Math.floor(areas.length / 2)] ?? 0;
  return least(count) > MAX_COUNTABLE && median < SMALL_AREA;
}

/** The chance of the number with what its being claimed says for it. */
function asClaimed({ relation, value }: Quantity, chance: number): number {
  if (relation !== "exactly" || value === 0) return chance;
  const odds = CLAIMED_ODDS * chance;
  return odds / (odds + 1 - chance);
}

function remedyFor({ boxes }: DetectionEvidence, chances: readonly number[], count: Quantity): Remedy | null {
  const some = sumWhere(chances, (instances) => instances > 0);
  const value = chances.reduce((best, chance, instances) => (instances > 0 && chance > (chances[best] ?? 0) ? instances : best), 1);
  const sure = boxes.filter(({ probability }) => probability >= SURE_BOX).length;
  const areClear = sure > 1 && sure === value && boxes.every(({ probability }) => probability >= SURE_BOX || probability < NO_BOX);
  const isClear = some > 0 && (chances[value] ?? 0) / some >= (areClear ? MIN_CLEAR_REMEDY : MIN_REMEDY);
  return isClear && !allows(count, value) ? { type: "count", value } : null;
}

function sumWhere(chances: readonly number[], holds: (instances: number) => boolean): number {
  return Math.min(
    1,
    chances.reduce((sum, chance, instances) => sum + (holds(instances) ? chance : 0), 0),
  );
}
