/** Says how good the chance that a picture holds a class is on photographs that the fit has not seen. */

import type { Effort } from "../../src/evaluation/fit/features.js";
import type { Measured } from "../../src/evaluation/fit/measure.js";
import { presenceExamples } from "../../src/evaluation/fit/presence-examples.js";
import type { Vocabulary } from "../../src/evaluation/fit/vocabulary.js";
import { calibrationError, equalWidthBins } from "../../src/evaluation/metrics/calibration-error.js";
import { verdictFigures } from "../../src/evaluation/metrics/verdict-figures.js";
import { crossValidate } from "./cross-validation.js";

export interface Question {
  readonly split: string;
  readonly photograph: number;
  readonly classIndex: number;
  readonly truth: boolean;
}

/** Lines at which verdicts are tried. */
const LINES = [
  { support: 0.6, refute: 0.25 },
  { support: 0.7, refute: 0.2 },
  { support: 0.75, refute: 0.15 },
  { support: 0.8, refute: 0.1 },
] as const;

export function tryPresence(measured: readonly Measured[], vocabulary: Vocabulary, effort: Effort, questions: readonly Question[]): void {
  const { classes } = vocabulary;
  const examples = presenceExamples(measured, vocabulary, effort);
  const asked = questions.map(({ photograph, classIndex }) => ({
    features: examples[photograph * classes.length + classIndex]?.features ?? [],
    photograph,
  }));
  const probabilities = crossValidate(examples, asked, measured.length);
  printFigures(
    effort,
    questions.map((question, index) => ({ ...question, probability: probabilities[index] ?? 0 })),
  );
}

function printFigures(effort: Effort, guesses: readonly (Question & { readonly probability: number })[]): void {
  const splits = [...new Set(guesses.map(({ split }) => split))];
  const accuracy = splits.map((split) => {
    const asked = guesses.filter((guess) => guess.split === split);
    return `${split} ${(asked.filter(({ probability, truth }) => probability >= 0.5 === truth).length / asked.length).toFixed(3)}`;
  });
  console.log(
    `presence, ${effort}: forced choice ${accuracy.join(", ")}; calibration error ${(calibrationError(equalWidthBins(guesses)) ?? 0).toFixed(3)}`,
  );
  for (const { support, refute } of LINES) {
    const figures = (asked: typeof guesses): ReturnType<typeof verdictFigures> =>
      verdictFigures(
        asked.map(({ truth, probability }) => ({
          truth,
          verdict: probability >= support ? "supported" : probability <= refute ? "refuted" : "unverifiable",
        })),
      );
    const all = figures(guesses);
    const caught = splits.map((split) => figures(guesses.filter((guess) => guess.split === split)).catch?.toFixed(2));
    console.log(
      `  support ${support} refute ${refute}: coverage ${all.coverage?.toFixed(2)}, right ${all.accuracyOfDecided?.toFixed(3)}, harm ${all.harm?.toFixed(3)}, catch ${caught.join(" / ")}`,
    );
  }
}
