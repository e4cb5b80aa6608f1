import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mcnemarExact } from "../../src/statistics/mcnemar.js";

describe("McNemar's exact test", () => {
  it("gives the binomial's two tails", () => {
    expect(mcnemarExact(10, 2)).toBeCloseTo((2 * (1 + 12 + 66)) / 4096, 12);
    expect(mcnemarExact(0, 5)).toBeCloseTo(2 / 32, 12);
  });

  it("finds nothing where the two never differ, or differ as often each way", () => {
    expect(mcnemarExact(0, 0)).toBe(1);
    expect(mcnemarExact(7, 7)).toBe(1);
    expect(mcnemarExact(3, 4)).toBe(1);
  });

  it("holds for more items than a double can count ways", () => {
    expect(mcnemarExact(5000, 5200)).toBeCloseTo(0.0487, 3);
    expect(mcnemarExact(4000, 6000)).toBeLessThan(1e-80);
  });

  it("does not care which of the two comes first, and stays a probability", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (a, b) => {
        const p = mcnemarExact(a, b);
        expect(p).toBe(mcnemarExact(b, a));
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
    );
  });
});
