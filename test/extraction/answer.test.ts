import { describe, expect, it } from "vitest";
import { claimsOf, statementsOf } from "./claims-of.js";

function answered(prompt: string, response: string): readonly string[] {
  return statementsOf(response, undefined, prompt);
}

describe("a yes or no", () => {
  it.each([
    ["Is there a dog in the image?", "Yes.", ["existence: there is a dog"]],
    ["Is there a dog in the image?", "No", ["existence: there is no dog"]],
    ["Is there a dog in the image?", "Yes, there is a dog in the image.", ["existence: there is a dog"]],
    ["Is there a dog in the image?", "No, there is no dog in the image.", ["existence: there is no dog"]],
    ["Question: Is there a dog in the image? Answer: ", "yes", ["existence: there is a dog"]],
    ["A chat.\nHuman: <image>\nHuman: Is there a dog in the image?\nAI: ", "Yes, there is.", ["existence: there is a dog"]],
    ["Is there a dog in the image? Please answer yes or no.", "No.", ["existence: there is no dog"]],
    ["Are there three dogs in this image?", "Yes", ["existence: there are dogs", "count: there are three dogs"]],
    ["Are there three dogs in this image?", "No", ["count: there are not three dogs"]],
    ["Is the dog to the left of the cat?", "Yes.", ["relation: the dog is left of the cat"]],
    ["Is the dog to the left of the cat?", "No.", ["relation: the dog is not left of the cat"]],
    ["Is the car red?", "Yes, it is.", ["attribute: the car is red"]],
    ["Is the car red?", "No", ["attribute: the car is not red"]],
    ["Is there a red car in the image?", "Yes.", ["existence: there is a car", "attribute: the car is red"]],
    ["Is there a red car in the image?", "No.", ["attribute: the car is not red"]],
    ["Is there no person in this picture?", "No", ["existence: there is a person"]],
    ["Are there a total of two trains in the picture?", "Yes", ["existence: there are trains", "count: there are two trains"]],
    ["Is the cup under the table Please answer yes or no.", "No", ["relation: the cup is not under the table"]],
    ["Is there a sofa in the right side of the plants?", "No", ["relation: the sofa is not right of the plants"]],
    ["Is this image taken indoors?", "Yes.", ["other: Yes"]],
    ["Do you see a cat?", "Yes, I do.", ["existence: there is a cat"]],
    ["Does the image contain a cat?", "No.", ["existence: there is no cat"]],
    ["Are there any cats?", "There are.", ["existence: there are cats"]],
    ["Is there a cat?", "There isn't.", ["existence: there is no cat"]],
    ["Is there a cat? Is there a dog?", "Yes. No.", ["existence: there is a cat", "existence: there is no dog"]],
    ["Is there a cat? Is there a dog?", "Yes, there is a cat.", ["existence: there is a cat"]],
    ["Describe the image.", "Q: Is there a cat? A: Yes.", ["existence: there is a cat"]],
    ["Are there any cats?", "There are not any.", ["existence: there are no cats"]],
    ["Are there any cats?", "There aren't any.", ["existence: there are no cats"]],
    ["Are there any cats?", "I don't see any.", ["existence: there are no cats"]],
    ["Is there a cat?", "There is none.", ["existence: there is no cat"]],
    ["Is there a cat?", "Of course.", ["existence: there is a cat"]],
    ["Is there a cat?", "Definitely not.", ["existence: there is no cat"]],
    ["Is there a cat?", "I don't think so.", ["existence: there is no cat"]],
    [
      "Is there a cat?",
      "It is on the sofa.",
      ["existence: there is a cat", "relation: the cat is on the sofa", "existence: there is a sofa"],
    ],
    ["Isn't there a cat?", "Yes.", ["existence: there is a cat"]],
    ["Aren't there any cats?", "No.", ["existence: there are no cats"]],
    ["Doesn't the image show a cat?", "No, it doesn't.", ["existence: there is no cat"]],
    ["There is a cat, isn't there?", "Yes.", ["existence: there is a cat"]],
    ["There is no cat, is there?", "No.", ["existence: there is no cat"]],
    ["There is no cat, is there?", "Yes.", ["existence: there is a cat"]],
    ["There is no cat, right?", "No.", ["other: No"]],
    ["The cat is on the left, isn't it?", "Yes.", ["relation: the cat is on the left side of the image"]],
    ["Is there a cat or a dog?", "Yes.", ["other: Yes"]],
    ["Is there a cat or a dog?", "No.", ["existence: there is no cat", "existence: there is no dog"]],
    ["Is there a cat and a dog?", "Yes.", ["existence: there is a cat", "existence: there is a dog"]],
    ["Is there a cat and a dog?", "No.", ["other: No"]],
    ["Is the car red or blue?", "Blue.", ["attribute: the car is blue"]],
    ["Is there only one cat?", "No.", ["count: there is not one cat"]],
    ["Do you see three cats?", "No.", ["count: there are not three cats"]],
    ["Is anyone in the picture?", "No.", ["existence: there is no person"]],
    ["Is there a cat? Is there a dog?", "Yes.", ["other: Yes"]],
    ["Is there a cat, and what color is it?", "Yes.", ["existence: there is a cat"]],
    ["Is there a cat? A. Yes B. No", "B", ["existence: there is no cat"]],
    ["What color is the car? A. red B. blue", "(B)", ["attribute: the car is blue"]],
    ["Is there a cat?", "Based on the image, no.", ["existence: there is no cat"]],
    ["Is there a cat?", "From what I can see, yes.", ["existence: there is a cat"]],
    ["Describe the image.", "Question: How many cats are there?\nAnswer: Two.", ["existence: there are cats", "count: there are two cats"]],
    ["Describe the image.", "User: What color is the car?\nAssistant: Red.", ["existence: there is a car", "attribute: the car is red"]],
  ])("to %j: %j", (prompt, response, statements) => {
    expect(answered(prompt, response)).toEqual(statements);
  });

  it("stands in the response, its noun only in the prompt", () => {
    expect(claimsOf("Yes.", "Is there a dog in the image?")).toMatchObject([
      { kind: "existence", negated: false, span: { start: 0, end: 3 }, object: { phrase: "a dog", category: "dog", span: null } },
    ]);
  });

  it("may be followed by more", () => {
    expect(answered("Is there a dog?", "Yes, it is sleeping on the sofa.")).toEqual([
      "existence: there is a dog",
      "attribute: the dog is sleeping",
      "relation: the dog is on the sofa",
      "existence: there is a sofa",
    ]);
  });

  it("is no answer where a determiner is meant", () => {
    expect(answered("Describe the image.", "No dogs are visible.")).toEqual(["existence: there are no dogs"]);
  });
});

describe("a short answer", () => {
  it.each([
    ["How many dogs are in the image?", "Two.", ["existence: there are dogs", "count: there are two dogs"]],
    ["How many dogs are there?", "There are two.", ["existence: there are dogs", "count: there are two dogs"]],
    ["How many dogs are there?", "There are 2.", ["existence: there are dogs", "count: there are two dogs"]],
    ["How many dogs are there?", "I can see 2 in total.", ["existence: there are dogs", "count: there are two dogs"]],
    ["How many dogs are there?", "There are at least two.", ["existence: there are dogs", "count: there are at least two dogs"]],
    ["How many dogs are there?", "One.", ["existence: there is a dog", "count: there is one dog"]],
    ["How many dogs are there?", "0", ["existence: there are no dogs"]],
    ["How many dogs and people are there? What color is the car?", "Two, red", ["other: Two, red"]],
    ["What color is the car?", "The color is red.", ["existence: there is a car", "attribute: the car is red"]],
    ["Where is the dog?", "Left", ["existence: there is a dog", "relation: the dog is on the left side of the image"]],
    ["Which animal is on the left?", "A dog.", ["existence: there is a dog", "relation: the dog is on the left side of the image"]],
    ["How many dogs are there?", "None.", ["existence: there are no dogs"]],
    ["What color is the car?", "Red.", ["existence: there is a car", "attribute: the car is red"]],
    ["What is the color of the car?", "Red", ["existence: there is a car", "attribute: the car is red"]],
    ["Where is the dog?", "On the left.", ["existence: there is a dog", "relation: the dog is on the left side of the image"]],
    [
      "Where is the dog located?",
      "Next to the cat.",
      ["existence: there is a dog", "relation: the dog is beside the cat", "existence: there is a cat"],
    ],
    ["Where is the dog?", "Nowhere.", ["other: Nowhere"]],
    ["Are there any dogs?", "I see three.", ["existence: there are dogs", "count: there are three dogs"]],
    ["Are there three dogs?", "I see two.", ["count: there are two dogs"]],
    ["What is the man holding?", "A kite.", ["existence: there is a kite", "relation: the man is holding the kite"]],
    ["What is the spatial relation between the frisbee and the man?", " above", ["relation: the frisbee is above the man"]],
  ])("to %j: %j", (prompt, response, statements) => {
    expect(answered(prompt, response)).toEqual(statements);
  });

  it("keeps the places of its own words", () => {
    const [claim] = claimsOf("Well:\n\n  A kite.", "What is the man holding?").slice(0, 1);
    expect(claim?.span).toEqual({ start: 9, end: 15 });
  });
});
