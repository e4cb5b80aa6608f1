import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../src/domain/judgement.js";
import { verdictFigures } from "../../../src/evaluation/metrics/verdict-figures.js";

const judged = (truth: boolean, ...verdicts: Verdict[]) => verdicts.map((verdict) => ({ truth, verdict }));

describe("the figures of verdicts", () => {
  it("tell harm from catch, and coverage from accuracy", () => {
    const claims = [
      ...judged(true, "supported", "supported", "refuted", "unverifiable"),
      ...judged(false, "refuted", "refuted", "supported", "unverifiable", "unverifiable"),
    ];
    expect(verdictFigures(claims)).toEqual({
      claims: 9,
      decided: 6,
      coverage: 6 / 9,
      accuracyOfDecided: 4 / 6,
      harm: 1 / 4,
      catch: 2 / 5,
    });
  });

  it("abstaining on everything does no harm, catches nothing and is neither right nor wrong", () => {
    const claims = [...judged(true, "unverifiable"), ...judged(false, "unverifiable")];
    expect(verdictFigures(claims)).toMatchObject({ coverage: 0, accuracyOfDecided: null, harm: 0, catch: 0 });
  });
});
