import { describe, expect, it } from "vitest";
import { joinEdits, removeSentences } from "../../src/correction/layout.js";
import { applyEdits } from "../../src/domain/correction.js";
import { parse } from "../../src/language/parse.js";

function without(text: string, ...indexes: readonly number[]): string {
  return applyEdits(text, removeSentences(parse(text), new Map(indexes.map((index) => [index, ["c1"]]))));
}

describe("a sentence that goes", () => {
  it.each([
    ["One is here. Two is here. Three is here.", [1], "One is here. Three is here."],
    ["One is here. Two is here. Three is here.", [0], "Two is here. Three is here."],
    ["One is here. Two is here. Three is here.", [2], "One is here. Two is here."],
    ["One is here.  Two is here.\n\nThree is here.", [1], "One is here.\n\nThree is here."],
    ["One is here.\n\nTwo is here.\n\nThree is here.", [1], "One is here.\n\nThree is here."],
    ["One is here.\n\nTwo is here.\n", [1], "One is here.\n"],
    ["One is here.\n\nTwo is here.\n", [0], "Two is here.\n"],
    ["One is here. Two is here. Three is here. Four is here.", [1, 2], "One is here. Four is here."],
  ])("leaves no hole: %j without %j", (text, indexes, expected) => {
    expect(without(text, ...indexes)).toBe(expected);
  });
});

describe("edits of one claim that touch", () => {
  const text = "Two dogs lie here.";
  it("become one", () => {
    const edits = joinEdits(text, [
      { span: { start: 0, end: 3 }, replacement: "A", claims: ["c1"], kind: "replace" },
      { span: { start: 4, end: 8 }, replacement: "dog", claims: ["c1"], kind: "replace" },
      { span: { start: 9, end: 12 }, replacement: "lies", claims: ["c1"], kind: "replace" },
    ]);
    expect(edits).toEqual([{ span: { start: 0, end: 12 }, replacement: "A dog lies", claims: ["c1"], kind: "replace" }]);
  });

  it("stay apart where they belong to different claims", () => {
    const edits = joinEdits(text, [
      { span: { start: 0, end: 3 }, replacement: "A", claims: ["c1"], kind: "replace" },
      { span: { start: 4, end: 8 }, replacement: "cats", claims: ["c2"], kind: "replace" },
    ]);
    expect(edits.map(({ claims }) => claims)).toEqual([["c1"], ["c2"]]);
  });
});
