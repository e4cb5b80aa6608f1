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
    ["The animal is a cat, not a bear or a sheep.", ["there is an animal", "there is a cat", "there is no bear", "there is no sheep"]],
    ["You can see a bus, not a truck, a car or a train.", ["there is a bus", "there is no truck", "there is no car", "there is no train"]],
    ["There is a dog, not a cat, and a bird sings.", ["there is a dog", "there is no cat", "there is a bird"]],
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

  it.each([
    ["There are no people, cars, or birds in the image.", ["there are no people", "there are no cars", "there are no birds"]],
    ["No people, cars, or birds are visible.", ["there are no people", "there are no cars", "there are no birds"]],
    ["It shows no person, bird or bottle.", ["there is no person", "there is no bird", "there is no bottle"]],
    ["The image lacks people, birds, and bottles.", ["there are no people", "there are no birds", "there are no bottles"]],
    [
      "The room is free of people, books and bottles.",
      ["there is a room", "there are no people", "there are no books", "there are no bottles"],
    ],
    [
      "A kitchen without an oven, microwave or toaster.",
      ["there is a kitchen", "there is no oven", "there is no microwave", "there is no toaster"],
    ],
    ["There are neither dogs nor cats nor birds.", ["there are no dogs", "there are no cats", "there are no birds"]],
    ["There are no people and cars.", ["there are no people", "there are no cars"]],
    [
      "There is no man, woman, or child, and the dog is alone.",
      ["there is no man", "there is no woman", "there is no child", "there is a dog"],
    ],
    // and no further:
    ["There are no people or cars, only a dog.", ["there are no people", "there are no cars", "there is a dog"]],
    [
      "The image doesn't contain people, cars, or trees, only two animals.",
      ["there are no people", "there are no cars", "there are no trees", "there are animals"],
    ],
    ["There isn't a dog, only a cat.", ["there is no dog", "there is a cat"]],
    ["Without a boat or a surfboard, the four people just swim.", ["there is no boat", "there is no surfboard", "there are people"]],
    ["There are no people, just dogs and cats.", ["there are no people", "there are dogs", "there are cats"]],
    ["There are no people, and birds fly by.", ["there are no people", "there are birds"]],
    ["There are no people, but a dog or a cat is there.", ["there are no people", "there is a dog", "there is a cat"]],
    ["There is a dog, no cat, and a bird.", ["there is a dog", "there is no cat", "there is a bird"]],
    ["There is a man without a hat, a woman, and a dog.", ["there is a man", "there is no hat", "there is a woman", "there is a dog"]],
    ["No people, two chairs and a table.", ["there are no people", "there are chairs", "there is a table"]],
    ["There are no cats: a dog, a bird or a man.", ["there are no cats", "there is a dog", "there is a bird", "there is a man"]],
    // a list that nothing closes
    ["No people, cars, birds.", ["there are no people"]],
  ])("reaches as far along a list as %j says", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
  });

  it.each([
    [
      "The man has no hat, bag, or phone.",
      ["the man does not have the hat", "the man does not have the bag", "the man does not have the phone"],
    ],
    ["The woman wears no hat and carries no bag.", ["the woman is not wearing the hat", "the woman is not carrying the bag"]],
    [
      "No trains, cars or trucks are on the road.",
      ["the trains are not on the road", "the cars are not on the road", "the trucks are not on the road"],
    ],
    ["A street with no cars on the left.", ["the cars are not on the left side of the image"]],
    [
      "There are no people on the couch, chair, or bed.",
      ["the people are not on the couch", "the people are not on the chair", "the people are not on the bed"],
    ],
    ["A man has a hat, bag, or phone.", ["the man has the hat", "the man has the bag", "the man has the phone"]],
  ])("is of a deed or a place in %j", (text, statements) => {
    expect(textsOf(text, "relation")).toEqual(statements);
    expect(textsOf(text, "existence").filter((statement) => statement.includes(" no "))).toEqual([]);
  });

  it.each([
    ["It is not a horse, a bear or a bird. It is a dog.", ["there is a dog"]],
    ["This can't be a train or an airplane.", []],
    ["This is neither a truck nor a train, nor does it look like a car; it's a bus.", ["there is a bus"]],
    ["This is neither a bed nor a chair; it is a sofa.", ["there is a sofa"]],
    ["It's not a cat but a dog.", ["there is a dog"]],
    ["It is no horse but a cow.", ["there is a cow"]],
    ["The man is not in a car, a bus or a train.", ["there is a man"]],
    ["The dog is neither on a couch nor on a bed.", ["there is a dog"]],
    ["The picture is not a painting, and a dog sits on a couch.", ["there is a dog", "there is a couch"]],
    // affirmed:
    ["It is a horse, a bear or a bird.", ["there is a horse", "there is a bear", "there is a bird"]],
    ["It looks like a car.", ["maybe there is a car"]],
  ])("is of what a thing is, and of nothing else, in %j", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
  });

  it.each([
    ["Absent from the image are people, birds, and bottles.", ["there are no people", "there are no birds", "there are no bottles"]],
    ["Missing from the scene are a person and a dog.", ["there is no person", "there is no dog"]],
    ["Not visible are any people.", ["there are no people"]],
    ["A dog is missing from the picture.", ["there is no dog"]],
    ["Neither is there a dog.", ["there is no dog"]],
    ["There is no dog; there is a cat.", ["there is no dog", "there is a cat"]],
    // affirmed:
    ["Present in the image are people, birds, and bottles.", ["there are people", "there are birds", "there are bottles"]],
    ["Visible in the image are people and a dog.", ["there are people", "there is a dog"]],
    ["The chair is missing a leg.", ["there is a chair", "there is a leg"]],
  ])("is read where it is turned about: %j", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
  });

  it("goes on behind a 'nor' that turns its clause about", () => {
    const text = "The woman isn't wearing a hat, nor is she using a laptop or looking at a phone.";
    expect(textsOf(text, "relation")).toEqual([
      "the woman is not wearing the hat",
      "the woman is not using the laptop",
      "the woman is not looking at the phone",
    ]);
    expect(textsOf(text, "existence")).toEqual(["there is a woman"]);
    expect(textsOf("The man is neither tall nor short.", "attribute")).toEqual(["the man is not tall", "the man is not short"]);
    expect(claimsOf("No one sits on the bench.").map(({ text }) => text)).toEqual([
      "the person is not sitting",
      "the person is not on the bench",
      "there is a bench",
    ]);
    expect(textsOf("The man is tall and she is wearing a hat.", "attribute")).toEqual(["the man is tall"]);
  });

  it.each([
    ["Apart from her and the man with the luggage, no one is there.", ["there is a man", "there is luggage"]],
    ["No one but the three pedestrians is around.", ["there are pedestrians"]],
    ["No one is there but the man.", ["there is a man"]],
    ["There are no animals except for a dog.", ["there is a dog"]],
    ["With the exception of a cat, there are no animals.", ["there is a cat"]],
    ["No people other than the woman are visible.", ["there is a woman"]],
    ["No other passengers can be seen.", []],
    ["No other signs, vehicles, or people are visible.", []],
    ["There isn't anyone else in the room.", ["there is a room"]],
    ["There are no people or cars except for a bus.", ["there are no people", "there are no cars", "there is a bus"]],
    // nothing is left out of these:
    ["Besides the dog, there are no people.", ["there is a dog", "there are no people"]],
    ["There are no cars but there is a bus.", ["there are no cars", "there is a bus"]],
    ["No one is there, but the man sleeps.", ["there is no person", "there is a man"]],
    ["There are other people and no dogs.", ["there are people", "there are no dogs"]],
    ["Apart from the dog, there is a cat.", ["there is a dog", "there is a cat"]],
  ])("is of the others alone where some are left out: %j", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
  });

  it("says nothing of what the others do", () => {
    expect(claimsOf("No other people are wearing hats.").map(({ kind }) => kind)).toEqual(["other"]);
  });

  it.each([
    ["- People: none\n- Birds: no\n- Bottles: 0", ["there are no people", "there are no birds", "there are no bottles"], []],
    ["People: no. Dog: yes.", ["there are no people", "there is a dog"], []],
    ["| Object | Present |\n|---|---|\n| Person | no |\n| Dog | yes |", ["there is no person", "there is a dog"], []],
    ["**Person:** Not present\n**Bird:** Absent\n**Dog:** Present", ["there is no person", "there is no bird", "there is a dog"], []],
    ["Person: not visible in the image.\nCats: none visible", ["there is no person", "there are no cats"], []],
    ["Person: ❌\nDog: ✅", ["there is no person", "there is a dog"], []],
    ["Number of people: 0\nNumber of dogs: 2", ["there are no people", "there are dogs"], ["there are two dogs"]],
    ["Cats: 3\nDogs: one", ["there are cats", "there are dogs"], ["there are three cats", "there is one dog"]],
    ["Passengers: 20+", ["there are passengers"], ["there are at least twenty passengers"]],
    // no tallies:
    ["Objects: dog, cat", ["there are objects", "there is a dog", "there is a cat"], []],
    ["Animals: a dog and no cat", ["there are animals", "there is a dog", "there is no cat"], []],
    ["Answer: no", [], []],
  ])("or a number stands in the tally %j", (text, statements, counts) => {
    expect(textsOf(text, "existence")).toEqual(statements);
    expect(textsOf(text, "count")).toEqual(counts);
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
