/** Answers that are no sentence, and the words before them that say no more: "Red.", "The color is red.", "There are three." */
import type { Span } from "../../domain/span.js";
import type { Sentence, Token } from "../../language/passage.js";

const LEADS =
  /^(?:(?:the|its|their) colou?rs?(?: of (?:it|them|the \w+(?: \w+)?))? (?:is|are)|(?:the|my) (?:correct |final )?answer is|(?:it|they) (?:is|are) located)$/;
/** In tokens. */
const LONGEST_LEAD = 8;

/** Where the answer's own words stand, without its closing mark; null where the sentence is one of its own. */
export function fragmentOf(sentence: Sentence): Span | null {
  const { tokens } = sentence;
  const whole = wordsOf(sentence);
  for (let at = Math.min(LONGEST_LEAD, tokens.length - 1); at > 1; at -= 1) {
    const start = tokens[at]?.span.start;
    if (start !== undefined && start < whole.end && LEADS.test(inWords(tokens.slice(0, at)))) return { start, end: whole.end };
  }
  const hasVerb = tokens.some(({ tag }) => tag === "AUX") || hasFiniteVerb(sentence);
  return hasVerb ? null : whole;
}

/** A sentence without its closing mark. */
export function wordsOf({ tokens, span }: Sentence): Span {
  return { start: span.start, end: tokens.findLast(({ tag }) => tag !== "PUNCT")?.span.end ?? span.end };
}

const BEFORE_NUMBER =
  /^(?:(?:yes )?there (?:is|are)|(?:i|we|you) (?:can )?(?:see|count)|(?:the|my) answer is)?(?: ?(?:about|around|exactly|only|just|at|least|most|yes))*$/;
const AFTER_NUMBER = /^(?:|in total|total|altogether|of (?:them|those)|here|visible|in (?:the|this) (?:image|picture|photo|scene))$/;

const LOOSE = /^(?:about|around|exactly|only|just|at|least|most)$/i;

/** "There are three.", "I see at least 3 in total.": the number to "How many?" with what makes it loose, where no noun follows it. */
export function numberSaid({ tokens }: Sentence): Span | null {
  const at = tokens.findIndex(({ tag }) => tag === "NUM");
  const token = tokens[at];
  if (token === undefined) return null;
  if (!BEFORE_NUMBER.test(inWords(tokens.slice(0, at))) || !AFTER_NUMBER.test(inWords(tokens.slice(at + 1)))) return null;
  let first = at;
  while (LOOSE.test(tokens[first - 1]?.text ?? "")) first -= 1;
  return { start: tokens[first]?.span.start ?? token.span.start, end: token.span.end };
}

function inWords(tokens: readonly Token[]): string {
  return tokens
    .filter(({ tag }) => tag !== "PUNCT")
    .map(({ text }) => text.toLowerCase())
    .join(" ");
}

function hasFiniteVerb({ tokens }: Sentence): boolean {
  return tokens.some(({ tag, text }, index) => tag === "VERB" && index > 0 && !/(?:ing|ed|en|wn)$/i.test(text));
}
