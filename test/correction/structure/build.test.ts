import { describe, expect, it } from "vitest";
import { treeOf } from "../../../src/correction/structure/build.js";
import type { Clause, List } from "../../../src/correction/structure/tree.js";
import { parse } from "../../../src/language/parse.js";

function clauses(text: string): readonly Clause[] {
  const [sentence] = parse(text).sentences;
  return sentence === undefined ? [] : treeOf(sentence).clauses.members;
}

function nouns(list: List | null | undefined): readonly string[] {
  return list?.members.map(({ phrase }) => phrase.text) ?? [];
}

describe("the tree of a sentence", () => {
  it("keeps a list of objects together", () => {
    expect(nouns(clauses("The image shows a man, two dogs and a car.")[0]?.verbPhrases.members[0]?.object)).toEqual([
      "a man",
      "two dogs",
      "a car",
    ]);
  });

  it("ends the list where a new subject begins", () => {
    const [first, second] = clauses("There is a dog in the image, and an elephant stands behind it.");
    expect(nouns(first?.verbPhrases.members[0]?.object)).toEqual(["a dog"]);
    expect(nouns(second?.subject)).toEqual(["an elephant"]);
  });

  it("leaves places to the verb and takes company to the noun", () => {
    const phrase = clauses("A man is sitting on a bench next to a dog with a ball.")[0]?.verbPhrases.members[0];
    expect(phrase?.parts.map((part) => (part.kind === "preposition" ? part.head.word : part.kind))).toEqual(["on", "next to"]);
    const [, beside] = phrase?.parts ?? [];
    expect(beside?.kind === "preposition" ? beside.list?.members[0]?.parts.length : null).toBe(1);
  });

  it("shares what follows a list among members of one kind only", () => {
    const pets = clauses("There is a cat and a dog on the couch.")[0]?.verbPhrases.members[0]?.object;
    expect(pets?.parts.length).toBe(1);
    const mixed = clauses("There is a dog and a car parked near a bus.")[0]?.verbPhrases.members[0]?.object;
    expect([mixed?.parts.length, mixed?.members[1]?.parts.length]).toEqual([0, 1]);
  });

  it("covers every token, however odd the text", () => {
    for (const text of [
      "",
      ", and , and .",
      "of of of with",
      "which that who is",
      "Yes, no, (and) “so”: on!",
      "dog dog dog the the",
      "is are was",
    ]) {
      for (const sentence of parse(text).sentences) {
        const { lead, clauses: series, end } = treeOf(sentence);
        const ranges = [lead, ...series.members, ...series.separators, end];
        const covered = new Set(
          ranges.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)),
        );
        expect(covered.size).toBe(sentence.tokens.length);
      }
    }
  });

  it("reads nesting beyond any sentence flat instead of failing", () => {
    expect(() => clauses(`A dog ${"with a dog that holds a dog ".repeat(700)}.`)).not.toThrow();
  });
});
