/** The spatial predicates: which is whose opposite, how they are said, and how far boxes can be trusted with each. */
import { type Relation, SPATIAL_PREDICATES, type SpatialPredicate } from "../domain/claim.js";

/**
 * How often boxes with a wide margin are right when they say that the predicate holds, and when they say that it does not. Sides and
 * places in the picture are defined by positions; contact and containment are not, and boxes that meet only make them possible.
 */
export interface Trust {
  readonly holds: number;
  readonly fails: number;
}

interface Facts extends Trust {
  readonly words: string;
  /** What is so where this clearly is not, and may be put in its place. */
  readonly opposite: SpatialPredicate | null;
}

const FACTS: Readonly<Record<SpatialPredicate, Facts>> = {
  left_of: { words: "to the left of", opposite: "right_of", holds: 0.98, fails: 0.98 },
  right_of: { words: "to the right of", opposite: "left_of", holds: 0.98, fails: 0.98 },
  above: { words: "above", opposite: "below", holds: 0.95, fails: 0.97 },
  below: { words: "below", opposite: "above", holds: 0.95, fails: 0.97 },
  on: { words: "on", opposite: null, holds: 0.8, fails: 0.95 },
  under: { words: "under", opposite: null, holds: 0.8, fails: 0.92 },
  in: { words: "in", opposite: null, holds: 0.8, fails: 0.95 },
  beside: { words: "beside", opposite: null, holds: 0.85, fails: 0.92 },
  in_front_of: { words: "in front of", opposite: "behind", holds: 0.62, fails: 0.62 },
  behind: { words: "behind", opposite: "in_front_of", holds: 0.62, fails: 0.62 },
  near: { words: "near", opposite: null, holds: 0.9, fails: 0.92 },
  touching: { words: "touching", opposite: null, holds: 0.7, fails: 0.95 },
  between: { words: "between", opposite: null, holds: 0.9, fails: 0.93 },
  image_left: { words: "on the left side of the picture", opposite: "image_right", holds: 0.97, fails: 0.97 },
  image_right: { words: "on the right side of the picture", opposite: "image_left", holds: 0.97, fails: 0.97 },
  image_top: { words: "in the upper part of the picture", opposite: "image_bottom", holds: 0.95, fails: 0.95 },
  image_bottom: { words: "in the lower part of the picture", opposite: "image_top", holds: 0.95, fails: 0.95 },
  image_center: { words: "in the center of the picture", opposite: null, holds: 0.9, fails: 0.92 },
  foreground: { words: "in the foreground", opposite: null, holds: 0.85, fails: 0.9 },
  background: { words: "in the background", opposite: null, holds: 0.85, fails: 0.9 },
};

const PREDICATES: ReadonlySet<string> = new Set(SPATIAL_PREDICATES);

/** The predicate, where geometry knows it. */
export function spatialPredicate({ type, predicate }: Relation): SpatialPredicate | null {
  return type === "spatial" && isSpatial(predicate) ? predicate : null;
}

function isSpatial(predicate: string): predicate is SpatialPredicate {
  return PREDICATES.has(predicate);
}

export function factsOf(predicate: SpatialPredicate): Facts {
  return FACTS[predicate];
}

/** The margin at which boxes are as right as they get. */
const WIDE = 0.5;

/** Chance that the predicate holds of two things that are there, as geometry measured it: half at the line, the trust past `WIDE`. */
export function chanceThatHolds(
  predicate: SpatialPredicate,
  { holds, margin }: { readonly holds: boolean; readonly margin: number },
): number {
  const trust = FACTS[predicate];
  const certainty = Math.min(1, margin / WIDE);
  return holds ? 0.5 + certainty * (trust.holds - 0.5) : 0.5 - certainty * (trust.fails - 0.5);
}
