/** Edits of a text: what the corrector did, and nothing else. */
import type { Span } from "./span.js";

export interface Edit {
  /** In the original. Empty for an insertion. */
  readonly span: Span;
  /** Empty for a deletion. */
  readonly replacement: string;
  /** Ids of the refuted claims that asked for it; at least one. */
  readonly claims: readonly string[];
  readonly kind: "replace" | "delete" | "insert";
}

export interface Correction {
  /** In order, without overlap. Applied to the original they give `corrected`. */
  readonly edits: readonly Edit[];
  readonly corrected: string;
}

/**
 * Applies edits to the text that they were made for.
 * @param edits in order of their spans and without overlap
 * @throws RangeError where an edit lies outside the text, or before the end of the one before it
 */
export function applyEdits(original: string, edits: readonly Edit[]): string {
  let position = 0;
  let text = "";
  for (const { span, replacement } of edits) {
    if (span.start < position || span.end < span.start || span.end > original.length) {
      throw new RangeError(`edit ${span.start}–${span.end} overlaps another or lies outside the text of ${original.length}`);
    }
    text += original.slice(position, span.start) + replacement;
    position = span.end;
  }
  return text + original.slice(position);
}
