import { describe, expect, it } from "vitest";
import { statementsOf } from "./claims-of.js";

function said(text: string): readonly string[] {
  return statementsOf(text, ["existence", "count", "attribute", "relation", "text"]).map((statement) => statement.replace(/^\w+: /, ""));
}

describe("where something leans, looks or goes", () => {
  it.each([
    ["The umbrella is leaning to the left.", ["there is an umbrella", "the umbrella is leaning"]],
    ["The dog is facing left.", ["there is a dog", "the dog is facing"]],
    ["The cat is looking to the right of the image.", ["there is a cat"]],
    ["The cat gazes off to the left.", ["there is a cat", "the cat is gazing"]],
  ])("is no place: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });

  it.each([
    ["The dog sits to the left.", ["there is a dog", "the dog is sitting", "the dog is on the left side of the image"]],
    ["A man walks to the left of the car.", ["there is a man", "the man is walking", "the man is left of the car", "there is a car"]],
  ])("is one where it sits or has a landmark: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });
});

describe("an animal that is a deed too", () => {
  it.each([
    [
      "Someone carries an umbrella that bears the British flag.",
      ["there is an umbrella", "the umbrella bears the flag", "there is a flag"],
    ],
    ["A man ducks under the table.", ["there is a man", "the man is ducking", "the man is under the table", "there is a table"]],
    ['The sign bears the words "STOP".', ["there is a sign", 'the sign says "STOP"']],
    [
      "Two bears walk in the snow.",
      ["there are bears", "there are two bears", "the bears are walking", "the bears are in the snow", "there is snow"],
    ],
    ["The box that bears sit on is brown.", ["there is a box", "the box is brown", "the bears are on the box", "there are bears"]],
  ])("is read by what stands around it: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });
});
