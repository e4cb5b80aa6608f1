/**
 * Relation claims: "the dog is left of the cat", "a man rides a horse".
 *
 * Positions are compared box by box. With several instances the claim holds if some pair holds, and falls only if every plausible pair
 * fails; it falls, too, where one of its things is not there at all. Actions and parts are left to a model that answers questions.
 */
import type { Check } from "../domain/check.js";
import type { Mention, RelationClaim, SpatialPredicate } from "../domain/claim.js";
import type { Evidence, GeometryEvidence } from "../domain/evidence.js";
import type { Judgement, PolicyName, Remedy } from "../domain/judgement.js";
import { isNarrow, kindOf } from "./phrase.js";
import { linesFor } from "./policy.js";
import { answered, ask } from "./question.js";
import { absent, detectionOf, isOpenGroup, targetFor, unseen } from "./sight.js";
import { chanceThatHolds, factsOf, spatialPredicate } from "./spatial.js";
import { decide, leftOpen } from "./verdict.js";
import { score, uncheckedOf } from "./wording.js";

/** A thing less likely than this is not there to be placed: its existence is judged, its position is left open. */
const MIN_PRESENCE = 0.4;

/**
 * Boxes fainter than this may be anything's: a position read off them may bear a text out, where nothing else could be meant, and never refutes
 * one. Where the thing is likely there, even a faint box is seldom on the wrong side. What is written in the place of a refuted position is
 * read off sure boxes alone.
 */
const DENYING_BOX = 0.05;

/** Only sides were measured so. What speaks against other places is read off boxes that are likely the thing's own. */
const DENYING_BOX_ELSEWHERE = 0.3;
const SIDES: ReadonlySet<SpatialPredicate> = new Set(["left_of", "right_of", "above", "below"]);

const REMEDY_BOX = 0.5;

/**
 * A relation falls with its thing only where that is clearly not there: at this share of the line of existence. Whether the thing is there is a
 * claim of its own, and one cup that was overlooked is not to refute all that the text says of the places around it.
 */
const CLEARLY_ABSENT = 1 / 3;

/** Pairs this much less likely than the likeliest are not meant. */
const FAINT_SHARE = 0.5;

/** The opposite is put in the text only where it is this likely. */
const MIN_REMEDY = 0.7;

export function checks(claim: RelationClaim): readonly Check[] {
  const subject = targetFor(claim.object);
  const targets = claim.relation.targets.map(targetFor);
  const looks = [subject, ...targets].map((target): Check => ({ type: "detect", target }));
  const predicate = spatialPredicate(claim.relation);
  if (predicate === null) return [...looks, ask(claim, null)];
  const { opposite } = factsOf(predicate);
  const compared = opposite === null ? [predicate] : [predicate, opposite];
  return [...looks, ...compared.map((each): Check => ({ type: "geometry", predicate: each, subject, targets }))];
}

/** @param evidence of one picture */
export function judge(claim: RelationClaim, evidence: readonly Evidence[], policy: PolicyName): Judgement {
  const objects = [claim.object, ...claim.relation.targets];
  const nothing = absent(claim, objects, evidence, policy, CLEARLY_ABSENT);
  if (nothing !== null) return nothing;
  const answer = answered(claim, evidence);
  if (answer !== null) {
    const reason = `Asked about it, the model answered "${answer.answer}".`;
    return decide(claim, { ...answer, canAffirm: true, canDeny: true, reason, remedy: null }, linesFor(policy, "relation", claim));
  }
  for (const [place, object] of objects.entries()) {
    if (detectionOf(evidence, object) !== null) continue;
    // A failure names no object; the looks come first among the checks, in the order of the objects.
    const own = evidence[place];
    return unseen(own?.type === "failure" ? [own] : evidence, object);
  }
  const predicate = spatialPredicate(claim.relation);
  const doubt = absent(claim, objects, evidence, policy)?.probability ?? null;
  if (predicate !== null) return judgePosition(claim, predicate, evidence, policy) ?? leftOpen("not_confident", UNTOLD, doubt);
  return leftOpen("expert_unavailable", `No expert at hand tells whether ${withoutStop(claim.text)}.`, doubt);
}

const UNTOLD = "The boxes do not tell how these lie to each other.";

/** @returns null where the boxes do not tell */
function judgePosition(
  claim: RelationClaim,
  predicate: SpatialPredicate,
  evidence: readonly Evidence[],
  policy: PolicyName,
): Judgement | null {
  const objects = [claim.object, ...claim.relation.targets];
  const pairs = geometryOf(evidence, predicate);
  const likeliest = pairs[0];
  if (likeliest === undefined) return null;
  const undecided = pairs.filter(({ margin }) => margin === 0);
  if (undecided.length > 0 && !pairs.some(({ holds }) => holds)) return null;
  const presences = objects.map((object) => presupposed(detectionOf(evidence, object)?.presence ?? 0));
  const thereTogether = presences.reduce((chance, presence) => chance * presence, 1);
  const isThere = objects.every((object) => (detectionOf(evidence, object)?.presence ?? 0) >= MIN_PRESENCE);
  return decide(
    claim,
    {
      probability: thereTogether * chanceOfSome(predicate, pairs),
      // "The poodle is not on the left": that a dog is there does not show it false.
      canAffirm: isThere && !(claim.negated && objects.some(isNarrow)) && !isOneOfSeveral(claim, evidence),
      canDeny: isThere && isAsSure(likeliest, SIDES.has(predicate) ? DENYING_BOX : DENYING_BOX_ELSEWHERE) && !objects.some(isOpenGroup),
      reason: reasonFor(claim, predicate, pairs),
      remedy: remedyFor(predicate, evidence),
    },
    linesFor(policy, "relation", claim),
  );
}

/**
 * "The pink chair is to the right of the blue chair", "the woman is on the right" of a man and a woman: some pair of boxes lies so, and its
 * reverse too. Which of them is pink, or the woman, boxes do not tell; that no pair lies so still speaks against it.
 */
function isOneOfSeveral({ object, relation }: RelationClaim, evidence: readonly Evidence[]): boolean {
  const [target] = relation.targets;
  if (target !== undefined)
    return relation.targets.some(({ category }) => category === object.category) && [object, ...relation.targets].some(isNarrow);
  const likely = detectionOf(evidence, object)?.boxes.filter(({ probability }) => probability >= REMEDY_BOX) ?? [];
  return likely.length > 1 && object.category === "person" && isDefinite(object) && isNarrow(object);
}

/** "The woman" is one that is meant; "a woman" may be any. */
function isDefinite({ phrase }: Mention): boolean {
  return /^(?:the|this|that)\s/i.test(phrase);
}

function geometryOf(evidence: readonly Evidence[], predicate: SpatialPredicate): readonly GeometryEvidence[] {
  const pairs = evidence.filter((item): item is GeometryEvidence => item.type === "geometry" && item.predicate === predicate);
  const least = FAINT_SHARE * Math.max(0, ...pairs.map(chanceOfPair));
  return pairs.filter((pair) => chanceOfPair(pair) >= least);
}

/** The pair that bears the claim out best, else the likeliest. */
function best(pairs: readonly GeometryEvidence[]): GeometryEvidence | undefined {
  return pairs.find(({ holds }) => holds) ?? pairs[0];
}

function isAsSure({ subject, targets }: GeometryEvidence, least: number): boolean {
  return [subject, ...targets].every(({ probability }) => probability >= least);
}

function chanceOfPair({ subject, targets }: GeometryEvidence): number {
  return targets.reduce((chance, { probability }) => chance * probability, subject.probability);
}

/**
 * Chance that some pair that is there stands so, given that some pair is there. With one sure pair this is what geometry says of it; with
 * many faint ones, of which one must be right, their mean; with many sure ones, that any of them does.
 */
function chanceOfSome(predicate: SpatialPredicate, pairs: readonly GeometryEvidence[]): number {
  let [noneThere, noneHolds] = [1, 1];
  for (const pair of pairs) {
    noneThere *= 1 - chanceOfPair(pair);
    noneHolds *= 1 - chanceOfPair(pair) * chanceThatHolds(predicate, pair);
  }
  return noneThere < 1 ? (1 - noneHolds) / (1 - noneThere) : 0.5;
}

/** A text that says where a thing is makes it likelier that the thing is there: its odds grow by this factor. */
const PRESUPPOSED_ODDS = 8;

function presupposed(presence: number): number {
  const odds = PRESUPPOSED_ODDS * presence;
  return odds / (odds + 1 - presence);
}

function remedyFor(predicate: SpatialPredicate, evidence: readonly Evidence[]): Remedy | null {
  const { opposite } = factsOf(predicate);
  if (opposite === null) return null;
  const pairs = geometryOf(evidence, opposite);
  const [likeliest] = pairs;
  return likeliest !== undefined && isAsSure(likeliest, REMEDY_BOX) && chanceOfSome(opposite, pairs) >= MIN_REMEDY
    ? { type: "predicate", value: opposite }
    : null;
}

function reasonFor({ object, relation, negated }: RelationClaim, predicate: SpatialPredicate, pairs: readonly GeometryEvidence[]): string {
  const pair = best(pairs);
  if (pair === undefined) return UNTOLD;
  const { words, opposite } = factsOf(predicate);
  const subject = `the ${object.category} (${score(pair.subject.probability)})`;
  const targets = relation.targets
    .map(({ category }, index) => `the ${category} (${score(pair.targets[index]?.probability ?? 0)})`)
    .join(" and ");
  const isSaid = pair.holds || opposite === null;
  const place = isSaid ? words : factsOf(opposite).words;
  const where = `${place}${targets === "" ? "" : ` ${targets}`}`;
  const others = pair.holds && pairs.some((other) => !other.holds && other.margin > 0) ? "; others that were found are not" : "";
  const seen = `By their boxes, ${subject} is ${pair.holds || opposite !== null ? "" : "not "}${where}${others}`;
  const denied = negated && pair.holds ? [object, ...relation.targets].find(isNarrow) : undefined;
  const kind = denied === undefined ? null : kindOf(denied, true);
  return denied === undefined || kind === null ? `${seen}.` : `${seen}; ${uncheckedOf(denied.category, kind)}.`;
}

function withoutStop(text: string): string {
  return text.replace(/[.?!]+$/, "");
}
