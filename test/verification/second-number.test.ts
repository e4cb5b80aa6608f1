import { describe, expect, it } from "vitest";
import type { JudgedClaim } from "../../src/domain/judgement.js";
import { judge } from "../../src/verification/judge.js";
import { isUnsureNumber, withoutSecondNumber } from "../../src/verification/second-number.js";
import { detecting, exactly, mention } from "./support.js";

const UNSURE = detecting("chair", 0.84, 0.7);
const GLANCE = detecting("chair", 0.99, 0.98);
const SECOND = detecting("chair", 0.95, 0.81, 0.6);

function judged(value: number, evidence = GLANCE): JudgedClaim {
  const claim = exactly(value, mention("chairs", "chair"));
  return { claim, judgement: judge(claim, [evidence], "balanced"), evidence: [evidence] };
}

describe("a number on a second look", () => {
  it("is looked at where the glance bears it out and is not sure of it", () => {
    expect(judged(2, UNSURE).judgement.verdict).toBe("supported");
    expect(isUnsureNumber(judged(2, UNSURE))).toBe(true);
    expect(isUnsureNumber(judged(2))).toBe(false);
    expect(isUnsureNumber(judged(3))).toBe(false);
  });

  it("is borne out by either look alone", () => {
    expect(judged(2).judgement.verdict).toBe("supported");
    expect(judged(3, SECOND).judgement.verdict).toBe("supported");
  });

  it("is left open where the glance bore out another", () => {
    expect(withoutSecondNumber(judged(3, SECOND), judged(3), "balanced").judgement).toMatchObject({
      verdict: "unverifiable",
      because: "conflicting",
      reason: "The detector found three chairs (0.95, 0.81, 0.60). A first look found another number.",
    });
  });

  it("stands where the glance was sure of none", () => {
    expect(withoutSecondNumber(judged(3, SECOND), judged(3, UNSURE), "balanced").judgement.verdict).toBe("supported");
  });

  it("is not refuted where the glance bore it out", () => {
    const four = detecting("chair", 0.99, 0.99, 0.99, 0.98);
    expect(judged(2, four).judgement.verdict).toBe("refuted");
    expect(withoutSecondNumber(judged(2, four), judged(2), "balanced").judgement.because).toBe("conflicting");
  });
});
