/** Where an answer's "yes" or "no" stands: first, or after "the answer is". Labels ("Answer:") are no part of a sentence (segment.ts). */
import type { Sentence } from "./passage.js";

const LEADING = /^(?:the|my|short|correct|final|answer|to|your|this|question|is|would|be|:)$/i;
const SAYS = /^(?:yes|no)$/i;

/** Index of the token that answers; that of the first word where none does. 0 in a sentence without words. */
export function answerWordAt({ tokens }: Sentence): number {
  const first = Math.max(
    0,
    tokens.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text)),
  );
  // "A: Yes, there is."
  if (/^a$/i.test(tokens[first]?.text ?? "") && tokens[first + 1]?.text === ":") return Math.min(first + 2, tokens.length - 1);
  let at = first;
  while (LEADING.test(tokens[at]?.text ?? "")) at += 1;
  const isSaid = at > first && SAYS.test(tokens[at]?.text ?? "") && tokens.slice(first, at).some(({ text }) => /^answer$/i.test(text));
  return isSaid ? at : first;
}
