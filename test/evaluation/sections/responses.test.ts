import { describe, expect, it } from "vitest";
import { CLAIM_KINDS } from "../../../src/domain/claim.js";
import type { JudgedClaim, Verdict } from "../../../src/domain/judgement.js";
import { judgeFact } from "../../../src/evaluation/sections/responses.js";
import { extract } from "../../../src/extraction/extract.js";

const RESPONSE = "A dog lies on a red sofa. A fountain stands behind it.";
const claimsOf = (text: string) => extract(text, { prompt: null, kinds: CLAIM_KINDS }).claims;

/** The claims of the response; those about the named object get the verdict, the rest is supported. */
function judged(object: string, verdict: Verdict): readonly JudgedClaim[] {
  return claimsOf(RESPONSE).map((claim) => {
    const is = claim.object?.category === object ? verdict : "supported";
    return {
      claim,
      judgement: { verdict: is, probability: is === "refuted" ? 0.05 : 0.9, because: null, reason: "", remedy: null },
      evidence: [],
    };
  });
}

describe("a labelled fact", () => {
  it("that is false is corrected right where it is gone, and missed where it stays", () => {
    const gone = judgeFact("There is a fountain.", false, judged("fountain", "refuted"), claimsOf("A dog lies on a red sofa."));
    expect(gone).toMatchObject({ verdict: "refuted", probability: 0.05, found: true, outcome: "right" });
    const stays = judgeFact("There is a fountain.", false, judged("fountain", "unverifiable"), claimsOf(RESPONSE));
    expect(stays).toMatchObject({ verdict: "unverifiable", found: true, outcome: "missed" });
  });

  it("that is true and gone is harm", () => {
    const gone = judgeFact("There is a dog.", true, judged("dog", "refuted"), claimsOf("A fountain stands behind it."));
    expect(gone).toMatchObject({ verdict: "refuted", outcome: "harmful" });
    expect(judgeFact("There is a dog.", true, judged("fountain", "refuted"), claimsOf("A dog lies on a red sofa.")).outcome).toBe("kept");
  });

  it("that was turned into its denial no longer stands", () => {
    const denied = claimsOf("There is no fountain in the image.");
    expect(judgeFact("There is a fountain.", false, judged("fountain", "refuted"), denied).outcome).toBe("right");
  });

  it("that no claim covers was not found: kept if true, missed if false", () => {
    expect(judgeFact("There is an elephant.", false, judged("dog", "supported"), [])).toMatchObject({ found: false, outcome: "missed" });
    expect(judgeFact("There is an elephant.", true, judged("dog", "supported"), [])).toMatchObject({ found: false, outcome: "kept" });
  });
});
