/** Positions of what was detected, one comparison a plausible combination of instances. */
import { type DetectedBox, overlap } from "../domain/box.js";
import type { SpatialPredicate } from "../domain/claim.js";
import type { DetectionEvidence, GeometryEvidence } from "../domain/evidence.js";
import { compare } from "./geometry/compare.js";
import { plausible } from "./instances.js";
import type { View } from "./view.js";

/** Instances a place of the relation: 5 × 5 pairs, 3 × 3 × 3 triples. */
const MAX_OF_PAIR = 5;
const MAX_OF_TRIPLE = 3;

/** Faint boxes count too: if the thing is there at all, one of them is likely to be it, and its position is seldom far off. */
const MIN_PROBABILITY = 0.03;

/** Neither way: whoever reads the evidence must know that such a combination was there. */
const UNDECIDED = { holds: false, margin: 0 } as const;

/** Boxes of one category that share more than this are one thing found twice: it does not stand beside itself. */
const SAME_THING = 0.7;

/**
 * @param targets none for a position in the picture, two for `between`, else one
 * @returns by falling chance that all its boxes are right; combinations that boxes cannot decide have a margin of 0
 */
export function comparePositions(
  { picture, image }: View,
  predicate: SpatialPredicate,
  subject: DetectionEvidence,
  targets: readonly DetectionEvidence[],
): readonly GeometryEvidence[] {
  const most = targets.length > 1 ? MAX_OF_TRIPLE : MAX_OF_PAIR;
  const evidence = combinations([subject, ...targets], most).flatMap(([first, ...others]): readonly GeometryEvidence[] => {
    if (first === undefined) return [];
    const position = compare(predicate, first, others, picture) ?? UNDECIDED;
    return [{ type: "geometry", expert: "geometry", image, predicate, subject: first, targets: others, ...position }];
  });
  return evidence.toSorted((a, b) => chanceOf(b) - chanceOf(a));
}

function combinations(places: readonly DetectionEvidence[], most: number): readonly (readonly DetectedBox[])[] {
  return places.reduce<readonly (readonly DetectedBox[])[]>(
    (partial, seen, place) => {
      const rivals = places.slice(0, place).flatMap((other, index) => (other.category === seen.category ? [index] : []));
      const isApart = (boxes: readonly DetectedBox[], box: DetectedBox): boolean =>
        boxes.every((other, at) => !rivals.includes(at) || overlap(other, box) < SAME_THING);
      const choices = plausible(seen, MIN_PROBABILITY, most);
      return partial.flatMap((boxes) => choices.filter((box) => isApart(boxes, box)).map((box) => [...boxes, box]));
    },
    [[]],
  );
}

function chanceOf({ subject, targets }: GeometryEvidence): number {
  return targets.reduce((chance, { probability }) => chance * probability, subject.probability);
}
