/**
 * Where sentences end, as far as the Penn Treebank rules for words depend on it.
 *
 * The published scorer asks Punkt (Kiss and Strunk 2006) with its English model. Only one thing hangs on the answer: whether the period
 * behind a word is split off from it. A word with its period is in no table, so what counts is that every period that ends a sentence is
 * seen. Abbreviations are not known here; a period split off "etc." or "st." makes or loses no object.
 */

/** After a closing mark, these begin something new even where no white space stands between. */
const OPENS_ANEW = new Set(")\";}]*:@'({[!?");
const LONGEST_NUMBER = 30;
const CLOSING_QUOTES = new Set("\"')]}");

/** The sentences in order, without the white space around them; none of a blank text. */
export function sentencesOf(text: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  const close = (end: number) => {
    const sentence = text.slice(start, end).trim();
    if (sentence !== "") sentences.push(sentence);
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    if (!isClosingMark(text.charCodeAt(at))) continue;
    const next = text[at + 1];
    if (next !== undefined && text[at] === "." && isInitialOrNumber(text, at)) continue;
    if (next === undefined || isSpace(next)) close(at + 1);
    else if (OPENS_ANEW.has(next)) {
      const end = endOfQuotes(text, at + 1);
      close(end);
      at = end - 1;
    }
  }
  close(text.length);
  return sentences;
}

/** "r." and "12. " carry on in Punkt's eyes, since what follows them is never a capital in a caption that was lowered. */
function isInitialOrNumber(text: string, period: number): boolean {
  let start = period;
  while (isSpace(text[period + 1] ?? "") && start > 0 && period - start <= LONGEST_NUMBER && /[\d:,.]/.test(text[start - 1] ?? "")) start--;
  if (start === period && /[\p{L}]/u.test(text[period - 1] ?? "")) start--;
  return start < period && !/[\p{L}\p{N}\-/']/u.test(text[start - 1] ?? "");
}

/** A closing quote or bracket belongs to the sentence before it where white space or nothing follows it. */
function endOfQuotes(text: string, from: number): number {
  let end = from;
  while (CLOSING_QUOTES.has(text[end] ?? "")) end++;
  const next = text[end];
  return next === undefined || isSpace(next) ? end : from;
}

function isClosingMark(code: number): boolean {
  return code === 0x2e || code === 0x3f || code === 0x21;
}

function isSpace(character: string): boolean {
  return character.trim() === "";
}
