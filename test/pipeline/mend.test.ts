import { describe, expect, it } from "vitest";
import type { Edit } from "../../src/domain/correction.js";
import { toOriginal } from "../../src/pipeline/mend.js";

/** "Two dogs and a cat sit." → "A dog sits." */
const EDITS: readonly Edit[] = [
  { span: { start: 0, end: 8 }, replacement: "A dog", claims: ["c1"], kind: "replace" },
  { span: { start: 8, end: 18 }, replacement: "", claims: ["c2"], kind: "delete" },
  { span: { start: 19, end: 22 }, replacement: "sits", claims: ["c1"], kind: "replace" },
];

describe("a range of the corrected text", () => {
  it("comes from all that an edit replaced, where it lies in what the edit wrote", () => {
    expect(toOriginal({ start: 2, end: 5 }, EDITS)).toEqual({ start: 0, end: 8 });
    expect(toOriginal({ start: 6, end: 10 }, EDITS)).toEqual({ start: 19, end: 22 });
  });

  it("is moved by the edits before it, where none wrote it", () => {
    expect(toOriginal({ start: 10, end: 11 }, EDITS)).toEqual({ start: 22, end: 23 });
    expect(toOriginal({ start: 0, end: 4 }, [])).toEqual({ start: 0, end: 4 });
  });
});
