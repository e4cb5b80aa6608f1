import { describe, expect, it } from "vitest";
import { fitLogistic, predict } from "../../../src/evaluation/fit/logistic-regression.js";
import { seededRandom } from "../../../src/statistics/random.js";

const random = seededRandom(1);

/** Truths drawn from a known curve: log-odds 1 + 2·x − y. */
const EXAMPLES = Array.from({ length: 20_000 }, () => {
  const [x, y] = [random() * 4 - 2, random() * 100];
  const probability = 1 / (1 + Math.exp(-(1 + 2 * x - 0.05 * y)));
  return { features: [x, y], truth: random() < probability, weight: 1 };
});

describe("a logistic regression", () => {
  it("finds the curve that the truths were drawn from, whatever the features' units", () => {
    const { bias, weights } = fitLogistic(EXAMPLES);
    expect(bias).toBeCloseTo(1, 0);
    expect(weights[0]).toBeCloseTo(2, 0);
    expect(weights[1]).toBeCloseTo(-0.05, 2);
  });

  it("is calibrated in sum on what it was fitted on", () => {
    const fit = fitLogistic(EXAMPLES);
    const stated = EXAMPLES.reduce((sum, { features }) => sum + predict(fit, features), 0);
    expect(stated).toBeCloseTo(EXAMPLES.filter(({ truth }) => truth).length, 3);
  });

  it("counts an example by its weight", () => {
    const twice = fitLogistic([...EXAMPLES.slice(0, 500), ...EXAMPLES.slice(0, 500)]);
    const heavy = fitLogistic(EXAMPLES.slice(0, 500).map((example) => ({ ...example, weight: 2 })));
    expect(heavy.bias).toBeCloseTo(twice.bias, 9);
  });
});
