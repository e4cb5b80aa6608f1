/**
 * Detectors for cross-validation: each photograph is judged by one whose calibration was fitted on the others.
 *
 * Only the calibration is fitted anew. What was chosen by looking at photographs, such as the lines of the policies and the words of the
 * vocabulary, is the same in every fold.
 */

import type { Detector } from "../../domain/ports.js";
import { type Network, OnnxDetector } from "../../experts/detector/onnx-detector.js";
import { seededRandom, shuffled } from "../../statistics/random.js";
import { fitCalibration } from "./fit-calibration.js";
import type { Measured } from "./measure.js";

/** Which fold each photograph is judged in: dealt out by chance, as equally as can be. */
export function dealFolds(fileNames: readonly string[], folds: number, seed: number): ReadonlyMap<string, number> {
  return new Map(shuffled(fileNames, seededRandom(seed)).map((name, place) => [name, place % folds]));
}

/**
 * One detector a fold, all on the same network, fitted on what was measured outside the fold.
 * They share its session: close the network once, not the detectors.
 */
export function detectorsByFold(
  network: Network,
  measured: readonly Measured[],
  foldOf: ReadonlyMap<string, number>,
  folds: number,
): readonly Detector[] {
  const vocabulary = { classes: network.vocabulary, classFacts: network.calibration.classFacts };
  return Array.from({ length: folds }, (_, fold) => {
    const others = measured.filter(({ photograph }) => foldOf.get(photograph.fileName) !== fold);
    const calibration = { ...fitCalibration(others, vocabulary), classFacts: vocabulary.classFacts };
    return new OnnxDetector({ ...network, calibration });
  });
}
