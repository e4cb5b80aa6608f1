/**
 * Where sentences begin and end. Models write headings, bullets and paragraphs, which no full stop closes, so lines count as well as marks.
 * Wrong where an abbreviation that is not listed ends a line of thought, and where a list is written on one line without marks.
 */
import { afterLabel } from "./labels.js";
import type { RawToken } from "./tokenize.js";

/** Half-open range of tokens. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

const CLOSING_MARKS: ReadonlySet<string> = new Set([".", "!", "?", "…", "。", "！", "？"]);
const CLOSERS: ReadonlySet<string> = new Set(['"', "'", "”", "’", ")", "]", "»", "*", "_"]);
const BULLETS: ReadonlySet<string> = new Set(["-", "*", "•", "–", "—", "·", "●", "▪", "‣", "◦", "+", ">", "#"]);

/** Words after which a full stop closes nothing. Lower case. */
const ABBREVIATIONS: ReadonlySet<string> = new Set([
  ...[
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "st",
    "jr",
    "sr",
    "vs",
    "etc",
    "e.g",
    "i.e",
    "approx",
    "ca",
    "no",
    "fig",
    "inc",
    "ltd",
    "co",
    "dept",
  ],
  ...["ft", "in", "oz", "lb", "lbs", "mt", "ave", "blvd", "rd", "g", "e", "i", "p", "m", "a"],
]);

/** An opening quote looks this many tokens ahead for its partner; one without is an apostrophe or a slip, and hides no full stop. */
const QUOTE_REACH = 40;

/** Sentences as ranges of tokens, in order, each with a word or number. Bullet and heading marks belong to no sentence. */
export function segment(text: string, tokens: readonly RawToken[]): readonly TokenRange[] {
  const sentences: TokenRange[] = [];
  let first = 0;
  let quoteEnd = -1;
  const isSameLine = (at: number): boolean => lineBreaksIn(gapBefore(text, tokens, at)) === 0;
  const close = (end: number): void => {
    if (tokens.slice(first, end).some((token) => token.type !== "mark")) sentences.push({ first, end });
    first = afterLabel(tokens, afterNumber(text, tokens, end), isSameLine);
  };
  for (let index = 0; index < tokens.length; index += 1) {
    if (index === 0 || isLineBreak(text, tokens, index)) {
      close(index);
      quoteEnd = -1;
      index = first = afterLabel(tokens, afterBullet(text, tokens, index), isSameLine);
      if (index >= tokens.length) break;
    }
    if (index > quoteEnd) quoteEnd = Math.max(quoteEnd, partnerOf(text, tokens, index));
    if (closesSentence(text, tokens, index)) {
      const end = afterClosers(text, tokens, index + 1);
      if (index < quoteEnd && end <= quoteEnd) continue;
      if (index < quoteEnd && !startsUpper(tokens[end])) continue;
      close(end);
      index = Math.max(end, first) - 1;
    }
  }
  close(tokens.length);
  return sentences;
}

function gapBefore(text: string, tokens: readonly RawToken[], index: number): string {
  const before = tokens[index - 1]?.span.end ?? 0;
  return text.slice(before, tokens[index]?.span.start ?? text.length);
}

/** Tags that part lines. */
const LINE_TAG = /<\/?(?:li|p|br|div|h[1-6]|tr|td|th|ul|ol|dd|dt|blockquote|hr)\b[^<>]*>/iu;

function lineBreaksIn(gap: string): number {
  if (gap.includes("<") && LINE_TAG.test(gap)) return 2;
  return gap.replaceAll("\r\n", "\n").split(/[\n\r\u2028\u2029]/u).length - 1;
}

/** A blank line always parts sentences; a single one unless the next line goes on in lower case after a line that nothing closed. */
function isLineBreak(text: string, tokens: readonly RawToken[], index: number): boolean {
  const breaks = lineBreaksIn(gapBefore(text, tokens, index));
  if (breaks === 0) return false;
  const token = tokens[index];
  const before = tokens[index - 1];
  if (breaks > 1 || token === undefined || before === undefined) return true;
  if (before.text === ":" || CLOSING_MARKS.has(before.text)) return true;
  return token.type !== "word" || startsUpper(token) || counterLength(text, tokens, index) > 0;
}

function startsUpper(token: RawToken | undefined): boolean {
  return (
    token === undefined ||
    (token.type !== "mark" && !/^\p{Ll}/u.test(token.text)) ||
    (token.type === "mark" && !/^[,;:)\]-]/.test(token.text))
  );
}

/** The first token after "- ", "3. ", "a) " or "## " at the start of a line. */
function afterBullet(text: string, tokens: readonly RawToken[], start: number): number {
  let index = start;
  while (BULLETS.has(tokens[index]?.text ?? "") && index + 1 < tokens.length && lineBreaksIn(gapBefore(text, tokens, index + 1)) === 0) {
    const isSpaced = gapBefore(text, tokens, index + 1) !== "";
    const isRepeated = tokens[index + 1]?.text === tokens[index]?.text;
    if (!isSpaced && !isRepeated && tokens[index]?.text !== "*") break;
    index += 1;
  }
  return index + counterLength(text, tokens, index);
}

/** How many tokens the number or letter of a list item has, with what closes it: "3.", "(b)", "iv)", "2:"; 0 where none stands. */
function counterLength(text: string, tokens: readonly RawToken[], start: number): number {
  const bracket = tokens[start]?.text === "(" ? 1 : 0;
  const token = tokens[start + bracket];
  const mark = tokens[start + bracket + 1];
  const after = start + bracket + 2;
  if (token === undefined || mark === undefined || tokens[after] === undefined) return 0;
  const isCounter = /^(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})$/.test(token.text) && gapBefore(text, tokens, start + bracket + 1) === "";
  const isOpened = bracket === 0 || gapBefore(text, tokens, start + 1) === "";
  const isClosed = mark.text === ")" || (bracket === 0 && (mark.text === "." || (mark.text === ":" && token.type === "number")));
  return isCounter && isOpened && isClosed && /^[ \t\u00a0]+[^\n\r]*$/.test(gapBefore(text, tokens, after)) ? bracket + 2 : 0;
}

/** "… 2. A cat": a number that opens an item on the same line. */
function afterNumber(text: string, tokens: readonly RawToken[], start: number): number {
  const isItem = tokens[start]?.type === "number" && /^\p{Lu}/u.test(tokens[start + 2]?.text ?? "") && tokens[start + 1]?.text === ".";
  return isItem ? afterBullet(text, tokens, start) : start;
}

function closesSentence(text: string, tokens: readonly RawToken[], index: number): boolean {
  const token = tokens[index];
  if (token === undefined || token.type !== "mark") return false;
  const isEllipsis = /^\.{2,}$|^…$/.test(token.text);
  if (!isEllipsis && !CLOSING_MARKS.has(token.text)) return false;
  const next = tokens[afterClosers(text, tokens, index + 1)];
  if (isEllipsis) return startsUpper(next);
  if (token.text !== ".") return true;
  const before = tokens[index - 1];
  if (next === undefined) return true;
  const isSpaced = gapBefore(text, tokens, index + 1) !== "" || CLOSERS.has(tokens[index + 1]?.text ?? "");
  if (before === undefined || before.span.end !== token.span.start) return isSpaced;
  const word = before.text.toLowerCase();
  if (!isSpaced) return word.length > 2 && /^\p{Ll}/u.test(before.text) && /^\p{Lu}/u.test(next.text);
  if (!ABBREVIATIONS.has(word)) return !/^\p{Lu}$/u.test(before.text) || startsUpper(next);
  if (word === "no" || word === "in" || word === "a" || word === "i") return next.type !== "number" || word !== "no";
  return word === "etc" && startsUpper(next);
}

function afterClosers(text: string, tokens: readonly RawToken[], start: number): number {
  let index = start;
  while (index < tokens.length && isCloser(tokens[index]) && !/\s/u.test(gapBefore(text, tokens, index))) index += 1;
  return index;
}

function isCloser(token: RawToken | undefined): boolean {
  return token !== undefined && (CLOSERS.has(token.text) || CLOSING_MARKS.has(token.text) || /^\.{2,}$/.test(token.text));
}

/** Where the double quote that opens at a token closes; -1 where the token opens none. */
function partnerOf(text: string, tokens: readonly RawToken[], index: number): number {
  const mark = tokens[index]?.text;
  if (mark !== '"' && mark !== "“") return -1;
  const closing = mark === "“" ? "”" : '"';
  const limit = Math.min(tokens.length, index + QUOTE_REACH);
  for (let other = index + 1; other < limit; other += 1) {
    if (tokens[other]?.text === closing) return other;
    if (lineBreaksIn(gapBefore(text, tokens, other)) > 0) return -1;
  }
  return -1;
}
