import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dealFolds } from "../../../src/evaluation/fit/cross-validated.js";

describe("folds", () => {
  it("hold every photograph once, as equally as can be, the same for the same seed", () => {
    const names = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(names, fc.integer({ min: 2, max: 10 }), fc.nat(), (photographs, folds, seed) => {
        const dealt = dealFolds(photographs, folds, seed);
        expect([...dealt.keys()].toSorted()).toEqual(photographs.toSorted());
        const sizes = Array.from({ length: folds }, (_, fold) => [...dealt.values()].filter((value) => value === fold).length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(dealFolds(photographs, folds, seed)).toEqual(dealt);
      }),
    );
  });
});
