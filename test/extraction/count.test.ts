import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.js";

function countsOf(text: string): readonly unknown[] {
  return claimsOf(text).flatMap((claim) =>
    claim.kind === "count" ? [[claim.object.category, claim.count.relation, claim.count.value]] : [],
  );
}

describe("a number", () => {
  it.each([
    ["Two dogs lie on a sofa.", ["dog", "exactly", 2]],
    ["There are 3 cars.", ["car", "exactly", 3]],
    ["A pair of elephants walks by.", ["elephant", "exactly", 2]],
    ["Several boats are docked.", ["boat", "at_least", 3]],
    ["A couple of birds sit on the roof.", ["bird", "at_least", 2]],
    ["A couple sits on a bench.", ["person", "exactly", 2]],
    ["Dozens of people wait.", ["person", "at_least", 24]],
    ["There are more than three chairs.", ["chair", "at_least", 4]],
    ["At least two cups stand there.", ["cup", "at_least", 2]],
    ["Up to five sheep graze.", ["sheep", "at_most", 5]],
    ["About ten kites are in the sky.", ["kite", "about", 10]],
    ["A few bananas are left.", ["banana", "at_least", 2]],
    ["Both cats are asleep.", ["cat", "exactly", 2]],
    ["A lone woman walks.", ["person", "exactly", 1]],
    ["A solo surfer waits.", ["person", "exactly", 1]],
    ["A lonely cow grazing on a field.", ["cow", "exactly", 1]],
    ["One dog barks.", ["dog", "exactly", 1]],
    ["Twenty-one bottles stand in a row.", ["bottle", "exactly", 21]],
    ["A dozen donuts lie in a box.", ["donut", "exactly", 12]],
    ["A group of three giraffes stands there.", ["giraffe", "exactly", 3]],
  ])("of %j", (text, count) => {
    expect(countsOf(text)).toEqual([count]);
  });

  it.each([
    "A dog lies on a sofa.",
    "A pair of scissors lies on the desk.",
    "Dogs play.",
    "Both the man and the dog run.",
    "A group of people waits.",
  ])("is not stated by %j", (text) => {
    expect(countsOf(text)).toEqual([]);
  });

  it.each([
    ["There is one person wearing a helmet.", ["person", "at_least", 1]],
    ["There are two people in the background.", ["person", "at_least", 2]],
    ["There are two dogs on the couch.", ["dog", "at_least", 2]],
    ["There are two people in the image.", ["person", "exactly", 2]],
    ["There are two people on the beach.", ["person", "exactly", 2]],
    ["There is only one person wearing a helmet.", ["person", "exactly", 1]],
    ["Two dogs playing in the grass.", ["dog", "exactly", 2]],
  ])("of those that are picked is the least there are: %j", (text, count) => {
    expect(countsOf(text)).toEqual([count]);
  });

  it.each([
    ["Two people are walking.", true],
    ["On either side of him, two people are walking.", true],
    ["Two people wear hats.", true],
    ["Only one person is holding an umbrella.", true],
    ["One chair is pink.", true],
    ["Two dogs, a cat and a bird are asleep.", true],
    ["Two dogs playing in the grass.", true],
    ["There is only one person wearing a helmet.", true],
    ["A woman carries two umbrellas.", true],
    ["A man stands between two cars.", true],
    ["Two dogs are visible in the background.", true],
    ["Two dogs are visible.", undefined],
    ["Two dogs can be seen in the image.", undefined],
    ["Two dogs are in this picture.", undefined],
    ["Two dogs are the main subjects of the photo.", undefined],
    ["There are two dogs.", undefined],
    ["The image shows two dogs and a cat.", undefined],
    ["A street with two cars.", undefined],
  ])("may be of some only: %j", (text, ofSome) => {
    const counts = claimsOf(text).filter((claim) => claim.kind === "count");
    expect(counts.map((claim) => claim.ofSome)).toEqual([ofSome]);
  });

  it.each([
    ["There are two dogs, one is red and the other is black.", [["dog", "exactly", 2]]],
    ["There are four bowls on the table, one on the left and one on the right.", [["bowl", "at_least", 4]]],
    ["Two slices of pizza are on a plate.", []],
  ])("of a part is no number of the whole: %j", (text, counts) => {
    expect(countsOf(text)).toEqual(counts);
  });

  it("can be denied", () => {
    expect(claimsOf("There are not two dogs.")).toMatchObject([{ kind: "count", negated: true, count: { value: 2 } }]);
  });

  it("has the span of its words", () => {
    expect(claimsOf("Two dogs lie on a red sofa.").find(({ kind }) => kind === "count")).toMatchObject({
      id: "c2",
      span: { start: 0, end: 8 },
    });
  });
});
