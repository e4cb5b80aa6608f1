import { expect, it } from "vitest";
import type { JudgedClaim } from "../../src/domain/judgement.js";
import { judge } from "../../src/verification/judge.js";
import { withoutOneLineForTwo } from "../../src/verification/one-line-for-two.js";
import { detecting, mention, reading, writing } from "./support.js";

const sign = mention("the stop sign", "stop sign");
const evidence = [detecting("stop sign", 0.95), reading(["STOP", 0.98])];

function verdicts(...quotes: readonly string[]): readonly string[] {
  const judged = quotes.map((quote): JudgedClaim => {
    const claim = writing(quote, sign);
    return { claim, judgement: judge(claim, evidence, "balanced"), evidence };
  });
  return withoutOneLineForTwo(judged).map(({ judgement }) => judgement.verdict);
}

it("lets one line refute one quote, however often the text gives it", () => {
  expect(verdicts("YIELD")).toEqual(["refuted"]);
  expect(verdicts("YIELD", "Yield")).toEqual(["refuted", "refuted"]);
});

it("leaves a quote open beside the one that the line bears out", () => {
  expect(verdicts("STOP", "MAIN ST")).toEqual(["supported", "unverifiable"]);
});

it("leaves two quotes open of which the line may be either", () => {
  expect(verdicts("YIELD", "MAIN ST")).toEqual(["unverifiable", "unverifiable"]);
});
