import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scoreAmber } from "../../../src/scoring/amber/amber.js";
import { nounSingular, nounsOf } from "../../../src/scoring/amber/nouns.js";
import type { AmberAnswer, AmberEntry } from "../../../src/scoring/amber/rows.js";
import { amberWords } from "../../../src/scoring/amber/words.js";
import { readAmberFiles } from "../../../src/scoring/files/amber-files.js";
import { describeWithTestData } from "../../support/test-data.js";
import { located, RESAMPLING } from "../support.js";

const words = amberWords({ dog: ["puppy"], forest: ["tree"], boat: [], lake: ["water"], cat: [], sign: [] }, ["sign"]);
const entries: readonly AmberEntry[] = [
  { id: 1, type: "generative", truth: ["dog", "forest", "lake"], hallu: ["boat"] },
  { id: 2, type: "generative", truth: ["cat"], hallu: ["dog"] },
  { id: 3, type: "discriminative-hallucination", truth: "no" },
  { id: 4, type: "discriminative-hallucination", truth: "yes" },
  { id: 5, type: "discriminative-attribute-state", truth: "no" },
  { id: 6, type: "relation", truth: "no" },
];
const score = (...answers: readonly AmberAnswer[]) => scoreAmber(located(answers, "answers.jsonl"), entries, words, RESAMPLING);

describe("AMBER's descriptions", () => {
  it("cover, imagine and hallucinate", () => {
    const { figures, items } = score(
      { id: 1, response: "A puppy sits under the trees. There is a boat, a cat and a sign." },
      { id: 2, response: "The cat is asleep." },
    );
    // Of 6 kept nouns (puppy, trees, boat, cat, sign; cat) boat and cat are untrue; 3 of 4 true objects are covered; boat was expected.
    expect(figures).toMatchObject({ chair: 33.3, cover: 75, hal: 50, cog: 50, descriptions: 2, accuracy: null, f1: null });
    expect(items[0]).toEqual({
      ...{ id: 1, type: "generative", mentioned: ["puppy", "tree", "boat", "cat", "sign"] },
      ...{ hallucinated: ["boat", "cat"], covered: ["dog", "forest"], expected_but_absent: ["boat"] },
    });
  });

  it("find the nouns that are looked for, in their singular", () => {
    const known = new Set(["dog", "snow", "man", "glass", "net", "box"]);
    expect(nounsOf("Two dogs in a snow-covered field watch the man beside a green net.", known)).toEqual(["dog", "man", "net"]);
    expect(["boxes", "dogs", "men", "glasses", "dog", "us"].map((word) => nounSingular(word, known))).toEqual([
      "box",
      "dog",
      "men",
      "glasses",
      "dog",
      "us",
    ]);
  });
});

describe("singulars, as WordNet 3.0 and NLTK's lemmatizer have them", () => {
  const known = new Set(["vase", "tomato", "potato", "slippers", "streetlamp", "TV", "bus", "leaf", "box", "scissors"]);
  it.each([
    ["vases", "vas"],
    ["tomatoes", "tomato"],
    ["potatoes", "potato"],
    ["slippers", "slipper"],
    ["streetlamps", "streetlamps"],
    ["TVs", "TVs"],
    ["buses", "bus"],
    ["leaves", "leaf"],
    ["boxes", "box"],
    ["scissors", "scissors"],
    ["vase", "vase"],
    ["streetlamp", "streetlamp"],
  ])("%s is %s", (noun, singular) => {
    expect(nounSingular(noun, known)).toBe(singular);
  });
});

describe("AMBER's yes/no answers", () => {
  it("count only as exactly Yes or No, with no as the positive class", () => {
    const { figures } = score({ id: 3, response: "No" }, { id: 4, response: "No" }, { id: 5, response: "no" }, { id: 6, response: "Yes" });
    // Answered No: 3 (right) and 4 (wrong). Truth no: 3, 5 and 6.
    expect(figures).toMatchObject({
      accuracy: 25,
      precision: 50,
      recall: 33.3,
      f1: 40,
      existence_accuracy: 50,
      relation_recall: 0,
      chair: null,
    });
  });

  it("refuse an answer to no question, and a second one", () => {
    expect(() => score({ id: 9, response: "No" })).toThrow('answers.jsonl, line 1, field "id": 9 is the id of no question.');
    expect(() => score({ id: 3, response: "No" }, { id: 3, response: "Yes" })).toThrow('line 2, field "id": 3 stands already in line 1.');
  });
});

describeWithTestData(
  "AMBER as published",
  (folder) => {
    it("gives the published figures", async () => {
      const {
        answers,
        entries: all,
        words: known,
      } = await readAmberFiles({
        ...{ annotations: join(folder, "annotations.json"), associations: join(folder, "relation.json") },
        ...{ safeWords: join(folder, "safe-words.txt"), answers: join(folder, "llava-v1.5-7b.answers.jsonl") },
      });
      const { figures } = scoreAmber(answers, all, known, RESAMPLING);
      const expected = readFileSync(join(folder, "llava-v1.5-7b.expected.txt"), "utf8").matchAll(/^(\w+):\s+([\d.]+)$/gm);
      const published = Object.fromEntries([...expected].map(([, name = "", value]) => [name.toLowerCase(), Number(value)]));
      expect(Object.keys(published)).toHaveLength(4);
      expect(figures).toMatchObject(published);
    });
  },
  "metrics/amber",
);
