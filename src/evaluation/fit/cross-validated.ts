/**
 * Detectors for cross-validation: each photograph is judged by one whose calibration was fitted on the others.
 *
 * Only the calibration is fitted anew. What was chosen by looking at photographs, such as the lines of the policies and the words of the
 * vocabulary, is the same in every fold.
 */

import { YaffleError } from "../../domain/error.js";
import type { Detector } from "../../domain/ports.js";
import { ClassDetector, type TaughtEyes } from "../../experts/detector/class-detector.js";
import type { CalibrationCurves } from "../../registry/schema.js";
import { seededRandom, shuffled } from "../../statistics/random.js";
import { fitCalibration } from "./fit-calibration.js";
import type { Measured } from "./measure.js";

/** Which fold each photograph is judged in: dealt out by chance, as equally as can be. */
export function dealFolds(fileNames: readonly string[], folds: number, seed: number): ReadonlyMap<string, number> {
  return new Map(shuffled(fileNames, seededRandom(seed)).map((name, place) => [name, place % folds]));
}

/**
 * One detector a fold, all on the same eyes, fitted on what was measured outside the fold.
 * Close the eyes once, not the detectors.
 * @throws YaffleError invalid_request where the photographs hold too little of what the detector knows
 */
export function detectorsByFold(
  taught: TaughtEyes,
  measured: readonly Measured[],
  foldOf: ReadonlyMap<string, number>,
  folds: number,
): readonly Detector[] {
  const vocabulary = { classes: taught.vocabulary, classFacts: taught.calibration.classFacts };
  return Array.from({ length: folds }, (_, fold) => {
    const others = measured.filter(({ photograph }) => foldOf.get(photograph.fileName) !== fold);
    const curves = fitCalibration(others, vocabulary);
    if (!hasEnd(curves)) throw tooLittle(taught.facts.id, others.length);
    const calibration = { ...curves, classFacts: vocabulary.classFacts };
    return new ClassDetector(taught.eyes, { ...taught, calibration });
  });
}

/** Without examples of both kinds a fit has no end. */
function hasEnd({ presence, box }: CalibrationCurves): boolean {
  const weights = [presence.glance, presence.thorough, box.glance, box.thorough].flatMap((curve) => Object.values(curve).flat());
  return weights.every(Number.isFinite);
}

function tooLittle(id: string, photographs: number): YaffleError {
  const held = photographs === 1 ? "one photograph holds" : `${photographs} photographs hold`;
  const message = `The calibration of ${id} cannot be fitted: ${held} too little of what it knows. Give more photographs, or leave --cross-validate out.`;
  return new YaffleError("invalid_request", message);
}
