/**
 * Whether what follows a noun picks some of its kind: "one person wearing a helmet", "two people in the background". Such a number counts
 * those that are picked; there may be others, so it is the least that the picture holds. By the next few words alone.
 */
import type { NounPhrase, Sentence, Token } from "../language/passage.js";
import { verbFormOf } from "../language/verbs.js";
import { categoryOf } from "../language/vocabulary/look-up.js";

/** Words that say that there are no others. */
const STRESSED = /\b(?:only|just|exactly|precisely|single|lone|lonely|solo|sole|solitary|total)\b/i;
const PLACES = /^(?:background|foreground|distance|left|right|middle|center|centre|front|back|corner|side|edge|top|bottom)$/;
/** How far after a preposition its noun is looked for. */
const NOUN_REACH = 4;
/** How far behind a noun "the other" is looked for. */
const OTHERS_REACH = 30;

/** "only one person", "a single person" */
export function isStressed({ tokens }: Sentence, phrase: NounPhrase): boolean {
  return STRESSED.test(phrase.text) || STRESSED.test(tokens[phrase.firstToken - 1]?.text ?? "");
}

/** "one dog …, while the other …": one of them. */
export function namesOthers({ tokens }: Sentence, { endToken }: NounPhrase): boolean {
  return tokens.slice(endToken, endToken + OTHERS_REACH).some(({ text }) => /^(?:others?|another)$/i.test(text));
}

export function isRestricted({ tokens }: Sentence, phrase: NounPhrase): boolean {
  let at = phrase.endToken;
  while (tokens[at]?.tag === "ADV") at += 1;
  const next = tokens[at];
  if (next === undefined) return false;
  const word = next.text.toLowerCase();
  if (next.tag === "VERB") return /^(?:ing|participle)$/.test(verbFormOf(word));
  if (/^(?:who|that|which|whose)$/.test(word)) return next.tag !== "SCONJ";
  if (word === "with" || word === "without") return true;
  return next.tag === "ADP" && leadsToPlace(tokens, at + 1);
}

/** "on the couch" and "in the background" pick some; "in the image" and "on the beach" hold all. */
function leadsToPlace(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + NOUN_REACH; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.tag === "PUNCT" || token.tag === "VERB" || token.tag === "AUX") return false;
    const word = token.text.toLowerCase();
    if (PLACES.test(word)) return true;
    if (token.tag === "NOUN") return categoryOf(word) !== null || categoryOf(token.lemma) !== null;
  }
  return false;
}
