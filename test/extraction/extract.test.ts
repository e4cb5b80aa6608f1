import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import { contains } from "../../src/domain/span.js";
import { extract } from "../../src/extraction/extract.js";
import { claimsOf, statementsOf } from "./claims-of.js";

describe("words written in the picture", () => {
  it.each([
    ['A sign that says "STOP" stands by the road.', "STOP", "sign"],
    ["The shirt reads “Hello, World”.", "Hello, World", "shirt"],
    ["A bus with the word 'EXPRESS' on its side.", "EXPRESS", "bus"],
    ["The sign says SLOW DOWN.", "SLOW DOWN", "sign"],
    ["The word GO is written on the bus.", "GO", "bus"],
    ['There is a bus, and the words "CITY TAXI" are painted on the side of the car.', "CITY TAXI", "car"],
    ["The sign has the word GO written on it.", "GO", "sign"],
  ])("of %j", (text, quote, category) => {
    expect(claimsOf(text).filter(({ kind }) => kind === "text")).toMatchObject([{ quote, object: { category } }]);
  });

  it("name nothing that is there", () => {
    expect(statementsOf('A sign says "Beware of the dog".', ["existence"])).toEqual(["existence: there is a sign"]);
    expect(statementsOf("The word DOG is written on the bus.", ["existence", "relation"])).toEqual(["existence: there is a bus"]);
    expect(statementsOf('A dog lies on a sofa, and "HOME" is printed on the pillow.', ["relation"])).toEqual([
      "relation: the dog is on the sofa",
    ]);
  });
});

describe("a sentence", () => {
  it("that speaks of the picture and of no thing in it is a claim of its own", () => {
    expect(statementsOf("The atmosphere is peaceful.")).toEqual(["other: The atmosphere is peaceful"]);
  });

  it("that asks claims nothing", () => {
    expect(statementsOf("Is there a dog? What a question?")).toEqual([]);
  });

  it("of another language is not read", () => {
    const { claims, notes } = extract("Il y a un chien sur le canapé et deux chats dans la rue.", { prompt: null, kinds: CLAIM_KINDS });
    expect(claims.map(({ kind }) => kind)).toEqual(["other"]);
    expect(notes).toEqual(["extraction: the response does not seem to be English; it was not read"]);
    expect(extract("猫在沙发上睡觉。", { prompt: null, kinds: CLAIM_KINDS }).notes).toHaveLength(1);
  });
});

it("gives the kinds that are asked for, numbered anew", () => {
  const { claims } = extract("Two dogs lie on a red sofa.", { prompt: null, kinds: ["count", "attribute"] });
  expect(claims.map(({ id, kind, text }) => [id, kind, text])).toEqual([
    ["c1", "count", "there are two dogs"],
    ["c2", "attribute", "the dogs are lying"],
    ["c3", "attribute", "the sofa is red"],
  ]);
});

const PIECES = fc.constantFrom(
  ...[
    "a dog",
    "two red cars",
    "the",
    "no",
    "is",
    "are",
    "and",
    ",",
    ".",
    "on",
    "to the left of",
    "a man",
    "holding",
    "who",
    "it",
    "she",
    "not",
    "there",
  ],
  ...[
    "possibly",
    "in the background",
    "of",
    '"',
    "“STOP”",
    "says",
    "😀",
    "\n\n- ",
    "with",
    "between",
    "?",
    "yes",
    "don't",
    "’s",
    "both",
    "a pair of",
    "each",
  ],
);
const TEXTS = fc.oneof(
  fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join(" ")),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
);

describe("always", () => {
  it("spans lie in the text, hold their mentions, and come in order with their ids", () => {
    fc.assert(
      fc.property(TEXTS, fc.option(TEXTS), (text, prompt) => {
        const claims = claimsOf(text, prompt);
        expect(claims.map(({ id }) => id)).toEqual(claims.map((_claim, index) => `c${index + 1}`));
        let start = 0;
        for (const claim of claims) {
          expect(claim.span.start).toBeGreaterThanOrEqual(start);
          expect(claim.span.end).toBeGreaterThan(claim.span.start);
          expect(claim.span.end).toBeLessThanOrEqual(text.length);
          start = claim.span.start;
          const mentions = [claim.object, ...(claim.kind === "relation" ? claim.relation.targets : [])];
          for (const mention of mentions) {
            if (mention === null || mention.span === null) continue;
            expect(text.slice(mention.span.start, mention.span.end)).toBe(mention.phrase);
            if (claim.kind === "relation" || claim.kind === "existence" || claim.kind === "count")
              expect(contains(claim.span, mention.span)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the same text gives the same claims", () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        expect(claimsOf(text)).toEqual(claimsOf(text));
      }),
      { numRuns: 50 },
    );
  });
});

describe("20,000 characters", () => {
  it.each([
    "dog ",
    "a dog, ",
    "a dog and ",
    "the dog of ",
    "a dog on ",
    'says "a" ',
    "it is ",
    "“",
    "( ",
    "no ",
    "with ",
    "\u200f",
    "holding a dog ",
    "a man riding a horse, ",
    "a picture of ",
    "no sign of a lack of ",
    "a dog is not visible and ",
    "one on the left and the other ",
    "**a dog** and ",
    "answer: the answer is ",
    "dog\u0301-",
    "\u0001\u0000\u202e",
    "! ",
  ])("of %j are read to their end", (unit) => {
    const text = unit.repeat(20_000 / unit.length);
    const claims = claimsOf(text);
    for (const { span } of claims) expect(span.end).toBeLessThanOrEqual(text.length);
    if (unit === "a dog, ") expect(claims.at(-1)?.span.end).toBeGreaterThan(19_980);
  });
});

describe("a parenthesis", () => {
  it("that no rule reads is a claim of its own", () => {
    const text = "Two vases (one green, one gray) stand on the shelf.";
    const aside = claimsOf(text).filter(({ kind }) => kind === "other");
    expect(aside.map(({ span }) => text.slice(span.start, span.end))).toEqual(["(one green, one gray)"]);
  });

  it("that is read, or holds no word, is none", () => {
    expect(statementsOf("A boat (with a white sail) drifts by.", ["other"])).toEqual([]);
    expect(statementsOf("A boat (2) drifts by.", ["other"])).toEqual([]);
  });
});
