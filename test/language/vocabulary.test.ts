import { describe, expect, it } from "vitest";
import { plural } from "../../src/language/grammar.js";
import { parse } from "../../src/language/parse.js";
import { COCO_CATEGORIES } from "../../src/language/vocabulary/coco.js";
import { basicColorOf, colorsIn } from "../../src/language/vocabulary/colors.js";
import { categoryOf, isWhole, SYNONYM_ROWS, targetOf } from "../../src/language/vocabulary/look-up.js";
import { numberOf } from "../../src/language/vocabulary/numbers.js";
import { spatialPrepositionAt } from "../../src/language/vocabulary/phrases.js";
import { attributeTypeOf } from "../../src/language/vocabulary/qualities.js";
import { GROUPS } from "../../src/language/vocabulary/words/groups.js";
import { OUTSIDE_COMPOUNDS } from "../../src/language/vocabulary/words/not-these.js";
import { WHOLE, WHOLE_GROUPS } from "../../src/language/vocabulary/words/whole.js";

/** The category of the one thing that a sentence around a noun phrase names. */
function categoryIn(phrase: string): string | undefined {
  return parse(`There is ${phrase} in the image.`).sentences[0]?.nounPhrases.find(({ isThing }) => isThing)?.category;
}

describe("the categories", () => {
  it("are COCO's eighty, each its own target", () => {
    expect(COCO_CATEGORIES).toHaveLength(80);
    expect(new Set(COCO_CATEGORIES).size).toBe(80);
    for (const category of COCO_CATEGORIES) expect(targetOf(category)).toEqual({ category, classes: [category], exhaustive: true });
  });

  it("are read from a sentence, in both numbers", () => {
    for (const category of COCO_CATEGORIES) {
      expect(categoryIn(`a ${category}`)).toBe(category);
      expect(categoryIn(`two ${plural(category)}`)).toBe(category);
    }
  });
});

describe("the tables", () => {
  it.each(SYNONYM_ROWS.map((row) => [row[0], row.slice(1)] as const))(
    "of %s name a category of COCO, each noun once",
    (category, nouns) => {
      expect(COCO_CATEGORIES).toContain(category);
      for (const noun of nouns) {
        expect(noun).toBe(noun.toLowerCase().trim());
        expect(categoryOf(noun)).toBe(category);
        expect(targetOf(noun).classes).toEqual([category]);
        expect(OUTSIDE_COMPOUNDS.has(noun)).toBe(false);
      }
    },
  );

  it("hold no noun twice", () => {
    const nouns = [...SYNONYM_ROWS.flatMap((row) => row.slice(1)), ...GROUPS.flatMap((group) => group.nouns)];
    expect(nouns.filter((noun, index) => nouns.indexOf(noun) !== index)).toEqual([]);
  });

  it.each([...WHOLE, ...WHOLE_GROUPS].map((row) => [row[0], row.slice(1)] as const))(
    "of nouns for all of %s name nouns of that line",
    (category, nouns) => {
      for (const noun of nouns) {
        expect(categoryOf(noun)).toBe(category);
        expect(isWhole(noun)).toBe(true);
      }
    },
  );

  it("take every category of COCO for its own name, and a group only where all its classes are one", () => {
    expect(COCO_CATEGORIES.filter((category) => !isWhole(category))).toEqual([]);
    expect(["van", "desk", "computer", "tram", "armchair", "mammal"].filter(isWhole)).toEqual([]);
    expect(["animal", "furniture", "fruit", "aircraft"].filter((noun) => !isWhole(noun))).toEqual([]);
  });

  it.each(GROUPS.map((group) => [group.category, group] as const))("group %s stands for classes of COCO", (category, group) => {
    for (const name of group.classes) expect(COCO_CATEGORIES).toContain(name);
    expect(targetOf(category)).toEqual({ category, classes: group.classes, exhaustive: group.exhaustive });
    for (const noun of group.nouns) expect(categoryOf(noun)).toBe(category);
  });
});

describe("a noun", () => {
  it.each([
    ["a puppy", "dog"],
    ["an SUV", "car"],
    ["a cyclist", "person"],
    ["three women", "person"],
    ["a crowd", "person"],
    ["a skier", "person"],
    ["some furniture", "furniture"],
    ["a fruit", "fruit"],
    ["hot dogs", "hot dog"],
    ["a teddy-bear", "teddy bear"],
    ["a beach umbrella", "umbrella"],
    ["a tennis racquet", "tennis racket"],
    ["a glass of wine", "glass"],
    ["polar bears", "bear"],
    ["a fountain", "fountain"],
    ["a dog house", "house"],
    ["a car park", "park"],
    ["a horse-drawn carriage", "carriage"],
    ["a stuffed bear", "teddy bear"],
    ["an inflatable elephant", "inflatable elephant"],
    ["a paper cup", "cup"],
    ["glasses", "glasses"],
    ["a bat", "bat"],
    ["clothes", "clothes"],
  ])("%j is %j", (phrase, category) => {
    expect(categoryIn(phrase)).toBe(category);
  });

  it.each([
    ["A baseball player swings a bat.", "baseball bat"],
    ["A bat hangs in a cave.", "bat"],
    ["A cat chases a mouse.", "rodent"],
    ["A keyboard and a mouse.", "mouse"],
    ["Two shepherds keep watch over the flock.", "vigil"],
    ["A man looks at his watch.", "watch"],
    ["Two glasses and a bottle of wine.", "glass"],
    ["A man wearing glasses drinks wine.", "glasses"],
    ["She eats an orange.", "orange"],
  ])("of two senses is decided by its company: %j has %j", (text, category) => {
    expect(parse(text).sentences[0]?.nounPhrases.map((phrase) => phrase.category)).toContain(category);
  });
});

describe("outside the vocabulary", () => {
  it.each(["fountain", "toy car", "shirt", "wheel", ""])("%j has no classes", (category) => {
    expect(targetOf(category)).toEqual({ category, classes: [], exhaustive: false });
  });
});

describe("small words", () => {
  it.each([
    ["navy", "blue"],
    ["dark-green", "green"],
    ["cream-colored", "white"],
    ["golden", "yellow"],
    ["wooden", null],
  ])("color %s is %s", (word, color) => {
    expect(basicColorOf(word)).toBe(color);
  });

  it("two colors in one word are two", () => {
    expect(colorsIn("black-and-white")).toEqual(["black", "white"]);
    expect(colorsIn("dark-blue")).toEqual(["dark-blue"]);
    expect(colorsIn("two-story")).toEqual([]);
  });

  it.each([
    ["seven", 7],
    ["twenty-one", 21],
    ["1,200", 1200],
    ["12", 12],
    ["many", null],
    ["3.5", null],
  ])("number %s is %s", (word, value) => {
    expect(numberOf(word)).toBe(value);
  });

  it.each([
    ["to the left of the cat", "left_of", 4],
    ["on top of it", "on", 3],
    ["next to it", "beside", 2],
    ["in front of it", "in_front_of", 3],
    ["underneath", "under", 1],
  ])("preposition %j is %s", (text, value, length) => {
    expect(spatialPrepositionAt(text.split(" "), 0)).toEqual({ value, length });
  });

  it.each([
    ["red", "color"],
    ["wooden", "material"],
    ["tiny", "size"],
    ["parked", "state"],
    ["standing", "action"],
    ["happy", "other"],
  ])("%s states a %s", (word, type) => {
    expect(attributeTypeOf(word)).toBe(type);
  });
});
