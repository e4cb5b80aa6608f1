import { describe, expect, it } from "vitest";
import { isNarrow, kindOf, numberMeant } from "../../src/verification/phrase.js";
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
    ["no poodle", "dog", true],
    ["no beagle", "dog", true],
    ["no labradors", "dog", true],
    ["no golden retriever", "dog", true],
    ["no puppies", "dog", true],
    ["no weimaraner", "dog", true],
    ["no mutt", "dog", true],
    ["a kitten", "cat", true],
    ["an SUV", "car", true],
    ["no taxis", "car", true],
    ["a police car", "car", true],
    ["a mountain bike", "bicycle", true],
    ["an office chair", "chair", true],
    ["no chefs", "person", true],
    ["a surfer", "person", true],
    ["pedestrians", "person", true],
    ["a crowd of people", "person", true],
    ["a van", "van", true],
    ["an armchair", "armchair", true],
    ["a desk", "desk", true],
    ["a mammal", "animal", true],
    ["an animal", "animal", false],
    ["a piece of furniture", "furniture", false],
    ["a plant", "plant", false],
    ["no automobile", "car", false],
    ["two bikes", "bicycle", false],
    ["a smartphone", "cell phone", false],
    ["doughnuts", "donut", false],
    ["a table", "dining table", false],
    ["the tennis racquets", "tennis racket", false],
    ["a fountain", "fountain", false],
    ["nobody", "person", false],
    ["a mix of people", "person", false],
    ["a variety of vehicles", "vehicle", false],
    ["neither a dog", "dog", false],
  ])("%s as %s: %s", (phrase, category, expected) => {
    expect(isNarrow(mention(phrase, category))).toBe(expected);
  });

  it("ends soon on a phrase without end", () => {
    expect(isNarrow(mention(`${"very ".repeat(4000)}dog`, "dog"))).toBe(true);
  });
});

describe("the kind that is not looked at", () => {
  it.each([
    ["a small brown poodle", "dog", { words: "poodle", isPlural: false }],
    ["two golden retrievers", "dog", { words: "golden retrievers", isPlural: true }],
    ["Two young women", "person", { words: "young women", isPlural: true }],
    ["Woman", "person", { words: "woman", isPlural: false }],
    ["the SUV", "car", { words: "SUV", isPlural: false }],
    ["a crowd of people", "person", { words: "crowd of people", isPlural: false }],
    ["a red car", "car", null],
    ["three people", "person", null],
    ["a sofa", "couch", null],
  ])("of %s as %s", (phrase, category, expected) => {
    expect(kindOf(mention(phrase, category))).toEqual(expected);
  });

  it("takes in what narrows the noun where that is asked for", () => {
    expect(kindOf(mention("no red car", "car"), true)).toEqual({ words: "red car", isPlural: false });
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
