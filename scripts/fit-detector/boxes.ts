/** Says how good the chance is that a box holds an instance, and what it is worth for counting. */
import { type BoxExample, boxExamples } from "../../src/evaluation/fit/box-examples.js";
import type { Effort } from "../../src/evaluation/fit/features.js";
import type { Measured } from "../../src/evaluation/fit/measure.js";
import type { Vocabulary } from "../../src/evaluation/fit/vocabulary.js";
import { calibrationError, equalWidthBins } from "../../src/evaluation/metrics/calibration-error.js";
import { printCounts } from "./counts.js";
import { crossValidate } from "./cross-validation.js";

export function tryBoxes(measured: readonly Measured[], vocabulary: Vocabulary, effort: Effort): void {
  const examples: readonly BoxExample[] = boxExamples(measured, vocabulary, effort);
  const probabilities = crossValidate(examples, examples, measured.length);
  const guesses = examples.map((example, index) => ({ ...example, probability: probabilities[index] ?? 0 }));
  const named = guesses.filter(({ photograph, category }) => measured[photograph]?.present.has(category));
  console.log(
    `boxes, ${effort}: ${examples.length} boxes, ${examples.filter(({ truth }) => truth).length} hold an instance; calibration error ${(calibrationError(equalWidthBins(guesses)) ?? 0).toFixed(3)} (of classes that are there ${(calibrationError(equalWidthBins(named)) ?? 0).toFixed(3)})`,
  );
  printCounts(measured, guesses);
}
