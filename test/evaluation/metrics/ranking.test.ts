import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderCurve, logLoss } from "../../../src/evaluation/metrics/ranking.js";

const guess = (truth: boolean, probability: number | null) => ({ truth, probability });

describe("the area under the curve", () => {
  it("counts the pairs of a true and a false claim that are in order, ties half", () => {
    expect(areaUnderCurve([guess(true, 0.9), guess(false, 0.1)])).toBe(1);
    expect(areaUnderCurve([guess(true, 0.1), guess(false, 0.9)])).toBe(0);
    expect(areaUnderCurve([guess(true, 0.4), guess(false, 0.4)])).toBe(0.5);
    // Of the six pairs four are in order and one is tied.
    expect(areaUnderCurve([guess(true, 0.8), guess(true, 0.5), guess(false, 0.5), guess(false, 0.6), guess(false, 0.1)])).toBeCloseTo(
      4.5 / 6,
      12,
    );
  });

  it("has no value without both kinds, and skips what no expert judged", () => {
    expect(areaUnderCurve([guess(true, 0.9)])).toBeNull();
    expect(areaUnderCurve([guess(false, 0.9), guess(true, null)])).toBeNull();
    expect(areaUnderCurve([guess(true, 0.9), guess(false, 0.1), guess(false, null)])).toBe(1);
  });

  it("equals the count over all pairs", () => {
    const some = fc.array(fc.record({ truth: fc.boolean(), probability: fc.integer({ min: 0, max: 8 }).map((step) => step / 8) }));
    fc.assert(
      fc.property(some, (guesses) => {
        const pairs = guesses
          .filter(({ truth }) => truth)
          .flatMap((one) => guesses.filter(({ truth }) => !truth).map((other) => one.probability - other.probability));
        const inOrder = pairs.reduce((sum, difference) => sum + (Math.sign(difference) + 1) / 2, 0);
        expect(areaUnderCurve(guesses)).toEqual(pairs.length === 0 ? null : expect.closeTo(inOrder / pairs.length, 12));
      }),
    );
  });
});

describe("the log-loss", () => {
  it("is the mean of what the truth was given", () => {
    expect(logLoss([guess(true, 0.5), guess(false, 0.5)])).toBeCloseTo(Math.LN2, 12);
    expect(logLoss([guess(true, 0.8), guess(false, 0.1), guess(true, null)])).toBeCloseTo(-(Math.log(0.8) + Math.log(0.9)) / 2, 12);
  });

  it("stays finite for a sure mistake, and has no value without claims", () => {
    expect(logLoss([guess(true, 0)])).toBeCloseTo(-Math.log(1e-4), 12);
    expect(logLoss([guess(true, null)])).toBeNull();
  });
});
