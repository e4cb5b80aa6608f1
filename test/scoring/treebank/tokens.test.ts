import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../../src/scoring/treebank/sentences.js";
import { tokensOf } from "../../../src/scoring/treebank/tokens.js";

describe("the Penn Treebank rules", () => {
  it.each([
    ["a dog, a cat.", ["a", "dog", ",", "a", "cat", "."]],
    ["they can't see it's there", ["they", "ca", "n't", "see", "it", "'s", "there"]],
    ["the dogs' bowl", ["the", "dogs", "'", "bowl"]],
    ['she said "stop" (twice)', ["she", "said", "``", "stop", "''", "(", "twice", ")"]],
    ['"stop" it says', ["``", "stop", "''", "it", "says"]],
    ["it is 10:30, or 1,000 of them", ["it", "is", "10:30", ",", "or", "1,000", "of", "them"]],
    ["a well-known u.s. brand", ["a", "well-known", "u.s.", "brand"]],
    ["wait... what?!", ["wait", "...", "what", "?", "!"]],
    ["one--two", ["one", "--", "two"]],
    ["we cannot, gonna", ["we", "can", "not", ",", "gon", "na"]],
    ["50% of $3 & #1", ["50", "%", "of", "$", "3", "&", "#", "1"]],
    ['it reads "go."', ["it", "reads", "``", "go", ".", "''"]],
  ])("part %j", (sentence, expected) => {
    expect(tokensOf(sentence)).toEqual(expected);
  });

  it("lose no character but white space and quotes", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "'", ",", ".", " ", "-", ":", "?", "(", ")", "1", "s", "n't ") });
    fc.assert(
      fc.property(letters, (text) => {
        const squeezed = (value: string) => value.replace(/\s/g, "").replace(/''|``/g, "");
        expect(squeezed(tokensOf(text).join(" "))).toBe(squeezed(text));
      }),
    );
  });
});

describe("sentences", () => {
  it.each([
    ["one dog. two cats! three? four", ["one dog.", "two cats!", "three?", "four"]],
    ['it reads "stop." then it goes', ['it reads "stop."', "then it goes"]],
    ["3.5 dogs and no. 7 of them", ["3.5 dogs and no.", "7 of them"]],
    ["there are 12. they sit", ["there are 12. they sit"]],
    ["  ", []],
  ])("of %j", (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it("take linear time on long rows of marks", () => {
    for (const unit of [".", '."', "a. ", "'", "a.)", "1."]) {
      const text = unit.repeat(20_000 / unit.length);
      expect(sentencesOf(text).flatMap(tokensOf).join("").length).toBeGreaterThan(0);
    }
  });
});
