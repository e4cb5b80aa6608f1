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

describe("a thing of two colors", () => {
  it.each([
    ["The dog is black and white.", ["black", "white"]],
    ["A black and white dog lies there.", ["black", "white"]],
    ["The cat is white and orange.", ["white", "orange"]],
    ["The umbrella is green, white and orange.", ["green", "white", "orange"]],
  ])("has each with the others beside it: %j", (text, colors) => {
    const attributes = claimsOf(text).flatMap((claim) =>
      claim.kind === "attribute" && claim.attribute.type === "color" ? [claim.attribute] : [],
    );
    expect(attributes).toEqual(colors.map((value) => ({ type: "color", value, beside: colors })));
    expect(claimsOf(text).filter(({ kind }) => kind === "existence")).toHaveLength(1);
  });

  it.each([["The dog is white with black spots."], ["A white dog with black spots lies there."]])("may have one as marks: %j", (text) => {
    const white = claimsOf(text).find((claim) => claim.kind === "attribute" && claim.attribute.value === "white");
    expect(white).toMatchObject({ attribute: { beside: ["white", "black"] } });
  });

  it("lends no color to another thing", () => {
    const black = claimsOf("A black dog and a white cat lie there.").find((claim) => claim.text === "the dog is black");
    expect(black).toMatchObject({ attribute: { type: "color", value: "black" } });
    expect(black?.kind === "attribute" && black.attribute.beside).toBeFalsy();
  });
});
