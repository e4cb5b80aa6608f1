import { describe, expect, it } from "vitest";
import { claimsOf } from "./claims-of.js";

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
