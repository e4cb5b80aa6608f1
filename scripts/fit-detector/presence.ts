/** Fits the chance that a picture holds a class, and says how good it is on photographs that the fit has not seen. */

import { calibrationError, equalWidthBins } from "../../src/evaluation/metrics/calibration-error.js";
import { verdictFigures } from "../../src/evaluation/metrics/verdict-figures.js";
import { classFeatures } from "../../src/experts/detector/fusion.js";
import type { CalibrationWeights } from "../../src/registry/schema.js";
import { askedWeights } from "./asked.js";
import { crossValidate, type Grouped } from "./cross-validation.js";
import { type Effort, FEATURES, valuesOf, weightsOf } from "./features.js";
import { fitLogistic } from "./logistic-regression.js";
import type { Measured } from "./photographs.js";

export interface Question {
  readonly split: string;
  readonly photograph: number;
  readonly classIndex: number;
  readonly truth: boolean;
}

export interface Vocabulary {
  readonly classes: readonly string[];
  /** Log-odds that a photograph holds the class. */
  readonly frequencies: readonly number[];
}

/** Lines at which verdicts are tried. */
const LINES = [
  { support: 0.6, refute: 0.25 },
  { support: 0.7, refute: 0.2 },
  { support: 0.75, refute: 0.15 },
  { support: 0.8, refute: 0.1 },
] as const;

export function fitPresence(
  measured: readonly Measured[],
  { classes, frequencies }: Vocabulary,
  effort: Effort,
  questions: readonly Question[],
): CalibrationWeights {
  const names = FEATURES.presence[effort];
  const weights = askedWeights(measured, classes, frequencies);
  const examples: Grouped[] = measured.flatMap(({ looks, present }, photograph) =>
    classes.map((name, index) => ({
      features: valuesOf(classFeatures(effort === "glance" ? looks.slice(0, 1) : looks, index), frequencies[index] ?? 0, names),
      truth: present.has(name),
      weight: weights[photograph]?.[index] ?? 0,
      photograph,
    })),
  );
  const asked = questions.map(({ photograph, classIndex }) => ({
    features: examples[photograph * classes.length + classIndex]?.features ?? [],
    photograph,
  }));
  const probabilities = crossValidate(examples, asked, measured.length);
  printFigures(
    effort,
    questions.map((question, index) => ({ ...question, probability: probabilities[index] ?? 0 })),
  );
  return weightsOf(fitLogistic(examples), names);
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
