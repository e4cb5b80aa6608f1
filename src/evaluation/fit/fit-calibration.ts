/** The weights of a calibration, fitted on photographs. They hold for photographs like these, of which none was in the network's training. */
import type { CalibrationCurves } from "../../registry/schema.js";
import { boxExamples } from "./box-examples.js";
import { type Effort, FEATURES, weightsOf } from "./features.js";
import { fitLogistic } from "./logistic-regression.js";
import type { Measured } from "./measure.js";
import { presenceExamples, presenceNames } from "./presence-examples.js";
import type { Vocabulary } from "./vocabulary.js";

export function fitCalibration(measured: readonly Measured[], vocabulary: Vocabulary): CalibrationCurves {
  const presence = (effort: Effort) =>
    weightsOf(fitLogistic(presenceExamples(measured, vocabulary, effort)), presenceNames(measured, vocabulary.classes.length, effort));
  const box = (effort: Effort) => weightsOf(fitLogistic(boxExamples(measured, vocabulary, effort)), FEATURES.box[effort]);
  return {
    presence: { glance: presence("glance"), thorough: presence("thorough") },
    box: { glance: box("glance"), thorough: box("thorough") },
  };
}
