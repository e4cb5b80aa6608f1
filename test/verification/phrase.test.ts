import { describe, expect, it } from "vitest";
import { isNarrow, numberMeant } from "../../src/verification/phrase.js";
import { mention } from "./support.js";

describe("what a phrase asks beyond its category", () => {
  it.each([
    ["a dog", "dog", false],
    ["two dogs", "dog", false],
    ["A person", "person", false],
    ["several people", "person", false],
    ["a sofa", "couch", false],
    ["the traffic lights", "traffic light", false],
    ["at least three wine glasses", "wine glass", false],
    ["a woman", "person", true],
    ["the two women", "person", true],
    ["a skier", "person", true],
    ["a red car", "car", true],
    ["two small dogs", "dog", true],
    ["a puppy", "dog", true],
    ["a sailboat", "boat", true],
  ])("%s as %s: %s", (phrase, category, expected) => {
    expect(isNarrow(mention(phrase, category))).toBe(expected);
  });

  it("ends soon on a phrase without end", () => {
    expect(isNarrow(mention(`${"very ".repeat(4000)}dog`, "dog"))).toBe(true);
  });
});

describe("how many a phrase speaks of", () => {
  it.each([
    ["a dog", 1],
    ["dogs", 2],
    ["three red dogs", 3],
    ["2 sofas", 2],
    ["the people", 2],
  ])("%s: %s", (phrase, expected) => {
    expect(numberMeant(mention(phrase))).toBe(expected);
  });
});
