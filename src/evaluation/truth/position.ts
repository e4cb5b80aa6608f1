/**
 * Statements "The dog is to the left of the car." from boxes.
 *
 * The rule of truth: both categories have exactly one instance in the photograph and no crowd; the centers lie at least a tenth of
 * its width apart; and the boxes share, sideways, at most half of the narrower one. Then what has its center further left is to the
 * left. Pairs that miss the rule could be called either way by a fair reader and are not asked about.
 */
import type { Box } from "../../domain/box.js";
import { drawOne, type Random } from "../../statistics/random.js";
import { groups, type Photograph } from "./coco-file.js";
import type { Statement } from "./statement.js";

/** Of the photograph's width. */
export const LEAST_DISTANCE = 0.1;
/** Of the narrower box's width. */
export const MOST_SHARED = 0.5;

/** Photographs of many single things would outweigh the rest. */
export const MOST_PAIRS = 6;

export type Side = "left" | "right";

/** A true and a false statement for each pair that the rule decides, at most `MOST_PAIRS` pairs a photograph. */
export function makePositions(photographs: readonly Photograph[], random: Random): readonly Statement[] {
  return photographs.flatMap((photograph) => {
    const single = groups(photograph).flatMap(({ category, instances, crowded }) => {
      const [only] = instances;
      return instances.length === 1 && !crowded && only !== undefined ? [{ category, box: only.box }] : [];
    });
    const decided = single.flatMap((subject, index) =>
      single.slice(index + 1).flatMap((target) => {
        const side = sideOf(subject.box, target.box);
        return side === null ? [] : [{ subject: subject.category, target: target.category, side }];
      }),
    );
    return decided.slice(0, MOST_PAIRS).flatMap(({ subject, target, side }) => {
      const turned =
        (drawOne([false, true], random) ?? false) ? { subject: target, target: subject, side: opposite(side) } : { subject, target, side };
      const state = (said: Side, truth: boolean): Statement => ({
        photograph: photograph.fileName,
        prompt: null,
        response: `The ${turned.subject} is to the ${said} of the ${turned.target}.`,
        kind: "relation",
        truth,
        about: `${turned.subject}, ${turned.target}`,
      });
      return [state(turned.side, true), state(opposite(turned.side), false)];
    });
  });
}

/** On which side of the target the subject clearly lies; null where the rule does not decide. */
export function sideOf(subject: Box, target: Box): Side | null {
  const distance = (subject.x1 + subject.x2 - target.x1 - target.x2) / 2;
  const shared = Math.min(subject.x2, target.x2) - Math.max(subject.x1, target.x1);
  const narrower = Math.min(subject.x2 - subject.x1, target.x2 - target.x1);
  if (Math.abs(distance) < LEAST_DISTANCE || shared > MOST_SHARED * narrower) return null;
  return distance < 0 ? "left" : "right";
}

function opposite(side: Side): Side {
  return side === "left" ? "right" : "left";
}
