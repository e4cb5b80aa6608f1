import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calibrationError,
  calibrationErrorByChance,
  equalMassBins,
  equalWidthBins,
} from "../../../src/evaluation/metrics/calibration-error.js";
import { seededRandom } from "../../../src/statistics/random.js";

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

describe("the calibration error by chance", () => {
  const ask = (claim: string, probability: number | null) => ({ claim, truth: false, probability });

  it("is what exact probabilities have on so few claims: of one claim at 0.5 it is always a half", () => {
    expect(calibrationErrorByChance([ask("a", 0.5)], seededRandom(1))).toBeCloseTo(0.5, 12);
    expect(calibrationErrorByChance([ask("a", 1), ask("b", 0)], seededRandom(1))).toBe(0);
  });

  it("does not shrink where the same claim is asked again, and does where others are", () => {
    const again = calibrationErrorByChance(new Array(64).fill(ask("a", 0.5)), seededRandom(1));
    const others = calibrationErrorByChance(
      Array.from({ length: 64 }, (_, index) => ask(String(index), 0.5)),
      seededRandom(1),
    );
    expect(again).toBeCloseTo(0.5, 12);
    expect(others).toBeLessThan(0.08);
    expect(others).toBeGreaterThan(0.03);
  });

  it("has no value where no expert said anything", () => {
    expect(calibrationErrorByChance([ask("a", null)], seededRandom(1))).toBeNull();
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
