/** Fits the chance that a box holds an instance, and tries what it is worth for counting. */
import { overlap } from "../../src/domain/box.js";
import { calibrationError, equalWidthBins } from "../../src/evaluation/metrics/calibration-error.js";
import type { Instance } from "../../src/evaluation/truth/coco-file.js";
import { type FusedBox, fuseBoxes } from "../../src/experts/detector/fusion.js";
import type { CalibrationWeights } from "../../src/registry/schema.js";
import { askedWeights } from "./asked.js";
import { printCounts } from "./counts.js";
import { crossValidate, type Grouped } from "./cross-validation.js";
import { type Effort, FEATURES, valuesOf, weightsOf } from "./features.js";
import { fitLogistic } from "./logistic-regression.js";
import type { Measured } from "./photographs.js";
import type { Vocabulary } from "./presence.js";

/** A box holds the instance that it overlaps this much, as COCO's and PASCAL's measures have it. */
const HOLDS = 0.5;

interface BoxExample extends Grouped {
  readonly category: string;
}

export function fitBoxes(measured: readonly Measured[], { classes, frequencies }: Vocabulary, effort: Effort): CalibrationWeights {
  const names = FEATURES.box[effort];
  const weights = askedWeights(measured, classes, frequencies);
  const examples: BoxExample[] = measured.flatMap(({ looks, present }, photograph) =>
    classes.flatMap((category, index) => {
      const boxes = fuseBoxes(effort === "glance" ? looks.slice(0, 1) : looks, index);
      const truths = match(boxes, present.get(category)?.instances ?? []);
      return boxes.flatMap((box, place) => {
        const truth = truths[place];
        if (truth === undefined || truth === null) return [];
        return [
          {
            category,
            photograph,
            truth,
            weight: weights[photograph]?.[index] ?? 0,
            features: valuesOf(box.features, frequencies[index] ?? 0, names),
          },
        ];
      });
    }),
  );
  const probabilities = crossValidate(examples, examples, measured.length);
  const guesses = examples.map((example, index) => ({ ...example, probability: probabilities[index] ?? 0 }));
  const named = guesses.filter(({ photograph, category }) => measured[photograph]?.present.has(category));
  console.log(
    `boxes, ${effort}: ${examples.length} boxes, ${examples.filter(({ truth }) => truth).length} hold an instance; calibration error ${(calibrationError(equalWidthBins(guesses)) ?? 0).toFixed(3)} (of classes that are there ${(calibrationError(equalWidthBins(named)) ?? 0).toFixed(3)})`,
  );
  printCounts(measured, guesses);
  return weightsOf(fitLogistic(examples), names);
}

/** Whether each box holds an instance that no likelier one holds; null where it lies in a crowd, whose members were not drawn. */
function match(boxes: readonly FusedBox[], instances: readonly Instance[]): readonly (boolean | null)[] {
  const free = new Set(instances.filter(({ crowd }) => !crowd));
  return boxes.map(({ box }) => {
    const held = [...free]
      .filter((instance) => overlap(instance.box, box) >= HOLDS)
      .sort((a, b) => overlap(b.box, box) - overlap(a.box, box))[0];
    if (held !== undefined) free.delete(held);
    const isInCrowd = instances.some((instance) => instance.crowd && overlap(instance.box, box) > 0.1);
    return held !== undefined ? true : isInCrowd ? null : false;
  });
}
