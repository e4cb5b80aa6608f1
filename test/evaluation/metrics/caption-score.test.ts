import { describe, expect, it } from "vitest";
import { captionScore, pairCredit } from "../../../src/evaluation/metrics/caption-score.js";

describe("a caption's score", () => {
  it("is the mean log-odds of its claims", () => {
    expect(captionScore([0.8, 0.5])).toBeCloseTo(Math.log(4) / 2, 12);
    expect(captionScore([0.8, 0.2])).toBeCloseTo(0, 12);
  });

  it("skips claims without a probability, and is 0 when none is left", () => {
    expect(captionScore([null, 0.8])).toBeCloseTo(Math.log(4), 12);
    expect(captionScore([null])).toBe(0);
    expect(captionScore([])).toBe(0);
  });

  it("stays finite where an expert was sure", () => {
    expect(captionScore([0])).toBeCloseTo(-Math.log(999), 9);
    expect(captionScore([1])).toBeCloseTo(Math.log(999), 9);
  });
});

describe("a pair of captions", () => {
  it("is right where the false one scores lower, and half right where they tie", () => {
    expect([pairCredit(1, 0), pairCredit(0, 1), pairCredit(0.3, 0.3)]).toEqual([1, 0, 0.5]);
  });
});
