import { describe, expect, it } from "vitest";
import { checksOf } from "../../src/verification/checks.js";
import { judge } from "../../src/verification/judge.js";
import { acting, detecting, failing, lying, mention, seeing, spatial } from "./support.js";

const dog = mention("the dog", "dog");
const cat = mention("the cat", "cat");
const both = [detecting("dog", 0.95), detecting("cat", 0.93)];
const claim = spatial(dog, "left_of", [cat]);

describe("a spatial claim", () => {
  it("asks for both things, the predicate, and what could stand in its place", () => {
    expect(checksOf(claim).map((check) => (check.type === "geometry" ? check.predicate : check.type))).toEqual([
      "detect",
      "detect",
      "left_of",
      "right_of",
    ]);
  });

  it("is supported where a pair clearly holds", () => {
    expect(judge(claim, [...both, lying("left_of", true, 0.9, 0.95, 0.93)], "balanced")).toMatchObject({
      verdict: "supported",
      reason: "By their boxes, the dog (0.95) is to the left of the cat (0.93).",
    });
  });

  it.each([
    ["the pink chair", "the blue chair", "chair", "unverifiable"],
    ["a chair", "another chair", "chair", "supported"],
    ["the woman", "the man", "person", "unverifiable"],
  ])("between two of a category is left open where boxes do not tell which is which: %s, %s", (one, other, category, verdict) => {
    const said = spatial(mention(one, category), "right_of", [mention(other, category)]);
    const seen = [detecting(category, 0.95, 0.9), lying("right_of", true, 0.9, 0.95, 0.9), lying("right_of", false, 0.9, 0.9, 0.95)];
    expect(judge(said, seen, "balanced").verdict).toBe(verdict);
  });

  it.each([
    ["the woman", "unverifiable"],
    ["a woman", "supported"],
    ["the person", "supported"],
  ])("of one among several people is left open where it is not seen who is meant: %s", (phrase, verdict) => {
    const said = spatial(mention(phrase, "person"), "image_right", []);
    const seen = [detecting("person", 0.95, 0.9), lying("image_right", true, 0.9, 0.95), lying("image_right", false, 0.9, 0.9)];
    expect(judge(said, seen, "balanced").verdict).toBe(verdict);
  });

  it("is refuted where the pair clearly fails, and the opposite is the remedy", () => {
    const evidence = [...both, lying("left_of", false, 0.9, 0.95, 0.93), lying("right_of", true, 0.9, 0.95, 0.93)];
    expect(judge(claim, evidence, "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "By their boxes, the dog (0.95) is to the right of the cat (0.93).",
      remedy: { type: "predicate", value: "right_of" },
    });
  });

  it("that denies the place of a kind is not refuted by another, and supported where nothing of its category is so", () => {
    const poodle = spatial(mention("the poodle", "dog"), "left_of", [cat], { negated: true });
    const holds = [...both, lying("left_of", true, 0.9, 0.95, 0.93)];
    expect(judge(poodle, holds, "strict")).toMatchObject({
      verdict: "unverifiable",
      reason: "By their boxes, the dog (0.95) is to the left of the cat (0.93); that the dog is a poodle is not checked.",
    });
    const fromKitten = spatial(dog, "left_of", [mention("the kitten", "cat")], { negated: true });
    expect(judge(fromKitten, holds, "strict").verdict).toBe("unverifiable");
    expect(judge({ ...claim, negated: true }, holds, "balanced").verdict).toBe("refuted");
    expect(judge(poodle, [...both, lying("left_of", false, 0.9, 0.95, 0.93)], "balanced").verdict).toBe("supported");
    expect(judge({ ...poodle, negated: false }, holds, "balanced").verdict).toBe("supported");
  });

  it("stays open near the line", () => {
    expect(judge(claim, [...both, lying("left_of", false, 0.05, 0.95, 0.93)], "balanced")).toMatchObject({ verdict: "unverifiable" });
  });

  it("holds if some pair holds, and is not refuted where a plausible pair holds", () => {
    const fails = lying("left_of", false, 0.9, 0.95, 0.93);
    expect(judge(claim, [...both, fails, lying("left_of", true, 0.9, 0.94, 0.92)], "balanced")).toMatchObject({
      verdict: "supported",
      reason: "By their boxes, the dog (0.94) is to the left of the cat (0.92); others that were found are not.",
    });
    expect(judge(claim, [...both, fails, lying("left_of", true, 0.9, 0.95, 0.5)], "strict").verdict).toBe("unverifiable");
  });

  it("is judged on faint boxes where things are likely there and nothing else could be meant", () => {
    const evidence = [seeing("dog", 0.8, 0.3), seeing("cat", 0.85, 0.4), lying("left_of", true, 0.9, 0.3, 0.4)];
    expect(judge(claim, evidence, "balanced")).toMatchObject({ verdict: "supported" });
  });

  it("falls where one of its things is not there", () => {
    expect(judge(claim, [seeing("dog", 0.02), detecting("cat", 0.9)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found no dog.",
      remedy: null,
    });
    expect(judge(claim, [detecting("dog", 0.9), seeing("cat", 0.02)], "balanced").reason).toBe("The detector found no cat.");
  });

  it("is left open where one is outside the vocabulary, unless the other is absent", () => {
    const fountain = spatial(dog, "left_of", [mention("a fountain", "fountain")]);
    expect(judge(fountain, [detecting("dog", 0.9), failing("outside_vocabulary")], "strict")).toMatchObject({
      verdict: "unverifiable",
      because: "outside_vocabulary",
      probability: null,
    });
    expect(judge(fountain, [seeing("dog", 0.02), failing("outside_vocabulary")], "balanced").verdict).toBe("refuted");
  });

  it("says of each thing why nobody looked for it, not of another", () => {
    const fountain = spatial(dog, "left_of", [mention("a fountain", "fountain")]);
    expect(judge(fountain, [failing("expert_unavailable"), failing("outside_vocabulary")], "strict")).toMatchObject({
      because: "expert_unavailable",
      reason: 'No detector could look for "dog": it is not available.',
    });
  });

  it("is not refuted where a thing is not clearly there", () => {
    const evidence = [detecting("dog", 0.95), detecting("cat", 0.3), lying("left_of", false, 0.9, 0.95, 0.3)];
    expect(judge(claim, evidence, "strict").verdict).toBe("unverifiable");
  });

  it("is not refuted on boxes that may be anything's, however likely the things are", () => {
    const evidence = [seeing("dog", 0.85, 0.04), lying("image_right", false, 0.9, 0.04), lying("image_left", true, 0.9, 0.04)];
    expect(judge(spatial(dog, "image_right", []), evidence, "strict")).toMatchObject({ verdict: "unverifiable", remedy: null });
  });

  it("that is no side is refuted on likely boxes alone, for of other places nothing was measured", () => {
    const at = (chance: number) => [
      seeing("dog", 0.85, chance),
      lying("image_right", false, 0.9, chance),
      lying("image_left", true, 0.9, chance),
    ];
    expect(judge(spatial(dog, "image_right", []), at(0.11), "balanced").verdict).toBe("unverifiable");
    expect(judge(spatial(dog, "image_right", []), at(0.32), "balanced").verdict).toBe("refuted");
  });

  it("is refuted on faint boxes of things that are there, and nothing is put in its place", () => {
    const evidence = [
      seeing("dog", 0.85, 0.11),
      detecting("cat", 0.93),
      lying("left_of", false, 0.9, 0.11, 0.93),
      lying("right_of", true, 0.9, 0.11, 0.93),
    ];
    expect(judge(claim, evidence, "balanced")).toMatchObject({ verdict: "refuted", remedy: null });
  });

  it("falls with a thing that is clearly absent, and is left open with one that may have been overlooked", () => {
    const sure = detecting("dog", 0.95);
    expect(judge(claim, [sure, seeing("cat", 0.03)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found no cat.",
    });
    expect(judge(claim, [sure, seeing("cat", 0.12)], "balanced")).toMatchObject({ verdict: "unverifiable", probability: 0.12 });
    expect(judge(acting(dog, "chase", [cat]), [sure, seeing("cat", 0.12)], "balanced")).toMatchObject({
      verdict: "unverifiable",
      probability: 0.12,
    });
  });

  it("refuted on boxes that are no more than likely names no other place", () => {
    const evidence = [seeing("dog", 0.85, 0.4), lying("image_right", false, 0.9, 0.4), lying("image_left", true, 0.9, 0.4)];
    expect(judge(spatial(dog, "image_right", []), evidence, "balanced")).toMatchObject({ verdict: "refuted", remedy: null });
  });

  it("is left open where an instance that is as likely cannot be placed", () => {
    const evidence = [detecting("dog", 0.97, 0.95), lying("background", false, 0.9, 0.97), lying("background", false, 0, 0.95)];
    expect(judge(spatial(dog, "background", []), evidence, "strict")).toMatchObject({ verdict: "unverifiable", probability: null });
    const oneIs = [detecting("dog", 0.97, 0.95), lying("background", true, 0.9, 0.97), lying("background", false, 0, 0.95)];
    expect(judge(spatial(dog, "background", []), oneIs, "balanced").verdict).toBe("supported");
  });

  it("of depth is not decided by boxes alone", () => {
    const front = spatial(dog, "in_front_of", [cat]);
    for (const holds of [true, false]) {
      expect(judge(front, [...both, lying("in_front_of", holds, 1, 0.95, 0.93)], "strict").verdict).toBe("unverifiable");
    }
  });

  it("of a place in the picture is judged without a target", () => {
    const onTheLeft = spatial(dog, "image_left", []);
    const evidence = [detecting("dog", 0.97), lying("image_left", false, 0.9, 0.97), lying("image_right", true, 0.9, 0.97)];
    expect(judge(onTheLeft, evidence, "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "By their boxes, the dog (0.97) is on the right side of the picture.",
      remedy: { type: "predicate", value: "image_right" },
    });
  });
});

describe("another relation", () => {
  const riding = acting(mention("a man", "person"), "ride", [mention("a horse", "horse")]);

  it("is left open where both are there", () => {
    expect(judge(riding, [detecting("person", 0.9), detecting("horse", 0.9), failing("expert_unavailable")], "strict")).toMatchObject({
      verdict: "unverifiable",
      because: "expert_unavailable",
    });
  });

  it("falls where one is not there", () => {
    expect(judge(riding, [detecting("person", 0.9), seeing("horse", 0.02), failing("expert_unavailable")], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found no horse.",
    });
  });
});
