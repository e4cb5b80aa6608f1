import { describe, expect, it } from "vitest";
import type { Attribute, Claim, Mention } from "../../../src/domain/claim.js";
import { mainClaims } from "../../../src/evaluation/facts/kind.js";
import { covers } from "../../../src/evaluation/facts/match.js";

const base = { id: "c1", text: "", span: { start: 0, end: 1 }, sentence: 0, negated: false, hedged: false };
const mention = (category: string): Mention => ({ phrase: category, category, span: null });

const there = (category: string): Claim => ({ ...base, kind: "existence", object: mention(category) });
const number = (category: string, value: number): Claim => ({
  ...base,
  kind: "count",
  object: mention(category),
  count: { relation: "exactly", value },
});
const quality = (category: string, value: string, type: Attribute["type"] = "color"): Claim => ({
  ...base,
  kind: "attribute",
  object: mention(category),
  attribute: { type, value },
});
const relation = (subject: string, predicate: string, target: string, type: "spatial" | "action" = "action"): Claim => ({
  ...base,
  kind: "relation",
  object: mention(subject),
  relation: { predicate, type, targets: [mention(target)] },
});

describe("a claim covers a fact", () => {
  it("of existence where the object, or its last word, is the same", () => {
    expect(covers(there("umbrella"), there("beach umbrella"))).toBe(true);
    expect(covers(there("umbrella"), there("beach"))).toBe(false);
    expect(covers(number("umbrella", 2), there("umbrella"))).toBe(false);
  });

  it("of number where the number is the same", () => {
    expect(covers(number("dog", 2), number("dog", 2))).toBe(true);
    expect(covers(number("dog", 3), number("dog", 2))).toBe(false);
  });

  it("of a quality where object and word are the same", () => {
    expect(covers(quality("shirt", "green"), quality("shirt", "green"))).toBe(true);
    expect(covers(quality("shirt", "green"), quality("shirt", "brown"))).toBe(false);
    expect(covers(quality("shorts", "green"), quality("shirt", "green"))).toBe(false);
  });

  it("of a relation where the predicate shares a word, or both are of place, and the targets are the same", () => {
    expect(covers(relation("person", "wear", "shirt"), relation("person", "wearing", "shirt"))).toBe(true);
    expect(covers(relation("person", "wear", "shirt"), relation("person", "hold", "shirt"))).toBe(false);
    expect(covers(relation("shoe", "beside", "shirt", "spatial"), relation("shoe", "near", "shirt", "spatial"))).toBe(true);
    expect(covers(relation("shoe", "beside", "shirt", "spatial"), relation("shoe", "near", "bed", "spatial"))).toBe(false);
  });

  it("of an action that was cut another way", () => {
    expect(covers(relation("person", "sitting_on", "beach"), quality("person", "sitting", "action"))).toBe(true);
    expect(covers(quality("person", "sitting", "action"), relation("person", "sit_on", "beach"))).toBe(true);
  });
});

describe("the main claims of a fact", () => {
  it("are those that say most", () => {
    const on = relation("dog", "on", "couch", "spatial");
    expect(mainClaims([there("dog"), quality("dog", "red"), there("couch"), on])).toEqual([on]);
    expect(mainClaims([there("dog"), quality("dog", "red")])).toEqual([quality("dog", "red")]);
    expect(mainClaims([])).toEqual([]);
  });
});

describe("a claim covers a fact of no kind", () => {
  const other = (text: string): Claim => ({ ...base, kind: "other", text, object: null });

  it("if at least half of its words, small ones aside, stand in it", () => {
    expect(covers(other("the image is a close-up view"), other("the image is a close-up"))).toBe(true);
    expect(covers(other("the mood in the image is calm"), other("there is something in the background"))).toBe(false);
  });
});
