/** Every kind that WordNet proposes is decided: a row has it, or scripts/vocabulary/rejected.txt. */
import { describe, expect, it } from "vitest";
import { candidates } from "../../scripts/vocabulary/candidates.js";
import { isDecided, REJECTED } from "../../scripts/vocabulary/decided.js";
import { readWordNet } from "../../scripts/vocabulary/wordnet.js";
import { categoryOf } from "../../src/language/vocabulary/look-up.js";
import { KINDS, KINDS_OF_BIRDS, KINDS_OF_PEOPLE } from "../../src/language/vocabulary/words/kinds.js";

const wordnet = readWordNet();
const proposed = candidates(wordnet);

describe("the kinds that WordNet proposes", () => {
  it.each([...proposed])("of %s are each taken or rejected", (category, words) => {
    expect(words.filter((word) => !isDecided(category, word))).toEqual([]);
  });

  it("are many, and most of them covered by their last word", () => {
    const all = [...proposed].flatMap(([category, words]) => words.map((word) => [category, word] as const));
    expect(all.length).toBeGreaterThan(2500);
    const covered = all.filter(
      ([category, word]) => categoryOf(word) === category || categoryOf(word.split(/[ -]/).at(-1) ?? "") === category,
    );
    expect(covered.length).toBeGreaterThan(1300);
  });
});

describe("the list of rejected words", () => {
  it("names only what was proposed, and nothing that a row has", () => {
    for (const [category, words] of REJECTED) {
      for (const word of words) {
        expect(proposed.get(category) ?? []).toContain(word);
        expect(categoryOf(word)).not.toBe(category);
      }
    }
  });
});

describe("a row of kinds", () => {
  it("means its category by the first sense of each of its names that WordNet knows", () => {
    const rows = [...KINDS, ...KINDS_OF_BIRDS, ...KINDS_OF_PEOPLE];
    for (const [category, ...nouns] of rows) {
      const own = new Set(proposed.get(category) ?? []);
      for (const noun of nouns) {
        const isKnown = wordnet.sensesOf(noun).length > 0;
        if (isKnown && !own.has(noun)) expect(TAKEN_BESIDE).toContain(noun);
      }
    }
  });
});

/** Taken though WordNet gives another sense, which no picture shows. */
const TAKEN_BESIDE: readonly string[] = [];
