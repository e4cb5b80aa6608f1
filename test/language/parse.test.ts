import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/language/parse.js";

function sentencesOf(text: string): readonly string[] {
  return parse(text).sentences.map(({ span }) => text.slice(span.start, span.end));
}

function tagsOf(text: string): string {
  return parse(text)
    .sentences.flatMap(({ tokens }) => tokens)
    .map(({ text: word, tag }) => `${word}/${tag}`)
    .join(" ");
}

describe("offsets", () => {
  it.each([
    "Two dogs 😀 lie on a “red” sofa.\n\n- A\tcat’s tail",
    "Don't worry — it's a dog…",
    "cannot see\u00a0the café\u200f!",
    "👩‍👩‍👧 smile",
  ])("are those of the text: %s", (text) => {
    for (const { tokens } of parse(text).sentences) {
      for (const token of tokens) expect(text.slice(token.span.start, token.span.end)).toBe(token.text);
    }
  });

  it("hold for any text, in order and without overlap", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.lorem({ mode: "sentences" })), (text) => {
        let end = 0;
        for (const sentence of parse(text).sentences) {
          expect(sentence.span.start).toBeGreaterThanOrEqual(end);
          for (const token of sentence.tokens) {
            expect(token.span.start).toBeGreaterThanOrEqual(end);
            expect(text.slice(token.span.start, token.span.end)).toBe(token.text);
            end = token.span.end;
          }
          expect(sentence.span.end).toBeGreaterThanOrEqual(end);
          end = sentence.span.end;
          for (const phrase of sentence.nounPhrases) expect(text.slice(phrase.span.start, phrase.span.end)).toBe(phrase.text);
        }
      }),
    );
  });
});

describe("sentences", () => {
  it.each([
    ["A dog runs. A cat sleeps!", ["A dog runs.", "A cat sleeps!"]],
    ["Mr. Smith holds a 3.5 kg fish.", ["Mr. Smith holds a 3.5 kg fish."]],
    ["# Objects\n- a dog\n- two cats\n\nThe end", ["Objects", "a dog", "two cats", "The end"]],
    ["1. A dog\n2) A cat", ["A dog", "A cat"]],
    ["A man walks\nalong the road. He smiles", ["A man walks\nalong the road.", "He smiles"]],
    ['A sign says "Stop. Look." near a car.', ['A sign says "Stop. Look." near a car.']],
    ["there is a dog. there is a cat.", ["there is a dog.", "there is a cat."]],
    ["Well... maybe. Is it? Yes", ["Well... maybe.", "Is it?", "Yes"]],
    ["...", []],
  ])("of %j", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

describe("tags", () => {
  it.each([
    ["A woman standing near cars", "A/DET woman/NOUN standing/VERB near/ADP cars/NOUN"],
    ["Two dogs lie on a sofa", "Two/NUM dogs/NOUN lie/VERB on/ADP a/DET sofa/NOUN"],
    ["The dog's head", "The/DET dog/NOUN 's/PART head/NOUN"],
    ["The dog plays with it's ball", "The/DET dog/NOUN plays/VERB with/ADP it/PRON 's/PART ball/NOUN"],
    ["The dog's red", "The/DET dog/NOUN 's/AUX red/ADJ"],
    ["There isn’t a cat", "There/PRON is/AUX n’t/PART a/DET cat/NOUN"],
    ["A bus drives past a building", "A/DET bus/NOUN drives/VERB past/ADP a/DET building/NOUN"],
  ])("of %j", (text, tags) => {
    expect(tagsOf(text)).toBe(tags);
  });
});

describe("noun phrases", () => {
  it.each([
    ["at least two of the dogs", "dog", "the", { relation: "at_least", value: 2 }],
    ["a group of people", "person", "a", null],
    ["a *red* bus", "bus", "a", null],
    ["a pair of dogs", "dog", "a", { relation: "exactly", value: 2 }],
    ["a pair of scissors", "scissors", "a", null],
    ["a couple", "person", "a", { relation: "exactly", value: 2 }],
    ["a couple of cats", "cat", "a", { relation: "at_least", value: 2 }],
    ["dozens of kites", "kite", null, { relation: "at_least", value: 24 }],
    ["more than three hot dogs", "hot dog", null, { relation: "at_least", value: 4 }],
    ["a toy car", "toy car", "a", null],
    ["a dog house", "house", "a", null],
    ["two or three red-and-white buses", "bus", null, { relation: "at_least", value: 2 }],
    ["no fire hydrants", "fire hydrant", "no", null],
  ])("%j is about %j", (text, category, determiner, quantity) => {
    const [phrase, ...others] = parse(text).sentences.flatMap(({ nounPhrases }) => nounPhrases);
    expect(others).toEqual([]);
    expect(phrase).toMatchObject({ text, category, determiner, quantity, isThing: true });
  });

  it("know what names no thing", () => {
    const phrases = parse("The image shows a peaceful scene, and she smiles.").sentences.flatMap(({ nounPhrases }) => nounPhrases);
    expect(phrases.map(({ text, isThing }) => [text, isThing])).toEqual([
      ["The image", false],
      ["a peaceful scene", false],
      ["she", false],
    ]);
  });
});

it("keeps its work linear: ten thousand nouns and one unbroken word of 20,000 letters", () => {
  const nouns = "dog ".repeat(5_000);
  expect(parse(nouns).sentences[0]?.tokens).toHaveLength(5_000);
  for (const unit of ["a", "a-", "a'", "'", ".", '"', "(", "9", "\u200f"]) {
    const text = unit.repeat(20_000 / unit.length);
    const last = parse(text).sentences.at(-1)?.span.end ?? text.length;
    expect(last).toBe(text.length);
  }
});
