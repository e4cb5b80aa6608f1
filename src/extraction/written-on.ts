/** What quoted words are said to be written on. */
import type { NounPhrase, Sentence } from "../language/passage.js";
import type { Quote } from "./quotes.js";

/** What words are mostly written on; of several things before them it is this. */
const BEARERS = /\b(?:sign|banner|poster|label|billboard|plate|sticker|board)$/;

/** "the word STOP", "the letters SNCF": these only introduce what is quoted. */
const INTRODUCING = /^(?:words?|texts?|letters?|lettering|names?|phrase|message|slogan)$/i;

/** "is written on", "are painted in white on the side of": the way from words to what bears them. */
const WAY =
  /^(?:(?:is|are|was|were|be|can|clearly|boldly|prominently|also) )*(?:(?:written|printed|painted|displayed|visible|seen|shown|inscribed|stamped|lettered|sprayed|stenciled|appears?) )(?:clearly |in \S+ (?:letters |paint )?)*(?:on|across|along|upon|over) (?:(?:the|its|top|side|front|back|rear|roof|hood|surface|of) )*$/;

/** The nearest thing before the quote, signs and the like first; where the sentence goes on "is written on the bus", the bus. */
export function bearerOf(sentence: Sentence, quote: Quote): NounPhrase | null {
  const { nounPhrases } = sentence;
  const before = nounPhrases.filter(({ isThing, endToken, category }) => isThing && endToken <= quote.first && !INTRODUCING.test(category));
  return bearerAfter(sentence, quote) ?? before.findLast(({ category }) => BEARERS.test(category)) ?? before.at(-1) ?? null;
}

/**
 * Tokens of a quote, half-open, with the words that introduce it ("the word DOG" names no dog) and those that lead to its bearer: what
 * stands before has no part in "is written on the car".
 */
export function reachOf(sentence: Sentence, quote: Quote): { readonly first: number; readonly end: number } {
  const { tokens, nounPhrases } = sentence;
  const { first, end } = quote;
  const around = nounPhrases.find(({ firstToken, endToken }) => firstToken < first && first < endToken);
  const isIntroduced = around !== undefined && INTRODUCING.test(tokens[first - 1]?.text ?? "");
  return { first: isIntroduced ? around.firstToken : first, end: bearerAfter(sentence, quote)?.firstToken ?? end };
}

function bearerAfter({ tokens, nounPhrases }: Sentence, { end }: Quote): NounPhrase | null {
  const next = nounPhrases.find(({ isThing, firstToken }) => isThing && firstToken >= end);
  const way = tokens.slice(end, next?.firstToken ?? end).map(({ text }) => `${text.toLowerCase()} `);
  return next !== undefined && WAY.test(way.join("")) ? next : null;
}
