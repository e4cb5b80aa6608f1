/** Yes and no: in a question's form, in a model's words, and in the chances of its first token. */
import type { ChatReply } from "../../runtime/openai/chat.js";

/** The tokens that a model wrote, whatever runs it. */
export type Written = Pick<ChatReply, "tokens">;

const ASKS_YES_OR_NO = /^(?:is|are|was|were|does|do|did|has|have|had|can|could|will|would)\b/i;

/** Below this share of yes and no together the first token was about something else ("The", "It"). */
const MIN_MASS = 0.5;

export function asksYesOrNo(question: string): boolean {
  return ASKS_YES_OR_NO.test(question.trim());
}

/** What an answer in words says; null where it is neither. */
export function saidIn(answer: string): "yes" | "no" | null {
  if (/^\W*(?:yes|yeah|yep|true)\b/i.test(answer)) return "yes";
  return /^\W*(?:no|nope|not|false)\b/i.test(answer) ? "no" : null;
}

/**
 * Chance of yes by the first token that says something: its mass over that of yes and no, in all their spellings.
 * @returns null where there are no chances, or where neither was likely
 */
export function chanceOfYes({ tokens }: Written): number | null {
  const first = tokens.find(({ token }) => /[\p{L}\p{N}]/u.test(token));
  if (first === undefined) return null;
  const rivals = first.rivals.length > 0 ? first.rivals : [first];
  const mass = (word: string): number => rivals.reduce((sum, { token, probability }) => sum + (bare(token) === word ? probability : 0), 0);
  return leaning(mass("yes"), mass("no"));
}

/** Chance of yes by the masses of both words among all first tokens; null where neither was likely. */
export function leaning(yes: number, no: number): number | null {
  return yes + no >= MIN_MASS ? yes / (yes + no) : null;
}

/** Geometric mean over the tokens, so that long answers are not thought less sure; null where there are no chances. */
export function meanChance({ tokens }: Written): number | null {
  if (tokens.length === 0) return null;
  const logarithms = tokens.reduce((sum, { probability }) => sum + Math.log(Math.max(probability, 1e-9)), 0);
  return Math.min(1, Math.exp(logarithms / tokens.length));
}

/** Tokens carry spaces, quotes or the marks of their tokenizer: "▁Yes", "Ġno". */
function bare(token: string): string {
  return token.replace(/[^\p{L}]|[\u0120\u010a]/gu, "").toLowerCase();
}
