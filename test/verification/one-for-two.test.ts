import { describe, expect, it } from "vitest";
import type { Claim, SpatialPredicate } from "../../src/domain/claim.js";
import type { JudgedClaim, Verdict } from "../../src/domain/judgement.js";
import { withoutOneForTwo } from "../../src/verification/one-for-two.js";
import { detecting, existence, mention, spatial } from "./support.js";

const man = { ...mention("the man", "person"), span: { start: 0, end: 7 } };
const woman = { ...mention("the woman", "person"), span: { start: 40, end: 49 } };
const one = detecting("person", 0.99);
const two = detecting("person", 0.99, 0.9);

function judged(claim: Claim, verdict: Verdict, seen = one): JudgedClaim {
  const probability = verdict === "refuted" ? 0.03 : 0.97;
  return { claim, judgement: { verdict, probability, because: null, reason: "By their boxes.", remedy: null }, evidence: [seen] };
}

function place(of: typeof man, predicate: SpatialPredicate, verdict: Verdict, seen = one): JudgedClaim {
  return judged(spatial(of, predicate, []), verdict, seen);
}

function verdictsOf(claims: readonly JudgedClaim[]): readonly Verdict[] {
  return withoutOneForTwo(claims).map(({ judgement }) => judgement.verdict);
}

describe("a place refuted by the box of another mention", () => {
  const both = [judged(existence(man), "supported"), judged(existence(woman), "supported")];

  it("stays open where one was found of two", () => {
    const claims = [...both, place(man, "image_left", "supported"), place(woman, "image_right", "refuted")];
    expect(verdictsOf(claims)).toEqual(["supported", "supported", "supported", "unverifiable"]);
    expect(withoutOneForTwo(claims)[3]?.judgement).toMatchObject({ because: "conflicting", probability: 0.03, remedy: null });
  });

  it("stays refuted where both were found", () => {
    expect(verdictsOf([...both, place(man, "image_left", "supported", two), place(woman, "image_right", "refuted", two)])[3]).toBe(
      "refuted",
    );
  });

  it("stays refuted where the text speaks of one alone", () => {
    const again = { ...man, span: { start: 40, end: 47 } };
    const claims = [judged(existence(man), "supported"), place(man, "image_left", "supported"), place(again, "image_right", "refuted")];
    expect(verdictsOf(claims)).toEqual(["supported", "supported", "refuted"]);
  });

  it("stays refuted where no place is borne out", () => {
    expect(verdictsOf([...both, place(man, "image_right", "refuted"), place(woman, "image_right", "refuted")]).slice(2)).toEqual([
      "refuted",
      "refuted",
    ]);
  });
});
