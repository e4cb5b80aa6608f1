/** Where a model's words stand in the response. What cannot be found there was invented. */
import type { Span } from "../../domain/span.js";

const WORD = /[\p{L}\p{N}]/u;

/**
 * The first place of the words within a range: letter case, kinds of quotation marks and of white space do not matter, but words must be whole.
 * @returns null where they do not stand there
 */
export function locate(text: string, words: string, within: Span): Span | null {
  const sought = folded(words.trim());
  if (sought === "") return null;
  const place = folded(text.slice(within.start, within.end));
  for (let at = place.indexOf(sought); at >= 0; at = place.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (!splitsWord(place, at) && !splitsWord(place, end)) return { start: within.start + at, end: within.start + end };
  }
  return null;
}

/** One character for each, so that offsets stay: the few letters whose small form is longer are left as they are. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  const small = lower.length === text.length ? lower : Array.from(text, smallLetter).join("");
  return small.replace(/\s/g, " ").replace(/[‘’]/g, "'").replace(/[“”]/g, '"');
}

function smallLetter(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

function splitsWord(text: string, at: number): boolean {
  return WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at));
}
