import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrationError, equalMassBins, equalWidthBins } from "../../../src/evaluation/metrics/calibration-error.js";

const guess = (truth: boolean, probability: number | null) => ({ truth, probability });

describe("the calibration error", () => {
  it("is nothing where 0.8 comes true four times in five", () => {
    const guesses = [true, true, true, true, false].map((truth) => guess(truth, 0.8));
    expect(calibrationError(equalWidthBins(guesses))).toBeCloseTo(0, 12);
    expect(calibrationError(equalMassBins(guesses))).toBeCloseTo(0, 12);
  });

  it("is the distance between stated and observed, weighted by claims", () => {
    const guesses = [guess(true, 0.9), guess(true, 0.9), guess(false, 0.9), guess(false, 0.2)];
    expect(calibrationError(equalWidthBins(guesses))).toBeCloseTo((3 * (0.9 - 2 / 3) + 1 * 0.2) / 4, 12);
  });

  it("skips claims without a probability, and has no value where none is left", () => {
    expect(calibrationError(equalWidthBins([guess(true, null)]))).toBeNull();
    expect(calibrationError(equalMassBins([guess(true, null), guess(true, 1)]))).toBeCloseTo(0, 12);
  });
});

describe("bins", () => {
  it("of equal width hold 1 in the last one and leave empty ones out", () => {
    const bins = equalWidthBins([guess(true, 1), guess(false, 0), guess(true, 0.95)]);
    expect(bins.map(({ from, to, claims }) => [from, to, claims])).toEqual([
      [0, 0.1, 1],
      [0.9, 1, 2],
    ]);
  });

  it("of equal mass never part equal probabilities", () => {
    const guesses = [0.1, 0.5, 0.5, 0.5, 0.5, 0.9].map((probability) => guess(true, probability));
    expect(equalMassBins(guesses, 3).map(({ from, to, claims }) => [from, to, claims])).toEqual([
      [0.1, 0.5, 5],
      [0.9, 0.9, 1],
    ]);
  });

  it("of either kind hold every claim once, whatever its order", () => {
    const guesses = fc.array(fc.record({ truth: fc.boolean(), probability: fc.double({ min: 0, max: 1, noNaN: true }) }));
    fc.assert(
      fc.property(guesses, (some) => {
        for (const cut of [equalMassBins, equalWidthBins]) {
          const bins = cut(some);
          expect(bins.reduce((sum, { claims }) => sum + claims, 0)).toBe(some.length);
          expect(cut(some.toReversed()).map(({ claims }) => claims)).toEqual(bins.map(({ claims }) => claims));
        }
      }),
    );
  });
});
