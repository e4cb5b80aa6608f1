import { describe, expect, it } from "vitest";
import { statementsOf } from "./claims-of.js";

function said(text: string): readonly string[] {
  return statementsOf(text, ["existence", "count", "attribute", "relation", "text"]).map((statement) =>
    statement.replace(/^(maybe )?\w+: /, "$1"),
  );
}

describe("what another is only compared with", () => {
  it.each([
    ["The cat is as white as a sheep, and the dog guards it like a person would.", ["there is a cat", "there is a dog"]],
    ["The sofa is as brown as a teddy bear's fur.", ["there is a sofa"]],
    ["A bus as red as a tomato is parked here.", ["there is a bus", "the bus is parked"]],
    ["The cat is the color of an orange.", ["there is a cat"]],
    [
      "The umbrella, the color of grass, stands on the sand.",
      ["there is an umbrella", "the umbrella is standing", "the umbrella is on the sand", "there is sand"],
    ],
    ["A dog the size of a horse sits on the lawn.", ["there is a dog", "the dog is sitting", "the dog is on the lawn", "there is a lawn"]],
    ["He is dressed like a sailor on an old boat.", []],
    ["It's like watching a bird on a wire.", []],
    [
      "A man stands like a statue next to the car.",
      ["there is a man", "the man is standing", "the man is beside the car", "there is a car"],
    ],
    ["The umbrella says SABRETT, a brand of hot dogs.", ["there is an umbrella", 'the umbrella says "SABRETT"', "there is a brand"]],
  ])("is not said to be there: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });

  it.each([
    ["The dog is as big as the cat.", ["there is a dog", "there is a cat"]],
    [
      "Animals like dogs and cats are on the couch.",
      ["there are animals", "the animals are on the couch", "there are dogs", "there are cats", "there is a couch"],
    ],
    [
      "There are fruits like an apple and an orange on the table.",
      ["there are fruits", "there is an apple", "there is an orange", "the orange is on the table", "there is a table"],
    ],
    [
      "Two dogs, as well as a cat, sit on the couch.",
      ["there are dogs", "there are two dogs", "the dogs are sitting", "the dogs are on the couch", "there is a cat", "there is a couch"],
    ],
    ["The color of a car in the background is red.", ["there is a car", "the car is red", "the car is in the background"]],
    ["It looks like a dog is on the couch.", ["maybe there is a dog", "maybe the dog is on the couch", "maybe there is a couch"]],
  ])("is told of the picture where it is known or an example: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });
});

describe("what could or will be", () => {
  it.each([
    ["A dog would be scared here.", []],
    ["A human would hardly fit between the cows.", []],
    ["Maybe a person took this photo while standing in front of it.", []],
    ["In summer, boats may sail on the water and people might ride horses on the beach.", []],
    ["She could use a book, a laptop and a pen.", []],
    ["Cats like this one love to sleep on beds.", []],
    ["A cat like this one could scratch the sofa.", []],
    ["Passengers will soon board the plane with their backpacks and suitcases.", []],
    ["The sign tells drivers of cars, trucks and buses to stop.", ["there is a sign"]],
    ["The dog loves to sleep on the sofa.", ["there is a dog", "maybe the dog is on the sofa", "maybe there is a sofa"]],
    ["The man will throw the ball.", ["there is a man", "maybe the man is throwing the ball", "maybe there is a ball"]],
  ])("is not told as seen: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });

  it.each([
    [
      "A person might be standing in the background.",
      ["maybe there is a person", "maybe the person is standing", "maybe the person is in the background"],
    ],
    ["There may be a dog behind the sofa.", ["maybe there is a dog", "maybe the dog is behind the sofa", "maybe there is a sofa"]],
    ["You could see a dog on the left.", ["maybe there is a dog", "maybe the dog is on the left side of the image"]],
    ["A woman tells a man to sit down.", ["there is a woman", "the woman is sitting", "the woman tells the man", "there is a man"]],
    ["A boy likes the dog.", ["there is a boy", "the boy likes the dog", "there is a dog"]],
  ])("is told of the picture where it is a doubt or a deed: %j", (text, statements) => {
    expect(said(text)).toEqual(statements);
  });
});
