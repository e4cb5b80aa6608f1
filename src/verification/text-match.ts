/**
 * Whether words said to be written are among the lines that were read. Letter case, spacing, punctuation and, in long words, one wrong letter
 * are forgiven: readers and writers both err there. A short word with another letter is another word: "STOP" is not "SHOP".
 */
import type { TextLine } from "../domain/evidence.js";

/** From so many letters on, one wrong letter in a word is a slip. */
const LONG_WORD = 6;

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

function matchLine(quote: string, line: TextLine): Match {
  const isThere = holds(quote, line.text);
  return { isThere, similarity: isThere ? 1 : similarity(lettersOf(quote), lettersOf(line.text)), line };
}

function isBetter(match: Match, other: Match): boolean {
  return match.similarity > other.similarity || (match.similarity === other.similarity && match.line.score > other.line.score);
}

function holds(quote: string, text: string): boolean {
  const wanted = lettersOf(quote);
  const read = lettersOf(text);
  if (isWholeWordWithin(quote, text)) return true;
  if (wanted.length >= LONG_WORD && read.includes(wanted)) return true;
  const words = wordsOf(text);
  const quoted = wordsOf(quote);
  for (let start = 0; start + quoted.length <= words.length; start += 1) {
    if (quoted.every((word, index) => isSameWord(word, words[start + index] ?? ""))) return true;
  }
  return isSameWord(wanted, read);
}

/** The quote's letters, spaces apart or not, as whole words of the line. */
function isWholeWordWithin(quote: string, text: string): boolean {
  const wanted = lettersOf(quote);
  const words = wordsOf(text);
  for (let start = 0; start < words.length; start += 1) {
    let joined = "";
    for (let end = start; end < words.length && joined.length < wanted.length; end += 1) {
      joined += words[end] ?? "";
      if (joined === wanted) return true;
    }
  }
  return false;
}

function isSameWord(wanted: string, read: string): boolean {
  if (wanted === read) return true;
  return wanted.length >= LONG_WORD && Math.abs(wanted.length - read.length) <= 1 && distance(wanted, read) <= 1;
}

/** 1 minus the edit distance as a share of the longer; of long lines only the beginning is compared. */
function similarity(wanted: string, read: string): number {
  const longest = Math.max(wanted.length, read.length);
  if (longest === 0) return 0;
  return 1 - distance(wanted.slice(0, MOST_LETTERS), read.slice(0, MOST_LETTERS)) / Math.min(longest, MOST_LETTERS);
}

/** Past this many letters more would be slow, and no clearer. */
const MOST_LETTERS = 80;

/** Edit distance. Source: V. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals" (1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

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
