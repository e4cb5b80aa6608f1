import { describe, expect, it } from "vitest";
import { claimsOf, textsOf } from "./claims-of.js";

function attributesOf(text: string): readonly string[] {
  return claimsOf(text).flatMap((claim) =>
    claim.kind === "attribute"
      ? [`${claim.negated ? "not " : ""}${claim.object.category} ${claim.attribute.type} ${claim.attribute.value}`]
      : [],
  );
}

describe("an attribute", () => {
  it.each([
    ["There is a red car.", ["car color red"]],
    ["The car is red.", ["car color red"]],
    ["The bus is red and white.", ["bus color red", "bus color white"]],
    ["A red and white bus is there.", ["bus color red", "bus color white"]],
    ["A black-and-white cat is there.", ["cat color black", "cat color white"]],
    ["There is a dark blue chair.", ["chair color dark blue"]],
    ["She is dressed in a yellow coat.", ["coat color yellow"]],
    ["The car is not red.", ["not car color red"]],
    ["There is no red car.", ["not car color red"]],
    ["There is a large wooden bench.", ["bench size large", "bench material wooden"]],
    ["A glass vase is there.", ["vase material glass"]],
    ["The umbrella is open.", ["umbrella state open"]],
    ["There are parked cars.", ["car state parked"]],
    ["A man is sitting.", ["person action sitting"]],
    ["A dog sleeps.", ["dog action sleeping"]],
    ["An orange cat and a white dog.", ["cat color orange", "dog color white"]],
    ["The plates are made of glass.", ["plate material glass"]],
    ["The dog looks happy.", ["dog other happy"]],
    ["It is a beautiful dog.", []],
  ])("of %j", (text, attributes) => {
    expect(attributesOf(text)).toEqual(attributes);
  });

  it("takes up what a pronoun means", () => {
    expect(attributesOf("A woman holds an umbrella. It is green. She is smiling.")).toEqual([
      "umbrella color green",
      "person action smiling",
    ]);
  });

  it("is hedged where the sentence is", () => {
    expect(claimsOf("The man appears to be sleeping.").find(({ kind }) => kind === "attribute")).toMatchObject({ hedged: true });
  });
});

describe("a clause after what there is", () => {
  it.each([
    ["There are four mugs, and the kettle is blue.", ["the kettle is blue"]],
    ["There isn't a lamp, and the rug is green.", ["the rug is green"]],
  ])("has a subject of its own: %j", (text, statements) => {
    expect(textsOf(text, "attribute")).toEqual(statements);
  });
});

it("takes a place given in numbers for no deed", () => {
  expect(textsOf("A cyclist is at coordinates 12, 40.", "attribute")).toEqual([]);
  expect(textsOf("A cyclist is at coordinates 12, 40.", "existence")).toEqual(["there is a cyclist"]);
});
