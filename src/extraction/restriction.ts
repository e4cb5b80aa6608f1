/**
 * Whether what is said of a noun picks some of its kind: "one person wearing a helmet", "two people in the background", "two people are
 * walking". Such a number counts those that are picked; there may be others, so it is the least that the picture holds. By the next few
 * words alone.
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
/** How far behind a noun its verb is looked for: "two dogs, a cat and three birds are …". */
const VERB_REACH = 14;

const HELPERS = /^(?:is|are|was|were|be|been|being|can|could|may|has|have|also|both|all|only|just|clearly|easily|\p{L}+ly)$/iu;
/** Predicates that say no more than that they are there. */
const NOTICED = /^(?:visible|present|shown|seen|depicted|pictured|featured|captured|displayed|portrayed|noticeable|discernible|there)$/i;
const PICTURES = /^(?:image|picture|photo|photograph|scene|shot|frame|view|snapshot)$/i;

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

/**
 * Whether the number of a noun that is said to do or to be something may be one of several: "two people are walking", "only one person holds an
 * umbrella", but not "two people are visible in the image".
 * @param isShown under "there are" or "the image shows", where no verb of its own follows
 */
export function isOfSome(sentence: Sentence, phrase: NounPhrase, isShown: boolean): boolean {
  if (isRestricted(sentence, phrase)) return true;
  const at = isShown ? null : verbAfter(sentence.tokens, phrase.endToken);
  return at !== null && !saysNoMore(sentence.tokens, at);
}

function verbAfter(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at < Math.min(tokens.length, from + VERB_REACH); at += 1) {
    const { tag, text } = tokens[at] as Token;
    if (tag === "AUX" || (tag === "VERB" && !/^(?:ing|participle)$/.test(verbFormOf(text.toLowerCase())))) return at;
    if (tag === "SCONJ" || (tag === "PUNCT" && text !== ",")) return null;
  }
  return null;
}

/** "are visible", "can be seen in the image", "are in this picture", "are the main subjects": that they are there, and nothing else. */
function saysNoMore(tokens: readonly Token[], verb: number): boolean {
  let at = /^appears?$/i.test(tokens[verb]?.text ?? "") ? verb + 1 : verb;
  while (HELPERS.test(tokens[at]?.text ?? "")) at += 1;
  if (NOTICED.test(tokens[at]?.text ?? "")) {
    at += 1;
    return tokens[at]?.tag !== "ADP" || !leadsToPlace(tokens, at + 1);
  }
  const ahead = tokens.slice(at, at + NOUN_REACH + 1).map(({ text }) => text);
  if (/^the$/i.test(ahead[0] ?? "")) return ahead.some((word) => /^(?:subjects?|focus|focal)$/i.test(word));
  return /^(?:in|within)$/i.test(ahead[0] ?? "") && ahead.slice(1, NOUN_REACH).some((word) => PICTURES.test(word));
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
