import { describe, expect, it } from "vitest";
import { forcedChoice } from "../../../src/evaluation/metrics/forced-choice.js";

const guess = (truth: boolean, probability: number | null) => ({ truth, probability });

describe("forced choice", () => {
  it("answers yes at one half and above", () => {
    const figures = forcedChoice([guess(true, 0.5), guess(true, 0.9), guess(true, 0.49), guess(false, 0.6), guess(false, 0.1)]);
    expect(figures).toEqual({
      truePositive: 2,
      falsePositive: 1,
      trueNegative: 1,
      falseNegative: 1,
      accuracy: 3 / 5,
      precision: 2 / 3,
      recall: 2 / 3,
      f1: 2 / 3,
      yesRatio: 3 / 5,
      missing: 0,
    });
  });

  it("lets a claim stand of which no expert said anything, and counts it", () => {
    expect(forcedChoice([guess(true, null), guess(false, null)])).toMatchObject({ accuracy: 0.5, yesRatio: 1, missing: 2 });
  });

  it("has no figures without claims, and no precision without a yes", () => {
    expect(forcedChoice([])).toMatchObject({ accuracy: null, precision: null, recall: null, f1: null, yesRatio: null });
    expect(forcedChoice([guess(false, 0.1)])).toMatchObject({ accuracy: 1, precision: null, recall: null, f1: null, yesRatio: 0 });
  });
});
