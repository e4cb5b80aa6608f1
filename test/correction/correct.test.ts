import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correct } from "../../src/correction/correct.js";
import { CLAIM_KINDS } from "../../src/domain/claim.js";
import { applyEdits, type Correction } from "../../src/domain/correction.js";
import type { JudgedClaim } from "../../src/domain/judgement.js";
import { extract } from "../../src/extraction/extract.js";
import { parse } from "../../src/language/parse.js";
import { description, facts } from "../support/generated-text.js";
import { type Facts, judgeAll } from "../support/oracle.js";

/** The seed is fixed so that a failure is a failure for everyone; change it to look further. */
const RUNS = { numRuns: 120, seed: 20_261_123 };

function judged(text: string, known: Facts): readonly JudgedClaim[] {
  return judgeAll(extract(text, { prompt: null, kinds: CLAIM_KINDS }).claims, known);
}

function refutedIn(text: string, known: Facts): readonly JudgedClaim[] {
  return judged(text, known).filter(({ judgement }) => judgement.verdict === "refuted");
}

function corrected(text: string, known: Facts): Correction {
  return correct(text, judged(text, known), { prompt: null });
}

function onGenerated(check: (text: string, known: Facts, correction: Correction) => void): void {
  fc.assert(
    fc.property(description, facts, (text, known) => {
      check(text, known, corrected(text, known));
    }),
    RUNS,
  );
}

describe("a correction", () => {
  it("is what its edits make of the original", () => {
    onGenerated((text, _known, correction) => expect(applyEdits(text, correction.edits)).toBe(correction.corrected));
  });

  it("has edits in order that do not overlap, each of its kind", () => {
    onGenerated((text, _known, { edits }) => {
      let end = 0;
      for (const { span, replacement, kind } of edits) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        end = span.end;
        expect(kind).toBe(span.start === span.end ? "insert" : replacement === "" ? "delete" : "replace");
        expect(text.slice(span.start, span.end)).not.toBe(replacement);
      }
    });
  });

  it("changes nothing where nothing is refuted", () => {
    fc.assert(
      fc.property(description, (text) => {
        expect(corrected(text, {})).toEqual({ edits: [], corrected: text });
      }),
      RUNS,
    );
  });

  it("names a refuted claim for every edit", () => {
    onGenerated((text, known, { edits }) => {
      const refuted = new Set(refutedIn(text, known).map(({ claim }) => claim.id));
      for (const { claims } of edits) {
        expect(claims.length).toBeGreaterThan(0);
        for (const id of claims) expect(refuted).toContain(id);
      }
    });
  });

  it("changes something where a claim is refuted, and never says nothing", () => {
    onGenerated((text, known, { edits, corrected: result }) => {
      expect(edits.length > 0).toBe(refutedIn(text, known).length > 0);
      expect(result).toMatch(/\p{L}/u);
    });
  });

  it("brings no double space, no space before a stop and no stray separator into the text", () => {
    onGenerated((text, _known, { corrected: result }) => {
      expect((result.match(/\S {2,}\S/g) ?? []).length).toBeLessThanOrEqual((text.match(/\S {2,}\S/g) ?? []).length);
      expect(result).not.toMatch(/ [.,;]|,,|,\.|\b(?:and|or|with|a|an|the)[.,]|^[,.]|\band and\b|\n- *(?:\n|$)/);
    });
  });

  it("begins its sentences with a capital letter", () => {
    onGenerated((_text, _known, { corrected: result }) => {
      for (const { span } of parse(result).sentences) expect(result.slice(span.start, span.end)).toMatch(/^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u);
    });
  });

  it("agrees in article", () => {
    onGenerated((_text, _known, { corrected: result }) => {
      expect(result).not.toMatch(
        /\ba (?:elephant|umbrella|orange)\b|\ban (?:dog|cat|horse|car|bus|bicycle|bench|chair|book|laptop|red|blue|white|black)\b/i,
      );
    });
  });

  it("holds no refuted claim when judged again", () => {
    onGenerated((_text, known, { corrected: result }) => {
      expect(refutedIn(result, known).map(({ claim }) => claim.text)).toEqual([]);
    });
  });
});

describe("sentences that are condemned", () => {
  it("go whole", () => {
    const text = "A man walks. A dog and a cat sleep. The sun shines.";
    const claims = judged(text, { absent: ["cat"] });
    expect(correct(text, claims, { prompt: null }).corrected).toBe("A man walks. A dog sleeps. The sun shines.");
    expect(correct(text, claims, { prompt: null, condemned: new Set([1]) }).corrected).toBe("A man walks. The sun shines.");
  });

  it("keep the answer that was turned", () => {
    const text = "Yes, a cat is sleeping on the couch. A man walks.";
    const claims = judged(text, { absent: ["cat"] });
    expect(correct(text, claims, { prompt: "Is there a cat?", condemned: new Set([0]) }).corrected).toBe("No. A man walks.");
  });
});

describe("an adversarial text", () => {
  const LENGTH = 20_000;
  it.each([
    "dog ",
    "a dog, ",
    "a dog and a cat ",
    "a dog with ",
    "It is a dog that holds ",
    "dog's ",
    "“dog” ",
    "no dog or ",
    "two dogs, which ",
    "two dogs next to each other, one red and ",
    "a dog on a bed, and a cat is on it. ",
    "some near the dog and others ",
    "**a dog** and ",
    "nor is there any dog ",
    "\u202edog ",
  ])("of 20,000 characters of %j is corrected", (unit) => {
    const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    const claims = judged(text, { absent: ["dog"], counts: { cat: 1 } });
    const { edits, corrected: result } = correct(text, claims, { prompt: "Is there a dog?" });
    expect(applyEdits(text, edits)).toBe(result);
  });
});
