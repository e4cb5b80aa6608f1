/** The features of the registry's weights, in the order in which they are fitted. */

import type { DetectRequest } from "../../domain/ports.js";
import { termsOf } from "../../experts/detector/calibration.js";
import type { Features } from "../../experts/detector/fusion.js";
import type { Look } from "../../experts/detector/sighting.js";
import type { CalibrationWeights, ClassFacts } from "../../registry/schema.js";
import type { Fit } from "./logistic-regression.js";

export type Effort = DetectRequest["effort"];
export type FeatureName = Exclude<keyof CalibrationWeights, "bias">;

/**
 * A glance has one look: nothing to disagree with, and no tiles. A box has no rival of its own. A class has an area only where the network
 * says of every class where it would be (`seesEveryClass`): of one that names a few hundred things and no more, most classes are nowhere.
 */
export const FEATURES: Readonly<Record<"presence" | "box", Readonly<Record<Effort, readonly FeatureName[]>>>> = {
  presence: {
    glance: ["whole", "rival", "area", "frequency", "ease", "easeTimesWhole"],
    thorough: ["whole", "disagreement", "tiles", "rival", "area", "frequency", "ease", "easeTimesWhole"],
  },
  box: { glance: ["whole", "area", "frequency"], thorough: ["whole", "disagreement", "tiles", "area", "frequency"] },
};

/** The features of presence that the looks of a network bear. */
export function presenceFeatures(looks: readonly Look[], classes: number, effort: Effort): readonly FeatureName[] {
  const names = FEATURES.presence[effort];
  return seesEveryClass(looks, classes) ? names : names.filter((name) => name !== "area");
}

function seesEveryClass(looks: readonly Look[], classes: number): boolean {
  return looks.every(({ sightings }) => new Set(sightings.map(({ classIndex }) => classIndex)).size === classes);
}

export function valuesOf(features: Features, facts: ClassFacts | undefined, names: readonly FeatureName[]): readonly number[] {
  const terms = termsOf(features, facts);
  return names.map((name) => terms[name]);
}

/** As it stands in the registry: three places, 0 for what is not used. */
export function weightsOf({ bias, weights }: Fit, names: readonly FeatureName[]): CalibrationWeights {
  const weightFor = (name: FeatureName): number => round(weights[names.indexOf(name)] ?? 0);
  return {
    bias: round(bias),
    whole: weightFor("whole"),
    disagreement: weightFor("disagreement"),
    tiles: weightFor("tiles"),
    rival: weightFor("rival"),
    area: weightFor("area"),
    frequency: weightFor("frequency"),
    ease: weightFor("ease"),
    easeTimesWhole: weightFor("easeTimesWhole"),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
