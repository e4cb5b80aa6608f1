import { describe, expect, it } from "vitest";
import { compare } from "../../../src/correction/llm/compare.js";
import { foreignWords } from "../../../src/correction/llm/foreign-words.js";
import { visualClaims } from "../../../src/correction/llm/visual-claims.js";
import { CLAIM_KINDS } from "../../../src/domain/claim.js";
import { applyEdits } from "../../../src/domain/correction.js";
import { extract } from "../../../src/extraction/extract.js";
import { parse } from "../../../src/language/parse.js";
import { boxAt } from "../../support/fake-detector.js";
import { type Facts, judgeAll } from "../../support/oracle.js";

function compared(original: string, rewritten: Readonly<Record<number, string>>, facts: Facts) {
  const { claims } = extract(original, { prompt: null, kinds: CLAIM_KINDS });
  const refuted = judgeAll(claims, facts).filter(({ judgement }) => judgement.verdict === "refuted");
  const texts = new Map(Object.entries(rewritten).map(([index, text]) => [Number(index), text]));
  const edits = compare(parse(original), texts, refuted);
  return edits === null ? null : { edits, text: applyEdits(original, edits) };
}

const DOGS = "Two dogs lie on a red sofa. The sun shines through a window.";

describe("what a rewriting changed", () => {
  it("stays where it mends a refuted claim, with the words that bend after it", () => {
    const result = compared(DOGS, { 0: "A dog lies on a red sofa." }, { counts: { dog: 1 } });
    expect(result?.text).toBe("A dog lies on a red sofa. The sun shines through a window.");
    expect(result?.edits).toEqual([{ span: { start: 0, end: 12 }, replacement: "A dog lies", claims: ["c2"], kind: "replace" }]);
  });

  it("bends a word that stands apart", () => {
    const text = "Two dogs happily lie on a sofa.";
    expect(compared(text, { 0: "A dog happily lies on a sofa." }, { counts: { dog: 1 } })?.text).toBe("A dog happily lies on a sofa.");
  });

  it("is put back where it belongs to no refuted claim", () => {
    const result = compared(DOGS, { 0: "A dog lies on a big crimson couch." }, { counts: { dog: 1 } });
    expect(result?.text).toBe("A dog lies on a red sofa. The sun shines through a window.");
  });

  it("is put back in sentences that hold no refuted claim", () => {
    const texts = { 0: "A dog lies on a red sofa.", 1: "Rain falls.", 7: "There is more." };
    expect(compared(DOGS, texts, { counts: { dog: 1 } })?.text).toBe("A dog lies on a red sofa. The sun shines through a window.");
  });

  it("takes a sentence whole, with its space", () => {
    const text = "An elephant stands there. The sun shines.";
    expect(compared(text, { 0: "" }, { absent: ["elephant"] })?.text).toBe("The sun shines.");
  });

  it("is not taken at all where the texts share nothing", () => {
    const long = `Two dogs lie ${"here and there ".repeat(200)}.`;
    expect(compared(long, { 0: "word ".repeat(900) }, { counts: { dog: 1 } })).toBeNull();
  });

  it("takes a second at most on texts made to be slow", () => {
    const text = `Two dogs ${"a b ".repeat(4_900)}.`;
    expect(compared(text, { 0: "b a ".repeat(5_000) }, { counts: { dog: 1 } })).toBeNull();
  });
});

describe("words from nowhere", () => {
  const edit = (replacement: string) => [{ span: { start: 0, end: 8 }, replacement, claims: ["c1"], kind: "replace" as const }];

  it("are those that neither the response nor the experts used", () => {
    expect(foreignWords(edit("One dog"), DOGS, [])).toEqual([]);
    expect(foreignWords(edit("One brown dog"), DOGS, ["The dog is brown."])).toEqual([]);
    expect(foreignWords(edit("One brown dog"), DOGS, [])).toEqual(["brown"]);
    expect(foreignWords(edit("Call 5551234 or visit example.com"), DOGS, [])).toEqual(expect.arrayContaining(["call", "5551234"]));
  });
});

describe("visual claims", () => {
  it("state what is sure, with places of three decimals, and pass over the rest", () => {
    const detection = { type: "detection", expert: "eyes", image: 0 } as const;
    const boxes = [boxAt(0.9, 0.1, 0.2, 0.3, 0.4), boxAt(0.8, 0.5, 0.5, 0.75, 1), boxAt(0.2)];
    const answer = { type: "answer", expert: "eyes", image: 0, region: null } as const;
    expect(
      visualClaims([
        { ...detection, category: "dog", presence: 0.95, boxes },
        { ...detection, category: "elephant", presence: 0.02, boxes: [] },
        { ...detection, category: "cat", presence: 0.4, boxes: [] },
        { ...answer, question: "Is the dog asleep?", answer: "Yes", probability: 0.9 },
        { ...answer, question: "Is the dog wet?", answer: "Yes", probability: 0.5 },
      ]),
    ).toEqual([
      "There are two dogs: [0.100, 0.200, 0.300, 0.400], [0.500, 0.500, 0.750, 1.000].",
      "There is no elephant.",
      "Is the dog asleep? Yes.",
    ]);
  });

  it("say which picture where there are several", () => {
    const seen = (image: number) => ({ type: "detection", expert: "eyes", image, category: "cat", presence: 0.01, boxes: [] }) as const;
    expect(visualClaims([seen(0), seen(1)])).toEqual(["In picture 1: There is no cat.", "In picture 2: There is no cat."]);
  });
});
