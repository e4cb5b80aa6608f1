import { describe, expect, it } from "vitest";
import { claimsOf, textsOf } from "./claims-of.js";

describe("what is denied", () => {
  it.each([
    ["The room lacks a television.", ["there is a room", "there is no television"]],
    ["The scene is devoid of people.", ["there are no people"]],
    ["The street is empty of cars.", ["there is a street", "there are no cars"]],
    ["There is no sign of a dog in the picture.", ["there is no dog"]],
    ["The absence of people makes it calm.", ["there are no people"]],
    ["There does not appear to be a dog in the image.", ["maybe there is no dog"]],
    ["A cat is not present in the image.", ["there is no cat"]],
    ["A dog cannot be seen.", ["there is no dog"]],
    ["No cats are present.", ["there are no cats"]],
    ["A dog, but not a cat, is in the picture.", ["there is a dog", "there is no cat"]],
    ["There are no chairs on the beach.", ["there are no chairs", "there is a beach"]],
    ["There are no people in the room.", ["there are no people", "there is a room"]],
    ["There isn't anyone in the kitchen.", ["there is no person", "there is a kitchen"]],
    ["As for dogs, there are not any.", ["there are no dogs"]],
    ["A dog is nowhere to be seen.", ["there is no dog"]],
    ["Dogs are absent from the picture.", ["there are no dogs"]],
    ["There are no chairs and no umbrella on the beach.", ["there are no chairs", "there is no umbrella", "there is a beach"]],
  ])("by %j", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
  });

  it.each([
    ["There isn't a car on the bench.", ["there is a bench"]],
    ["There are no people on the beach.", ["there is a beach"]],
    [
      "There are no people in the kitchen, but two people are on the porch.",
      ["there is a kitchen", "there are people", "there is a porch"],
    ],
    ["There are no people on the road.", ["there is a road"]],
    ["There are no chairs on the lawn.", ["there is a lawn"]],
    ["There aren't any dogs or cats on the bed.", ["there is a bed"]],
    ["There is neither a dog nor a cat on the couch.", ["there is a couch"]],
    ["Neither the man nor the woman is wearing a hat.", ["there is a man", "there is a woman"]],
    ["None of the people are wearing hats.", ["there are people"]],
    ["No one is holding an umbrella.", []],
    ["I can't identify the people in this image.", []],
    ["The man is not only holding a phone but also a cup.", ["there is a man", "there is a phone", "there is a cup"]],
  ])("is not more than %j denies", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
  });

  it("is one thing where no single one is there", () => {
    expect(claimsOf("There isn't a single car.").map(({ kind, text, negated }) => [kind, text, negated])).toEqual([
      ["existence", "there is no car", true],
    ]);
  });

  it("says so in words", () => {
    expect(textsOf("The man isn't wearing a tie.", "relation")).toEqual(["the man is not wearing the tie"]);
    expect(textsOf("The man doesn't have an umbrella.", "relation")).toEqual(["the man does not have the umbrella"]);
  });
});
