/**
 * Sentences that answer yes or no without the word and without a noun: "There is one.", "There are not any.", "I don't see any.",
 * "It isn't." They say the question again, or its opposite, and add nothing.
 */
import { plainly } from "../../language/answer-word.js";
import type { Sentence, Token } from "../../language/passage.js";

const PLACE = "(?: (?:here|visible|present|at all|in (?:the|this) (?:image|picture|photo|photograph|scene)|in (?:it|here)))*";
const ECHOES: readonly RegExp[] = [
  `(?:there|it|they|he|she|this|that) (?:is|are|was|were|does|do|did|has|have)(?: (?:not|no))?(?: (?:any|one|some|none|so))?${PLACE}`,
  `(?:i|we|you) (?:do|can|could|have|did)(?: not)?${PLACE}`,
  `(?:i|we|you) (?:(?:do|can|could|did) )?(?:not )?(?:see|find|spot|notice) (?:any|one|some|it|them|none)(?: of (?:them|those))?${PLACE}`,
  "(?:i|we) (?:think|believe) (?:that )?(?:there|it|they) (?:is|are)(?: not)?",
  `(?:not any|not one|none)(?: (?:is|are|that i can see))?${PLACE}`,
].map((source) => new RegExp(`^${source}$`));

const DENIES = /\b(?:not|none|no)\b/;
/** An echo is short; longer sentences are not looked at. */
const LONGEST = 14;

/** @returns whether it says yes or no; null for a sentence that says more or something else */
export function echoOf({ tokens }: Sentence): boolean | null {
  if (tokens.length > LONGEST) return null;
  const words = tokens
    .filter(({ tag, text }) => tag !== "PUNCT" || /\p{L}/u.test(text))
    .map(inFull)
    .join(" ");
  return ECHOES.some((echo) => echo.test(words)) ? !DENIES.test(words) : null;
}

function inFull(token: Token): string {
  const word = plainly(token);
  if (word === "cannot") return "can not";
  return word === "ca" ? "can" : word;
}
