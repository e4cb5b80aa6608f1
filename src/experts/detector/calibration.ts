/**
 * From raw scores to probabilities: 0.8 is to mean that four in five such cases are so.
 *
 * A logistic regression on the log-odds of the scores, and on how often photographs hold the class at all: a network gives the classes
 * that it met often in training higher scores for the same evidence. The weights stand in models/registry.json and were fitted by
 * scripts/fit-detector/main.ts for classes that somebody named, as many present as absent; where far more of the named classes are absent than
 * that, these probabilities are too high.
 */
import type { DetectRequest } from "../../domain/ports.js";
import type { Calibration, CalibrationWeights } from "../../registry/schema.js";
import type { Features } from "./fusion.js";
import { logistic } from "./logistic.js";

/** Chance that the picture holds at least one of the class. */
export function presenceOf(features: Features, classIndex: number, calibration: Calibration, effort: DetectRequest["effort"]): number {
  return apply(calibration.presence[effort], features, calibration.frequencies[classIndex] ?? 0);
}

/** Chance that the box holds an instance of the class. */
export function boxProbabilityOf(
  features: Features,
  classIndex: number,
  calibration: Calibration,
  effort: DetectRequest["effort"],
): number {
  return apply(calibration.box[effort], features, calibration.frequencies[classIndex] ?? 0);
}

/** Chance that at least one of several independent things is so. */
export function anyOf(probabilities: readonly number[]): number {
  return 1 - probabilities.reduce((none, probability) => none * (1 - probability), 1);
}

function apply(weights: CalibrationWeights, features: Features, frequency: number): number {
  return logistic(
    weights.bias +
      weights.whole * features.whole +
      weights.disagreement * features.disagreement +
      weights.tiles * features.tiles +
      weights.rival * features.rival +
      weights.area * features.area +
      weights.frequency * frequency,
  );
}
