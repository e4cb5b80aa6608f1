import { describe, expect, it } from "vitest";
import { statementsOf } from "./claims-of.js";

function said(text: string): readonly string[] {
  return statementsOf(text, ["existence", "count", "attribute", "relation"]).map((statement) => statement.replace(/^\w+: /, ""));
}

describe("a word that is a noun or a verb", () => {
  it.each([
    ["A man waves.", ["there is a man", "the man is waving"]],
    ["A woman cooks.", ["there is a woman", "the woman is cooking"]],
    ["A horse drinks.", ["there is a horse", "the horse is drinking"]],
    ["The woman waves at the crowd.", ["there is a woman", "the woman is waving at the crowd"]],
    ["A man in a hat waves.", ["there is a man", "the man is waving", "the man is in the hat", "there is a hat"]],
    ["Two men iron shirts.", ["there are men", "there are two men", "the men iron the shirts", "there are shirts"]],
    ["Two people kiss.", ["there are people", "there are two people", "the people are kissing"]],
    ["A cat and a dog rest.", ["there is a cat", "the cat is resting", "there is a dog", "the dog is resting"]],
    ["The flag waves in the wind.", ["there is a flag", "the flag is waving"]],
    [
      "The dog watches a boy ride a bike.",
      ["there is a dog", "the dog watches the boy", "there is a boy", "the boy is riding the bike", "there is a bike"],
    ],
  ])("is what the subject does: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });

  it.each([
    ["The bus stops are red.", ["there are bus stops", "the bus stops are red"]],
    ["There are two wedding dresses.", ["there are dresses", "there are two dresses"]],
    [
      "Several coffee drinks are on the table.",
      ["there are drinks", "there are at least three drinks", "the drinks are on the table", "there is a table"],
    ],
    ["A room with a broken mirror.", ["there is a room", "the room is with the mirror", "there is a mirror", "the mirror is broken"]],
    ["A bike is parked on a side walk.", ["there is a bike", "the bike is parked"]],
    ["A street with a skateboard ramp.", ["there is a street", "the street is with the ramp", "there is a ramp"]],
    ["He holds a white and red wedding dress.", ["there is a dress", "the dress is white", "the dress is red"]],
  ])("is a thing where its number says so: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });
});

describe("what qualifies a noun", () => {
  it.each([
    ["A snow covered hill.", ["there is a hill", "the hill is snow covered"]],
    ["A horse drawn carriage.", ["there is a carriage", "the carriage is horse drawn"]],
    ["Three strange looking birds.", ["there are birds", "there are three birds", "the birds are strange"]],
    ["A four lane road.", ["there is a road"]],
    ["A dog in the right lane.", ["there is a dog", "the dog is in the lane", "there is a lane"]],
  ])("is no thing and no number of its own: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });
});
