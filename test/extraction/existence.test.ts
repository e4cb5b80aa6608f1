import { describe, expect, it } from "vitest";
import { claimsOf, statementsOf, textsOf } from "./claims-of.js";

describe("an object", () => {
  it("is claimed once, where it is first named", () => {
    expect(textsOf("A dog lies on a rug. The dog is brown, and it sleeps next to its bowl.", "existence")).toEqual([
      "there is a dog",
      "there is a rug",
      "there is a bowl",
    ]);
  });

  it("is claimed again where another one is named", () => {
    expect(textsOf("A dog sleeps. Another dog runs.", "existence")).toEqual(["there is a dog", "there is a dog"]);
  });

  it("carries the detector's category, and its own place", () => {
    const [claim] = claimsOf("On the sofa sits a small puppy.").filter(
      ({ kind, object }) => kind === "existence" && object?.category === "dog",
    );
    expect(claim).toMatchObject({
      span: { start: 17, end: 30 },
      object: { phrase: "a small puppy", category: "dog", span: { start: 17, end: 30 } },
    });
  });

  it.each([
    ["a man, two dogs and a red car", ["there is a man", "there are dogs", "there is a car"]],
    ["The image shows a group of people near a bunch of red kites.", ["there are people", "there are kites"]],
    ["There's a bouquet of flowers in a vase.", ["there are flowers", "there is a vase"]],
    ["In addition to the bench, there are trees in the background.", ["there is a bench", "there are trees"]],
    ["I can see a bus and a bicycle.", ["there is a bus", "there is a bicycle"]],
    ["A giraffe's head reaches over the fence.", ["there is a giraffe", "there is a head", "there is a fence"]],
    ["This is a photo of a dog.", ["there is a dog"]],
    ["The scene has a calm atmosphere.", []],
    ["- **Cats**: three cats\n- a hot dog", ["there are cats", "there is a hot dog"]],
  ])("of %j", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
  });
});

describe("a likeness, or a compound of another head", () => {
  it.each([
    ["A dog house stands in the garden.", "dog"],
    ["A toy car lies on the floor.", "car"],
    ["A statue of a horse stands in the square.", "horse"],
    ["There is a bus stop by the road.", "bus"],
    ["People enjoy the kite festival.", "kite"],
    ["The cake, shaped like a car, sits there.", "car"],
    ["The cloud resembles an elephant.", "elephant"],
    ["The building looks like a giant boat.", "boat"],
    ["There is a plastic horse and a rubber duck.", "horse"],
    ["The T-shirt has a picture of a bear printed on it.", "bear"],
    ["The wallpaper has a pattern of birds.", "bird"],
    ["The dog waits for its owner to throw it.", "person"],
    ["There is room for six people.", "person"],
    ["Three cats: one black, one white, and one orange.", "orange"],
  ])("names none: %j no %s", (text, category) => {
    expect(claimsOf(text).map(({ object }) => object?.category)).not.toContain(category);
  });
});

describe("a denial", () => {
  it.each([
    ["There is no dog in the image.", ["there is no dog"]],
    ["There isn’t any dog.", ["there is no dog"]],
    ["There are no dogs or cats.", ["there are no dogs", "there are no cats"]],
    ["No people are visible.", ["there are no people"]],
    ["I don't see any people.", ["there are no people"]],
    ["The image does not show a boat.", ["there is no boat"]],
    ["Neither a dog nor a cat can be seen.", ["there is no dog", "there is no cat"]],
    ["The room is empty, without a chair.", ["there is a room", "there is no chair"]],
  ])("of existence: %j", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
    expect(
      claimsOf(text)
        .filter(({ text: words }) => / no /.test(words))
        .every(({ negated }) => negated),
    ).toBe(true);
  });

  it("of a dog somewhere denies no dog elsewhere", () => {
    expect(claimsOf("There is no dog on the sofa.").map(({ kind, text }) => [kind, text])).toEqual([
      ["relation", "the dog is not on the couch".replace("couch", "sofa")],
      ["existence", "there is a sofa"],
    ]);
  });

  it("of a deed leaves its object open", () => {
    expect(textsOf("She is not holding a kite.", "existence")).toEqual([]);
  });
});

describe("what is only supposed", () => {
  it.each([
    ["There might be a dog behind the wall.", ["maybe there is a dog", "maybe there is a wall"]],
    ["A bag, possibly a backpack, lies there.", ["there is a bag", "maybe there is a backpack"]],
    ["She stretches her arms as if to throw a ball.", ["there are arms"]],
    ["As an AI, I cannot see a dog.", []],
    ["Umbrellas protect from the sun.", []],
    ["The atmosphere suggests that a dog lives here.", []],
  ])("is hedged or not claimed: %j", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(statements);
  });
});

describe("nobody", () => {
  it.each([
    ["Nobody is in the water.", ["relation: the person is not in the water", "existence: there is water"]],
    ["There is no one on the beach.", ["relation: the person is not on the beach", "existence: there is a beach"]],
    ["No one is visible.", ["existence: there is no person"]],
    ["No-one is swimming.", ["attribute: the person is not swimming"]],
  ])("is a denied person: %j", (text, statements) => {
    expect(statementsOf(text)).toEqual(statements);
    expect(claimsOf(text)[0]).toMatchObject({ negated: true, object: { category: "person" } });
  });
});

describe("what a reader might see", () => {
  it.each(["In the yard you might see a goat.", "If you look closely, you might see a goat.", "One might notice a goat."])(
    "is there, perhaps: %j",
    (text) => {
      expect(textsOf(text, "existence")).toContain("maybe there is a goat");
    },
  );

  it("on a condition of another kind is not claimed", () => {
    expect(textsOf("If it were warmer, a goat would graze here.", "existence")).toEqual([]);
  });
});

describe("what is supposed, wished or advised", () => {
  it.each([
    "If there is a dog near the man, he is safe.",
    "Even if there is a dog, the man is safe.",
    "Suppose there is a dog behind the couch.",
    "Had there been a dog, the man would have smiled.",
    "Were there a dog, the man would smile.",
    "Whenever a dog appears, the man smiles.",
    "As long as a dog is near, the man is safe.",
    "Assuming there is a dog, the man is safe.",
    "I wish there were a dog in the picture.",
    "Keep your dog on a leash.",
    "Dogs must be kept on a leash.",
    "Don't bring a dog.",
    "You could add a dog to the scene.",
    "It is better to bring a dog.",
  ])("is no claim: %j", (text) => {
    expect(statementsOf(text)).toEqual([]);
  });

  it.each([
    ["The man is safe if a dog is near.", ["there is a man"]],
    ["If you look at the left, there is a dog.", ["there is a dog"]],
    ["Use of umbrellas is common here; a man holds one.", ["there is a man"]],
    ["A wish list hangs beside the dog.", ["there is a dog"]],
    ["The dogs must be hungry.", ["there are dogs"]],
    ["A man keeps his dog on a leash.", ["there is a man", "there is a dog", "there is a leash"]],
  ])("leaves what is told beside it: %j", (text, statements) => {
    expect(textsOf(text, "existence")).toEqual(expect.arrayContaining(statements));
  });
});
