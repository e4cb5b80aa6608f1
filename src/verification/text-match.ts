/**
 * Whether words said to be written are among the lines that were read. Letter case, spacing, punctuation and slips in long
 * words are forgiven: readers and writers both err there. A short word with another letter is another word: "STOP" is not "SHOP".
 */
import type { TextLine } from "../domain/evidence.js";
import { distance, distanceToPart } from "./edit-distance.js";
import { isSaidBy, LONG_WORD } from "./slips.js";

/** How well a quote is borne out: `similarity` 1 where it stands there, 0 where no letter does; `line` is the nearest one. */
export interface Match {
  readonly isThere: boolean;
  readonly similarity: number;
  readonly line: TextLine;
}

/** @returns the best match over the lines, or over all read one after the other where only these hold the quote; null where nothing was read */
export function matchQuote(quote: string, lines: readonly TextLine[]): Match | null {
  const wanted = lettersOf(quote);
  const first = lines[0];
  if (first === undefined || wanted === "") return null;
  const matches = lines.map((line) => matchLine(quote, line));
  const best = matches.reduce((before, match) => (isBetter(match, before) ? match : before));
  if (best.isThere || lines.length === 1) return best;
  const text = lines.map((line) => line.text).join(" ");
  const whole = matchLine(quote, { text, score: Math.min(...lines.map(({ score }) => score)), box: first.box });
  return whole.isThere ? whole : best;
}

/**
 * Whether a line may be a part of the quote: "SA" of "SAB", the rest hidden, cut off or unread. Such a line says nothing against the quote.
 * Of a part clearly shorter one letter in six may be misread; as long as the quote with another letter it is other writing.
 */
export function isPartOf(line: string, quote: string): boolean {
  const read = lettersOf(line).slice(0, MOST_LETTERS);
  const wanted = lettersOf(quote);
  const misread = read.length < wanted.length - 1 ? Math.floor(read.length / LONG_WORD) : 0;
  return distanceToPart(read, wanted) <= misread;
}

/** Lines this like the quote, or of about as many letters as it, may be the quote and misread. */
const LIKENESS = 0.3;
const AS_LONG = 1.5;

/** Whether a line that was read unsurely may be the quote, or a part of it, all the same. */
export function mayBe(line: string, quote: string): boolean {
  const [read, wanted] = [lettersOf(line), lettersOf(quote)];
  const isAsLong = Math.max(read.length, wanted.length) <= AS_LONG * Math.min(read.length, wanted.length);
  return isAsLong || similarity(wanted, read) >= LIKENESS || isPartOf(line, quote);
}

function matchLine(quote: string, line: TextLine): Match {
  const isThere = holds(quote, line.text);
  return { isThere, similarity: isThere ? 1 : similarity(lettersOf(quote), lettersOf(line.text)), line };
}

function isBetter(match: Match, other: Match): boolean {
  return match.similarity > other.similarity || (match.similarity === other.similarity && match.line.score > other.line.score);
}

function holds(quote: string, text: string): boolean {
  const quoted = wordsOf(quote);
  const wanted = quoted.join("");
  const words = wordsOf(text);
  if (isWholeWordWithin(wanted, words)) return true;
  if (wanted.length >= LONG_WORD && isRunWithin(wanted, words)) return true;
  for (let start = 0; start + quoted.length <= words.length; start += 1) {
    if (quoted.every((word, index) => isSaidBy([word], words[start + index] ?? ""))) return true;
  }
  return isSaidBy(quoted, words.join(""));
}

/** The quote's letters, spaces apart or not, as whole words of the line. */
function isWholeWordWithin(wanted: string, words: readonly string[]): boolean {
  for (let start = 0; start < words.length; start += 1) {
    let joined = "";
    for (let end = start; end < words.length && joined.length < wanted.length; end += 1) {
      joined += words[end] ?? "";
      if (joined === wanted) return true;
    }
  }
  return false;
}

/**
 * The quote's letters in words that were read as one: "HYATT" and "DEVELOPMENT" of "HYATTDEVELOPMENT". One letter before them is no word of its
 * own, but makes another of the first: "THEATER" is not "HEATER". Nor is a number part of a longer one.
 */
function isRunWithin(wanted: string, words: readonly string[]): boolean {
  const read = words.join("");
  if (!read.includes(wanted)) return false;
  const starts = new Set(words.map((_, index) => words.slice(0, index).join("").length));
  for (let start = read.indexOf(wanted); start >= 0; start = read.indexOf(wanted, start + 1)) {
    const end = start + wanted.length;
    const isWord = starts.has(start) || !starts.has(start - 1);
    if (isWord && !isInNumber(read.slice(start - 1, start + 1)) && !isInNumber(read.slice(end - 1, end + 1))) return true;
  }
  return false;
}

function isInNumber(letters: string): boolean {
  return /^\p{N}{2}$/u.test(letters);
}

/** 1 minus the edit distance as a share of the longer; of long lines only the beginning is compared. */
function similarity(wanted: string, read: string): number {
  const longest = Math.max(wanted.length, read.length);
  if (longest === 0) return 0;
  return 1 - distance(wanted.slice(0, MOST_LETTERS), read.slice(0, MOST_LETTERS)) / Math.min(longest, MOST_LETTERS);
}

/** Past this many letters more would be slow, and no clearer. */
const MOST_LETTERS = 80;

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function lettersOf(text: string): string {
  return wordsOf(text).join("");
}
