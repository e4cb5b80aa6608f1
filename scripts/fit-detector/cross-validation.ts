/** Every prediction from a fit that saw no example of the same photograph; the mean over several ways to part the photographs. */

import type { Grouped } from "../../src/evaluation/fit/grouped.js";
import { fitLogistic, predict } from "../../src/evaluation/fit/logistic-regression.js";
import { seededRandom, shuffled } from "../../src/statistics/random.js";

const FOLDS = 10;
const PARTITIONS = 5;

/**
 * @param asked what is predicted; what is fitted are the examples
 * @returns probabilities in the order of `asked`
 */
export function crossValidate(
  examples: readonly Grouped[],
  asked: readonly Pick<Grouped, "features" | "photograph">[],
  photographs: number,
): readonly number[] {
  const sums = new Array<number>(asked.length).fill(0);
  for (let partition = 0; partition < PARTITIONS; partition += 1) {
    const order = shuffled(
      Array.from({ length: photographs }, (_, index) => index),
      seededRandom(partition + 1),
    );
    const folds = new Map(order.map((photograph, place) => [photograph, place % FOLDS]));
    for (let fold = 0; fold < FOLDS; fold += 1) {
      const fit = fitLogistic(examples.filter(({ photograph }) => folds.get(photograph) !== fold));
      for (const [index, { features, photograph }] of asked.entries()) {
        if (folds.get(photograph) === fold) sums[index] = (sums[index] ?? 0) + predict(fit, features) / PARTITIONS;
      }
    }
  }
  return sums;
}
