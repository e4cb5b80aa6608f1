import { describe, expect, it } from "vitest";
import { claimsOf, textsOf } from "./claims-of.js";

function predicatesOf(text: string): readonly string[] {
  return claimsOf(text).flatMap((claim) =>
    claim.kind === "relation"
      ? [
          `${claim.negated ? "not " : ""}${[claim.object.category, claim.relation.predicate, ...claim.relation.targets.map(({ category }) => category)].join(" ")}`,
        ]
      : [],
  );
}

describe("a place that opens a clause", () => {
  it.each([
    [
      "On the left, there is a bicycle, while on the right side, a bus is parked.",
      ["the bicycle is on the left side of the image", "the bus is on the right side of the image"],
    ],
    [
      "A dog is on the left side of the image, and on the right is a cat.",
      ["the dog is on the left side of the image", "the cat is on the right side of the image"],
    ],
    ["Next to the bed, a chair stands, and on the table a cat sleeps.", ["the chair is beside the bed", "the cat is on the table"]],
    ["To the left of the couch, there's a dog, and to the right, there's a vase.", ["the dog is left of the couch"]],
  ])("is that of what follows: %j", (text, statements) => {
    expect(textsOf(text, "relation")).toEqual(statements);
  });

  it.each([
    ["The second dog from the left is brown.", []],
    ["The bathroom has a toilet to the left of the sink.", ["the bathroom has the toilet", "the toilet is left of the sink"]],
    ["A man riding a horse, a dog running beside it.", ["the man is riding the horse", "the dog is beside the horse"]],
    ["There are two dogs on the couch and a cat lying on the floor.", ["the dogs are on the couch", "the cat is on the floor"]],
    ["A picture of a dog hangs on the wall.", []],
  ])("is said of its own thing alone: %j", (text, statements) => {
    expect(textsOf(text, "relation")).toEqual(statements);
  });
});

describe("a position between objects", () => {
  it.each([
    ["The dog is left of the cat.", ["dog left_of cat"]],
    ["The dog is to the right of the cat.", ["dog right_of cat"]],
    ["A dog sits on the left side of the bench.", ["dog left_of bench"]],
    ["A cup stands next to a plate.", ["cup beside plate"]],
    ["A book lies on top of the table.", ["book on dining table"]],
    ["A cat hides underneath the bed.", ["cat under bed"]],
    ["A bird flies above the boat.", ["bird above boat"]],
    ["A man stands in front of a bus.", ["person in_front_of bus"]],
    ["Behind the couch there is a lamp.", ["lamp behind couch"]],
    ["The ball is between the chair and the table.", ["sports ball between chair dining table"]],
    ["A vase is surrounded by books.", ["vase near book"]],
    ["The dog is not on the couch.", ["not dog on couch"]],
    ["A man sits on a bench next to a dog.", ["person on bench", "person beside dog"]],
    ["A man sits next to a car and a bicycle.", ["person beside car", "person beside bicycle"]],
    ["A dog and a cat are sitting side by side on the couch.", ["dog on couch", "cat on couch"]],
    ["The cat (a tabby) lies on top of the tv.", ["cat on tv"]],
    ["Next to the dog, a cat sleeps.", ["cat beside dog"]],
  ])("of %j", (text, predicates) => {
    expect(predicatesOf(text)).toEqual(predicates);
  });
});

describe("a position in the picture", () => {
  it.each([
    ["In the background, there is a train.", ["train background"]],
    ["A dog is on the left side of the image.", ["dog image_left"]],
    ["There is a clock in the top right corner.", ["clock image_top", "clock image_right"]],
    ["A clock is in the bottom left corner.", ["clock image_bottom", "clock image_left"]],
    ["In the bottom left-hand corner there is a clock.", ["clock image_bottom", "clock image_left"]],
    ["A clock hangs at the bottom left of the image.", ["clock image_bottom", "clock image_left"]],
    ["A cat sits in the center of the picture.", ["cat image_center"]],
    ["A boat is at the bottom of the photo.", ["boat image_bottom"]],
    ["On the left, a woman; on the right, a man.", ["person image_left", "person image_right"]],
    ["A bus is in the foreground with a car in the background.", ["bus foreground", "bus with car", "car background"]],
  ])("of %j", (text, predicates) => {
    expect(predicatesOf(text)).toEqual(predicates);
  });
});

describe("a deed or a part", () => {
  it.each([
    ["A woman is holding a kite.", ["person hold kite"]],
    ["A man with a hat rides a horse.", ["person with hat", "person ride horse"]],
    ["A man wearing a tie, and holding a baseball bat.", ["person wear tie", "person hold baseball bat"]],
    ["The dog that is eating a hot dog is white.", ["dog eat hot dog"]],
    ["The frisbee is caught by a dog.", ["frisbee catch_by dog"]],
    ["The handle of the cup is broken.", ["handle part_of cup"]],
    ["She is about to throw a frisbee. ", []],
    ["A girl is not holding a kite.", ["not person hold kite"]],
    ["The man is looking at the camera.", ["person look_at camera"]],
    ["Two people are flying kites.", ["person fly kite"]],
  ])("of %j", (text, predicates) => {
    expect(predicatesOf(text)).toEqual(predicates);
  });

  it("says so in words", () => {
    expect(textsOf("The dog is to the left of the cat. A man walks and holds an umbrella.", "relation")).toEqual([
      "the dog is left of the cat",
      "the man holds the umbrella",
    ]);
  });
});

it("finds no relation between some of the things and all of them", () => {
  const text = "Five goats stand on a hill. Two of them are grazing.";
  expect(textsOf(text, "relation")).toEqual(["the goats are on the hill"]);
  expect(textsOf(text, "attribute")).toContain("the goats are grazing");
});

it.each([
  ["In addition to the umbrella, there are several beach chairs.", []],
  ["The umbrella serves as a sunshade on the beach.", ["the umbrella is on the beach"]],
  ["This allows people to relax on the couch.", []],
])("states no more than it says: %j", (text, statements) => {
  expect(textsOf(text, "relation")).toEqual(statements);
});

it("of two long lists is claimed of the first members, not of every pair", () => {
  const goats = Array.from({ length: 300 }, () => "a goat").join(", ");
  const gates = Array.from({ length: 300 }, () => "a gate").join(", ");
  const relations = claimsOf(`${goats} and a sheep stand near ${gates}.`).filter(({ kind }) => kind === "relation");
  expect(relations.length).toBeGreaterThan(300);
  expect(relations.length).toBeLessThanOrEqual(16 * 300);
});

describe("a clause that goes on without its verb", () => {
  it.each([
    [
      "The umbrella is on the right and the people on the left.",
      ["the umbrella is on the right side of the image", "the people are on the left side of the image"],
    ],
    [
      "A refrigerator stands on the right and a stove on the left.",
      ["the refrigerator is on the right side of the image", "the stove is on the left side of the image"],
    ],
    [
      "The man is on the left, the woman in the middle, and the dog on the right.",
      ["the man is on the left side of the image", "the woman is in the center of the image", "the dog is on the right side of the image"],
    ],
    ["The cat is on the sofa and the dog under the table.", ["the cat is on the sofa", "the dog is under the table"]],
    ["The man is holding a kite and the woman an umbrella.", ["the man is holding the kite", "the woman is holding the umbrella"]],
    [
      "There is a man on the left and a woman on the right holding a kite.",
      ["the man is on the left side of the image", "the woman is on the right side of the image", "the woman is holding the kite"],
    ],
    [
      "The image shows a man on the left and a woman on the right.",
      ["the man is on the left side of the image", "the woman is on the right side of the image"],
    ],
    ["The knife is to the left of the plate and the fork to the right.", ["the knife is left of the plate"]],
  ])("gives each thing its own place: %j", (text, statements) => {
    expect(textsOf(text, "relation")).toEqual(statements);
  });

  it("leaves what is said after nouns with places to all of them", () => {
    const text = "The man on the left and the woman on the right are smiling.";
    expect(textsOf(text, "relation")).toEqual(["the man is on the left side of the image", "the woman is on the right side of the image"]);
    expect(textsOf(text, "attribute").toSorted()).toEqual(["the man is smiling", "the woman is smiling"]);
  });

  it("keeps one place for a list that stands before it", () => {
    expect(textsOf("A dog and a cat are on the sofa.", "relation")).toEqual(["the dog is on the sofa", "the cat is on the sofa"]);
  });

  it("claims of a list that may be a clause only what both are", () => {
    expect(textsOf("A man sits next to a car and a bicycle on the street.", "relation")).toEqual([
      "the man is beside the car",
      "the bicycle is on the street",
    ]);
  });

  it.each([
    ["The refrigerator is white and the stove black.", ["the refrigerator is white", "the stove is black"]],
    ["The bicycle is blue, the van white.", ["the bicycle is blue", "the van is white"]],
    ["The bus is red, the car white, and the truck blue.", ["the bus is red", "the car is white", "the truck is blue"]],
    ["The man in the middle is smiling, and the man on the right is standing.", ["the man is smiling", "the man is standing"]],
  ])("gives each thing its own quality: %j", (text, statements) => {
    expect(textsOf(text, "attribute")).toEqual(statements);
  });
});

it.each([
  ["Under a red umbrella stand two chairs.", ["the chairs are under the umbrella"]],
  ["Next to the elephant stand two chairs.", ["the chairs are beside the elephant"]],
  ["Beside the umbrella, which is green, sits a dog.", ["the dog is beside the umbrella"]],
  ["On the beach lie several people.", ["the people are on the beach"]],
])("reads the verb before its subject: %j", (text, statements) => {
  expect(textsOf(text, "relation")).toEqual(statements);
});

it("takes a stand for a thing where another verb follows", () => {
  expect(textsOf("Next to the umbrella stand a man is waiting.", "existence")).toEqual(["there is a stand", "there is a man"]);
});

it("finds neither cats nor dogs in the rain", () => {
  expect(textsOf("It is raining cats and dogs.", "existence")).toEqual([]);
});

it("reads the far right as a place", () => {
  expect(textsOf("The man on the far right is smiling.", "attribute")).toEqual(["the man is smiling"]);
  expect(textsOf("The man is on the far right.", "relation")).toEqual(["the man is on the right side of the image"]);
});

it.each([
  ["The frisbee is in the air and the man is wearing a hat.", ["the man is wearing the hat"]],
  ["The people are in the water, and a large boat is behind them.", ["the people are in the water", "the boat is behind the people"]],
])("begins a clause behind a place that had its verb: %j", (text, statements) => {
  expect(textsOf(text, "relation")).toEqual(statements);
});
