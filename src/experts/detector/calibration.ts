/**
 * From raw scores to probabilities: 0.8 is to mean that four in five such cases are so.
 *
 * A logistic regression on the log-odds of the scores, on how often photographs hold the class at all (a network gives the classes that it
 * met often in training higher scores for the same evidence), and on how easy the class is to detect: where an elephant stands, detectors
 * see it, so a faint score means that there is none; a faint score for a spoon means little. The weights stand in models/registry.json and were fitted by
 * scripts/fit-detector/main.ts for classes that somebody named, as many present as absent; where far more of the named classes are absent than
 * that, these probabilities are too high.
 */
import type { DetectRequest } from "../../domain/ports.js";
import type { Calibration, CalibrationWeights, ClassFacts } from "../../registry/schema.js";
import type { Features } from "./fusion.js";
import { logistic } from "./logistic.js";

/** All that is weighed; a weight of 0 leaves a term out. */
const TERMS = ["whole", "disagreement", "tiles", "rival", "area", "frequency", "ease", "easeTimesWhole"] as const;
type Term = (typeof TERMS)[number];

/** Chance that the picture holds at least one of the class. */
export function presenceOf(features: Features, classIndex: number, calibration: Calibration, effort: DetectRequest["effort"]): number {
  return apply(calibration.presence[effort], features, calibration.classFacts[classIndex]);
}

/** Chance that the box holds an instance of the class. */
export function boxProbabilityOf(
  features: Features,
  classIndex: number,
  calibration: Calibration,
  effort: DetectRequest["effort"],
): number {
  return apply(calibration.box[effort], features, calibration.classFacts[classIndex]);
}

/** Chance that at least one of several independent things is so. */
export function anyOf(probabilities: readonly number[]): number {
  return 1 - probabilities.reduce((none, probability) => none * (1 - probability), 1);
}

/** What each weight multiplies. A class of which nothing is known counts as neither rare nor easy. */
export function termsOf(features: Features, facts: ClassFacts = { frequency: 0, ease: 0 }): Readonly<Record<Term, number>> {
  const { frequency, ease } = facts;
  return { ...features, frequency, ease, easeTimesWhole: ease * features.whole };
}

function apply(weights: CalibrationWeights, features: Features, facts: ClassFacts | undefined): number {
  const terms = termsOf(features, facts);
  return logistic(TERMS.reduce((sum, term) => sum + weights[term] * terms[term], weights.bias));
}
