/**
 * Words, numbers and marks of a text with exact UTF-16 offsets. Own code, because the tagger's tokenizer loses offsets on odd text and
 * takes quadratic time on long unbroken words. Every token is a slice of the text; what lies between tokens is white space.
 */
import type { Span } from "../domain/span.js";

export interface RawToken {
  readonly text: string;
  readonly span: Span;
  readonly type: "word" | "number" | "mark";
}

/** Words may hold apostrophes and hyphens; all else that is not white space is a mark of one code point. Linear: no alternative overlaps another. */
const TOKEN =
  /(\p{N}+(?:[.,:]\p{N}+)*(?:(?:st|nd|rd|th|s)(?!\p{L}))?)|(\p{L}[\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|(\.{2,}|\S)/gu;

const CLITIC = /^(.+?)(?:n['’]t|['’](?:s|m|d|re|ve|ll))$/iu;

/** Two words written as one: where the second begins. */
const JOINED: ReadonlyMap<string, number> = new Map([["cannot", 3]]);

/** Longer words are no English and are not looked at for clitics. */
const LONGEST_WORD = 40;

export function tokenize(text: string): readonly RawToken[] {
  const tokens: RawToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const type = match[2] !== undefined ? "word" : match[1] !== undefined ? "number" : "mark";
    const token: RawToken = { text: match[0], span: { start: match.index, end: match.index + match[0].length }, type };
    if (type === "word") tokens.push(...withoutClitic(token));
    else tokens.push(token);
  }
  return tokens;
}

function withoutClitic(token: RawToken): readonly RawToken[] {
  const { text, span } = token;
  if (text.length > LONGEST_WORD) return [token];
  const headLength = JOINED.get(text.toLowerCase()) ?? CLITIC.exec(text)?.[1]?.length;
  if (headLength === undefined) return [token];
  const middle = span.start + headLength;
  return [
    { text: text.slice(0, headLength), span: { start: span.start, end: middle }, type: "word" },
    { text: text.slice(headLength), span: { start: middle, end: span.end }, type: "word" },
  ];
}
