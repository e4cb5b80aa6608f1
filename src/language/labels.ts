/**
 * "Answer:", "**Description:**", "Q:", "Assistant:": what a line or a turn is, and no part of what it says. A label stands at the start of
 * a line or of a sentence, and something follows it on the line.
 */
import type { RawToken } from "./tokenize.js";

const WORDS = "answer|response|description|caption|output|question|q|a|user|human|assistant|ai|bot|model";
const LABEL = new RegExp(`^(?:(?:${WORDS})|[qa]\\d{1,2})$`, "i");

/** A label with its colon, as a pattern's source: for who looks at text and not at tokens. */
export const LABEL_SOURCE = `(?:${WORDS})(?:\\s?\\d{1,2})?`;

/**
 * @param isSameLine whether a token stands on the line of the one before it
 * @returns index of the first token after the label; `start` where none stands there
 */
export function afterLabel(tokens: readonly RawToken[], start: number, isSameLine: (index: number) => boolean): number {
  const isMark = (at: number): boolean => /^[*_]$/.test(tokens[at]?.text ?? "");
  let at = start;
  while (isMark(at)) at += 1;
  if (!LABEL.test(tokens[at]?.text ?? "")) return start;
  at += 1;
  // "Question 2:"
  if (tokens[at]?.type === "number" && (tokens[at + 1]?.text === ":" || isMark(at + 1))) at += 1;
  let colons = 0;
  while (isMark(at) || tokens[at]?.text === ":") {
    if (tokens[at]?.text === ":") colons += 1;
    at += 1;
  }
  return colons === 1 && tokens[at] !== undefined && isSameLine(at) ? at : start;
}
