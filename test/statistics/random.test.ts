import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawOne, seededRandom, shuffled } from "../../src/statistics/random.js";

describe("seeded chance", () => {
  it("gives the same stream for the same seed, and another for another", () => {
    const stream = (seed: number) => {
      const random = seededRandom(seed);
      return Array.from({ length: 20 }, () => random());
    };
    expect(stream(1)).toEqual(stream(1));
    expect(stream(1)).not.toEqual(stream(2));
  });

  it("stays at least 0 and below 1, around a half", () => {
    const random = seededRandom(7);
    const numbers = Array.from({ length: 10_000 }, () => random());
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    expect(numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toBeCloseTo(0.5, 1);
  });

  it("draws one of the values, or nothing from nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), fc.nat(), (values, seed) => {
        expect(values).toContain(drawOne(values, seededRandom(seed)));
      }),
    );
    expect(drawOne([], seededRandom(1))).toBeUndefined();
  });

  it("shuffles without losing or doubling a value", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (values, seed) => {
        expect([...shuffled(values, seededRandom(seed))].sort((a, b) => a - b)).toEqual([...values].sort((a, b) => a - b));
      }),
    );
  });
});
