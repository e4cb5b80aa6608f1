import { describe, expect, it } from "vitest";
import { statementsOf, textsOf } from "./claims-of.js";

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

describe("a clause within a clause", () => {
  it.each([
    ["The ball that the dog chases is red.", ["there is a ball", "the ball is red", "the dog chases the ball", "there is a dog"]],
    ["The hat the woman wears is blue.", ["there is a hat", "the hat is blue", "the woman wears the hat", "there is a woman"]],
    [
      "The umbrella which the man is holding is open.",
      ["there is an umbrella", "the umbrella is open", "the man is holding the umbrella", "there is a man"],
    ],
    ["The bench that the man sits on is wooden.", ["there is a bench", "the bench is wooden", "the man is on the bench", "there is a man"]],
    ["The dog that chases the ball is brown.", ["there is a dog", "the dog is brown", "the dog chases the ball", "there is a ball"]],
    [
      "A woman whose umbrella is red walks by.",
      ["there is a woman", "the woman is walking", "the woman has the umbrella", "there is an umbrella", "the umbrella is red"],
    ],
    [
      "A woman, whose hat is blue, holds a cup.",
      ["there is a woman", "the woman has the hat", "the woman holds the cup", "there is a hat", "the hat is blue", "there is a cup"],
    ],
    ["There is a man whose shirt is green.", ["there is a man", "the man has the shirt", "there is a shirt", "the shirt is green"]],
  ])("speaks of its own, and the sentence goes on: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });
});

describe("a second subject", () => {
  it.each([
    [
      "The man on the sofa and the dog are near the door.",
      ["the man is on the sofa", "the man is near the door", "the dog is near the door"],
    ],
    [
      "The woman on the bench and the child are holding balloons.",
      ["the woman is on the bench", "the woman is holding the balloons", "the child is holding the balloons"],
    ],
    ["The cat under the chair and the dog sleep.", ["the cat is under the chair"]],
    ["The cup on the table and the chair is red.", ["the cup is on the table", "the cup is on the chair"]],
    ["The dogs on the sofa and the chair are brown.", ["the dogs are on the sofa", "the dogs are on the chair"]],
  ])("is told from a second place by the number of the verb: %j", (text, statements) => {
    expect(textsOf(text, "relation")).toEqual(statements);
  });
});

describe("what belongs to what", () => {
  it.each([
    ["A chair and a painting of fruit are in the room.", ["the chair is in the room", "the painting is in the room"]],
    ["The table has a bowl on it.", ["the table has the bowl", "the bowl is on the table"]],
    [
      "A bed with a shirt and a tie on it.",
      ["the bed is with the shirt", "the bed is with the tie", "the shirt is on the bed", "the tie is on the bed"],
    ],
    ["A bathroom with no toilets and a bucket.", ["the bathroom is with the bucket"]],
    ["A cat is laying in a suitcase on top of some clothes.", ["the cat is in the suitcase", "the cat is on the clothes"]],
    ["A lady in a crowd holding an umbrella.", ["the lady is in the crowd", "the lady is holding the umbrella"]],
    ["A motorcycle is parked outside of a building.", ["the motorcycle is outside of the building"]],
    ["The woman is typing on the keyboard.", ["the woman is typing on the keyboard"]],
    ["A man holding up his hand.", ["the man is holding the hand"]],
    ["The stop sign glows against the dark sky.", []],
  ])("is read off its words: %j", (text, statements) => {
    expect(textsOf(text, "relation")).toEqual(statements);
  });
});

describe("a color behind its thing", () => {
  it.each([
    ["A bus painted in yellow and blue stands on the road.", ["the bus is yellow", "the bus is blue", "the bus is standing"]],
    ["The bench is painted green.", ["the bench is green"]],
    ["A boat painted blue is on the water.", ["the boat is blue"]],
    ["A kitchen decorated in white.", ["the kitchen is white"]],
    ["A man dressed in black stands by a car.", ["the man is dressed in black", "the man is standing"]],
    ["A woman in white holds an umbrella.", ["the woman is in white"]],
  ])("is its color, and of people what they wear: %j", (text, statements) => {
    expect(textsOf(text, "attribute")).toEqual(statements);
  });
});

describe("a list that is announced", () => {
  it.each([
    [
      "The objects on the table include a book and a cup.",
      ["the objects are on the table", "the book is on the table", "the cup is on the table"],
    ],
    ["The objects on the desk are a lamp and a pen.", ["the objects are on the desk", "the lamp is on the desk", "the pen is on the desk"]],
    ["The key elements are a dog sleeping on a couch, a fan, and a television.", ["the dog is on the couch"]],
  ])("is where what announces it is: %j", (text, statements) => {
    expect(textsOf(text, "relation")).toEqual(statements);
  });
});

describe("a claim in words", () => {
  it.each([
    ["There is an SUV on the road.", "there is an SUV"],
    ["There are fewer than two dogs.", "there is at most one dog"],
    ["There are fewer than two people.", "there is at most one person"],
  ])("is English: %j", (text, statement) => {
    expect(said(text)[0]).toBe(statement);
  });
});

describe("a pronoun", () => {
  it.each([
    ["She holds two kites, and they are floating.", ["the kites are floating"]],
    ["The frisbee is near the dog, and the dog is trying to catch it.", []],
  ])("means what its number allows: %j", (text, statements) => {
    expect(textsOf(text, "attribute")).toEqual(statements);
  });
});

describe("what is only shown", () => {
  it.each([
    [
      "A drawing of a young woman with many piercings.",
      ["existence: there is a drawing", "other: the drawing shows a young woman", "other: the drawing shows many piercings"],
    ],
    [
      "A sign prohibiting bicycles and skates.",
      ["existence: there is a sign", "other: the sign is prohibiting bicycles", "other: the sign is prohibiting skates"],
    ],
    ["The TV shows a man.", ["existence: there is a TV", "other: the TV shows a man"]],
    [
      "A painting of a woman holding a cat hangs on the wall.",
      [
        "existence: there is a painting",
        "attribute: the painting is hanging",
        "relation: the painting is on the wall",
        "other: the painting shows a woman",
        "other: the painting shows a cat",
        "existence: there is a wall",
      ],
    ],
    ["A photo of a dog.", ["existence: there is a dog"]],
  ])("is said of what shows it: %j", (text, statements) => {
    expect(statementsOf(text)).toEqual(statements);
  });
});
