import { describe, expect, it } from "vitest";
import { countReason } from "../../src/verification/count-reason.js";
import { judge } from "../../src/verification/judge.js";
import { poissonBinomial } from "../../src/verification/poisson-binomial.js";
import { box, counting, detecting, exactly, mention, seeing } from "./support.js";

describe("a count claim", () => {
  it("is supported by as many sure boxes as it states", () => {
    expect(judge(exactly(2), [detecting("dog", 0.97, 0.96)], "balanced")).toMatchObject({
      verdict: "supported",
      reason: "The detector found two dogs (0.97, 0.96).",
    });
  });

  it("is refuted by one sure box where it states three, names what was seen and the right number", () => {
    expect(judge(exactly(3), [detecting("dog", 0.97)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found one dog (0.97), not three.",
      remedy: { type: "count", value: 1 },
    });
  });

  it("stays open where a faint box decides", () => {
    expect(judge(exactly(2), [detecting("dog", 0.97, 0.12)], "balanced")).toMatchObject({
      verdict: "unverifiable",
      because: "not_confident",
    });
  });

  it("says what is sure of more that were found, where the lower number is borne out", () => {
    expect(judge(exactly(2), [detecting("dog", 0.95, 0.81, 0.51)], "strict")).toMatchObject({
      verdict: "supported",
      reason: "Two of the three dogs found are sure (0.95, 0.81).",
    });
    expect(judge(exactly(2), [detecting("dog", 0.99, 0.98, 0.9)], "balanced")).toMatchObject({
      verdict: "unverifiable",
      reason: "The detector found three dogs (0.99, 0.98, 0.90); it may have missed or doubled some, so two stays open.",
    });
    expect(countReason(detecting("dog", 0.95, 0.81, 0.6), { relation: "exactly", value: 2 }, "right")).toBe(
      "Two of the three dogs found are sure (0.95, 0.81).",
    );
    expect(countReason(detecting("dog", 0.95, 0.45), { relation: "exactly", value: 2 }, "right")).toBe(
      "The detector found one dog (0.95), and more are likely.",
    );
  });

  it("is not refuted by a faint detector", () => {
    const several = counting(mention("several dogs", "dog"), { relation: "at_least", value: 3 });
    expect(judge(several, [seeing("dog", 0.4, 0.3)], "strict")).toMatchObject({ verdict: "unverifiable", remedy: null });
  });

  it("far below many small boxes is left open: they may be parts, or something else", () => {
    const boxes = detecting("bird", 0.96, 0.91, 0.9, 0.87, 0.68, 0.62, 0.61, 0.57, 0.51);
    expect(judge(exactly(3, mention("three birds", "bird")), [boxes], "balanced").verdict).toBe("unverifiable");
  });

  it("names the right number only where that is likely itself", () => {
    const unsure = judge(exactly(5), [detecting("dog", 0.99, 0.6)], "strict");
    expect(unsure).toMatchObject({ verdict: "refuted", remedy: null });
  });

  it("is put right by the number of sure boxes where all others are as good as none, and by none where a fair one is left", () => {
    const clear = judge(exactly(2), [detecting("dog", 0.999, 0.996, 0.995, 0.108, 0.053, 0.05, 0.03)], "strict");
    expect(clear).toMatchObject({ verdict: "refuted", remedy: { type: "count", value: 3 } });
    const fair = judge(exactly(2), [detecting("dog", 0.999, 0.996, 0.995, 0.25)], "strict");
    expect(fair).toMatchObject({ verdict: "refuted", remedy: null });
  });

  it("falls with its object, and then has no remedy", () => {
    expect(judge(exactly(2), [seeing("dog", 0.03)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found no dog.",
      remedy: null,
    });
  });

  it("in a crowd is judged only as a lower bound", () => {
    const crowd = detecting("dog", ...Array.from({ length: 10 }, () => 0.95));
    expect(judge(exactly(4), [crowd], "strict").verdict).toBe("unverifiable");
    expect(judge(counting(mention("dogs", "dog"), { relation: "at_least", value: 3 }), [crowd], "balanced").verdict).toBe("supported");
  });

  it("of those of whom something is said is refuted by too few, never by too many", () => {
    const walking = { ...exactly(2, mention("Two people", "person")), ofSome: true };
    expect(judge(walking, [detecting("person", 0.99, 0.99, 0.98, 0.97)], "strict")).toMatchObject({
      verdict: "unverifiable",
      reason: "The detector found four people (0.99, 0.99, 0.98, 0.97); of how many of them it is said, is not checked.",
    });
    expect(judge({ ...walking, ofSome: false }, [detecting("person", 0.99, 0.99, 0.98, 0.97)], "strict").verdict).toBe("refuted");
    expect(judge({ ...walking, count: { relation: "exactly", value: 4 } }, [detecting("person", 0.99)], "balanced").verdict).toBe(
      "refuted",
    );
  });

  it("of dozens is left open where only some small ones have a box, and refuted beside a large one", () => {
    const dozens = counting(mention("dozens of books", "book"), { relation: "at_least", value: 24 });
    const small = { x1: 0.5, y1: 0.5, x2: 0.55, y2: 0.6 };
    const seen = { ...seeing("book", 0.98), boxes: [box(0.9, small), box(0.57, small)] };
    expect(judge(dozens, [seen], "balanced")).toMatchObject({
      verdict: "unverifiable",
      reason: "The detector found two books (0.90, 0.57); of so many small ones it would miss most.",
    });
    expect(judge(dozens, [detecting("book", 0.9, 0.57)], "balanced").verdict).toBe("refuted");
  });

  it("of a narrower kind is refuted by too few, never by too many", () => {
    const two = exactly(2, mention("two women", "person"));
    expect(judge(two, [detecting("person", 0.98, 0.97, 0.97, 0.96)], "strict").verdict).toBe("unverifiable");
    expect(judge(exactly(4, mention("four women", "person")), [detecting("person", 0.98)], "balanced").verdict).toBe("refuted");
    expect(judge(exactly(2, mention("two red cars", "car")), [detecting("car", 0.98, 0.97, 0.97, 0.96)], "strict").verdict).toBe(
      "unverifiable",
    );
  });

  it.each([
    [
      exactly(2, mention("exactly two taxis", "car")),
      "car",
      "The detector found four cars (0.98, 0.97, 0.97, 0.96); how many of them are taxis is not checked.",
    ],
    [
      exactly(1, mention("only one woman", "person")),
      "person",
      "The detector found four people (0.98, 0.97, 0.97, 0.96); how many of them are women is not checked.",
    ],
    [
      counting(mention("at most one poodle", "dog"), { relation: "at_most", value: 1 }),
      "dog",
      "The detector found four dogs (0.98, 0.97, 0.97, 0.96); how many of them are poodles is not checked.",
    ],
    [
      exactly(0, mention("zero poodles", "dog")),
      "dog",
      "The detector found four dogs (0.98, 0.97, 0.97, 0.96); how many of them are poodles is not checked.",
    ],
  ])("of a kind is not refuted by many of the category, and says why: %#", (claim, category, reason) => {
    const judged = judge(claim, [detecting(category, 0.98, 0.97, 0.97, 0.96)], "strict");
    expect(judged).toMatchObject({ verdict: "unverifiable", reason });
  });

  it("of a kind is borne out by the category, which it says; its denial is not refuted", () => {
    const two = mention("two golden retrievers", "dog");
    const seen = [detecting("dog", 0.98, 0.97)];
    expect(judge(exactly(2, two), seen, "balanced")).toMatchObject({
      verdict: "supported",
      reason: "The detector found two dogs (0.98, 0.97); that they are golden retrievers is not checked.",
    });
    expect(judge(exactly(2, two, { negated: true }), seen, "strict").verdict).toBe("unverifiable");
    expect(judge(exactly(4, mention("four taxis", "car")), [detecting("car", 0.98)], "balanced")).toMatchObject({
      verdict: "refuted",
      reason: "The detector found one car (0.98), not four.",
    });
  });

  it("that there are none is an existence denied", () => {
    expect(judge(exactly(0), [seeing("dog", 0.03)], "balanced").verdict).toBe("supported");
    expect(judge(exactly(0), [detecting("dog", 0.97)], "balanced").verdict).toBe("refuted");
  });

  it("that is rough allows what is near", () => {
    const about = counting(mention("about four dogs", "dog"), { relation: "about", value: 4 });
    expect(judge(about, [detecting("dog", 0.97, 0.97, 0.97)], "balanced").verdict).toBe("supported");
    expect(judge(about, [detecting("dog", 0.97)], "balanced").verdict).toBe("refuted");
  });

  it("that is an upper bound is refuted by more", () => {
    const atMost = counting(mention("at most one dog", "dog"), { relation: "at_most", value: 1 });
    expect(judge(atMost, [detecting("dog", 0.98, 0.97, 0.97)], "balanced").verdict).toBe("refuted");
  });

  it("is borne out only where no other number is likelier by the boxes", () => {
    const one = detecting("dog", 0.99, 0.35);
    expect(judge(exactly(1), [one], "balanced").verdict).toBe("supported");
    expect(judge(exactly(2), [one], "balanced").verdict).toBe("unverifiable");
    expect(judge(exactly(2), [one], "balanced").probability).toBeGreaterThan(0.68);
  });
});

describe("the Poisson binomial distribution", () => {
  it("is the binomial where all probabilities are equal", () => {
    expect(poissonBinomial([0.5, 0.5, 0.5])).toEqual([0.125, 0.375, 0.375, 0.125]);
  });

  it("is certain of none where nothing can happen", () => {
    expect(poissonBinomial([])).toEqual([1]);
  });
});
