/**
 * "There are no horses" of a meadow with cows: far off, the detector takes each of them for a cow, a sheep and a horse. A denial is not shown
 * false by boxes that rather hold something of the same look. What a text affirms is another matter: a cow makes no horse true.
 */
import { type DetectedBox, overlap } from "../domain/box.js";
import type { Check } from "../domain/check.js";
import type { ExistenceClaim } from "../domain/claim.js";
import type { DetectionEvidence, Evidence } from "../domain/evidence.js";
import type { Judgement, Policy } from "../domain/judgement.js";
import { lookAlikesOf } from "../language/vocabulary/look-alikes.js";
import { detectionOf } from "./sight.js";
import { leftOpen } from "./verdict.js";
import { one, score } from "./wording.js";

/** Boxes that overlap so much hold one thing. */
export const SAME_PLACE = 0.6;

/** A look-alike about as likely as the thing itself may be what is there. */
const AS_LIKELY = 0.9;

interface Rival {
  readonly category: string;
  readonly box: DetectedBox;
}

/** To look for beside what a text denies. */
export function lookAlikeChecks({ object, negated }: ExistenceClaim): readonly Check[] {
  const others = negated ? lookAlikesOf(object.category) : [];
  return others.map((category): Check => ({ type: "detect", target: { category, classes: [category] } }));
}

/** @returns the judgement of a denial that only boxes of a look-alike speak against; null where the thing has boxes of its own, or none at all */
export function takenForAnother(
  { object, negated }: ExistenceClaim,
  detection: DetectionEvidence,
  evidence: readonly Evidence[],
  { refute }: Policy,
): Judgement | null {
  if (!negated) return null;
  const looks = lookAlikesOf(object.category).flatMap((category) => detectionOf(evidence, { category }) ?? []);
  const rivals = looks.flatMap(({ category, boxes }) => boxes.map((box): Rival => ({ category, box })));
  const boxes = detection.boxes.map((box) => ({ box, rival: rivalOf(box, rivals) }));
  const taken = boxes.find(({ rival }) => rival !== null);
  if (taken === undefined || taken.rival === null) return null;
  const own = boxes.filter(({ rival }) => rival === null);
  const chanceOfOwn = 1 - own.reduce((none, { box }) => none * (1 - box.probability), 1);
  if (chanceOfOwn >= 1 - refute) return null;
  const { box, rival } = taken;
  const reason = `What the detector takes for ${one(object.category)} (${score(box.probability)}) it also takes for ${one(rival.category)} (${score(rival.box.probability)}).`;
  return leftOpen("not_confident", reason, 1 - detection.presence);
}

/** The likeliest that holds the box's thing too. */
function rivalOf(box: DetectedBox, rivals: readonly Rival[]): Rival | null {
  const inPlace = rivals.filter((rival) => rival.box.probability >= AS_LIKELY * box.probability && overlap(rival.box, box) >= SAME_PLACE);
  return inPlace.toSorted((one, other) => other.box.probability - one.box.probability)[0] ?? null;
}
