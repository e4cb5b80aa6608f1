/** Words that are said to be written in the picture: a sign that says "STOP". Quotation marks alone do not show writing; a word near them must. */
import type { Span } from "../domain/span.js";
import type { Sentence } from "../language/passage.js";

const WRITING: ReadonlySet<string> = new Set(
  (
    "say says saying said read reads reading written writes writing label labeled labelled labeling print printed printing word words text letter " +
    "letters lettering sign signs name named display displays displaying spell spells spelling logo title titled message slogan inscription " +
    "inscribed caption banner poster sticker number plate marked marking titled brand called phrase billboard graffiti"
  ).split(" "),
);
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["‘", "’"],
  ["«", "»"],
  ["'", "'"],
]);

export interface Quote {
  readonly quote: string;
  /** With its quotation marks. */
  readonly span: Span;
  /** Tokens of the sentence, quotation marks included, half-open. */
  readonly first: number;
  readonly end: number;
}

/** How many tokens a quotation may span. */
const QUOTE_REACH = 40;

/** Quotations of written words, in order. None where the sentence speaks of no writing. */
export function quotesOf(text: string, { tokens }: Sentence): readonly Quote[] {
  if (!tokens.some(({ text: word }) => WRITING.has(word.toLowerCase()))) return [];
  const quotes: Quote[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const quote = quoteAt(text, tokens, index) ?? capitalsAt(text, tokens, index);
    if (quote === null) continue;
    quotes.push(quote);
    index = quote.end - 1;
  }
  return quotes;
}

function quoteAt(text: string, tokens: Sentence["tokens"], first: number): Quote | null {
  const opening = tokens[first];
  const closing = CLOSING.get(opening?.text ?? "");
  if (opening === undefined || closing === undefined) return null;
  const limit = Math.min(tokens.length, first + QUOTE_REACH);
  for (let index = first + 1; index < limit; index += 1) {
    const token = tokens[index];
    if (token?.text !== closing) continue;
    const quote = text.slice(opening.span.end, token.span.start).trim().replace(/[.,]$/u, "");
    return quote === "" ? null : { quote, span: { start: opening.span.start, end: token.span.end }, first, end: index + 1 };
  }
  return null;
}

/** `says STOP AHEAD`: capitals after a word of writing need no quotation marks. */
function capitalsAt(text: string, tokens: Sentence["tokens"], first: number): Quote | null {
  if (!/^(?:says?|saying|reads?|reading|labeled|labelled|marked|words?|spells?|spelling)$/i.test(tokens[first - 1]?.text ?? ""))
    return null;
  let end = first;
  while (/^[\p{Lu}\d]{2,}$/u.test(tokens[end]?.text ?? "")) end += 1;
  const start = tokens[first]?.span.start ?? 0;
  const stop = tokens[end - 1]?.span.end ?? start;
  return end === first ? null : { quote: text.slice(start, stop), span: { start, end: stop }, first, end };
}
