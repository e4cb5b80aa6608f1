import { describe, expect, it } from "vitest";
import { article } from "../../../src/language/grammar/articles.js";
import { numberInWords, numberLike, numberValue } from "../../../src/language/grammar/numbers.js";
import { pluralVerb, singularVerb } from "../../../src/language/grammar/verbs.js";
import { isMass, isPluralOnly, plural, singular } from "../../../src/language/grammar.js";

const PAIRS = (
  "dog dogs,person people,man men,woman women,child children,knife knives,shelf shelves,leaf leaves,scarf scarves,sheep sheep,fish fish," +
  "bus buses,bench benches,couch couches,toothbrush toothbrushes,sandwich sandwiches,mouse mice,goose geese,foot feet,tooth teeth," +
  "puppy puppies,tomato tomatoes,zebra zebras,tie ties,cookie cookies,shoe shoes,policeman policemen,fisherman fishermen,wolf wolves," +
  "photo photos,piano pianos,glass glasses,box boxes,house houses,horse horses,vase vases,lens lenses,canvas canvases,wave waves," +
  "glove gloves,stove stoves,ox oxen,monkey monkeys,axe axes,ski skis,toy toys,wife wives,calf calves"
)
  .split(",")
  .map((pair) => pair.split(" "));

describe("the number of a noun", () => {
  it.each(PAIRS)("%s, %s", (one = "", many = "") => {
    expect([plural(one), singular(many), plural(many), singular(one)]).toEqual([many, one, many, one]);
  });

  it("is carried by the last word and keeps the capital", () => {
    expect(plural("wine glass")).toBe("wine glasses");
    expect(singular("Traffic lights")).toBe("Traffic light");
    expect(plural("Person")).toBe("People");
    expect(singular("People")).toBe("Person");
  });

  it("is one form for scissors and luggage", () => {
    expect([plural("scissors"), singular("scissors"), plural("luggage"), singular("cattle")]).toEqual([
      "scissors",
      "scissors",
      "luggage",
      "cattle",
    ]);
    expect([isPluralOnly("red scissors"), isPluralOnly("dogs"), isMass("luggage"), isMass("suitcase")]).toEqual([true, false, true, false]);
  });
});

describe("the indefinite article", () => {
  it.each(
    "elephant umbrella hour orange 8 11 18 SUV MRI apple unopened uninviting unimpressive empty honest heir X-ray A oven unusual onion".split(
      " ",
    ),
  )("an %s", (word) => expect(article(word)).toBe("an"));
  it.each(
    "dog university one one-way used uniform unicorn European US 1 10 110 hat utensil ukulele house UFO unique useful ewe".split(" "),
  )("a %s", (word) => expect(article(word)).toBe("a"));
});

describe("numbers", () => {
  it("go into words and back", () => {
    for (const value of [0, 1, 2, 12, 13, 20, 21, 42, 99]) expect(numberValue(numberInWords(value))).toBe(value);
    expect(numberInWords(42)).toBe("forty-two");
    expect(numberInWords(120)).toBe("120");
    expect([numberValue("dog"), numberValue("1.5"), numberValue("17")]).toEqual([null, null, 17]);
  });

  it("take the style of the number they replace", () => {
    expect([numberLike("2", 3), numberLike("two", 3), numberLike("Two", 3)]).toEqual(["3", "three", "Three"]);
  });
});

describe("the number of a verb", () => {
  it.each([
    ["lie", "lies", "lie"],
    ["are", "is", "be"],
    ["were", "was", "be"],
    ["have", "has", "have"],
    ["carry", "carries", "carry"],
    ["play", "plays", "play"],
    ["watch", "watches", "watch"],
    ["pose", "poses", "pose"],
    ["pass", "passes", "pass"],
    ["go", "goes", "go"],
    ["aren't", "isn't", "be"],
    ["do", "does", "do"],
    ["need", "needs", "need"],
  ])("they %s, it %s", (many, one, lemma) => {
    expect([singularVerb(many), pluralVerb(one, lemma)]).toEqual([one, many]);
  });

  it("does not touch modal and past forms", () => {
    expect([singularVerb("can"), singularVerb("walked"), pluralVerb("could", "can"), pluralVerb("walked", "walk")]).toEqual([
      "can",
      "walked",
      "could",
      "walked",
    ]);
  });
});
