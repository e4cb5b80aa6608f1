/**
 * Where a place bounds a number: "People on the couch: 2", "only one cat lies on the couch", "no people on the couch". Without the couch the
 * number would be said of the whole picture, which nobody claimed; so such words go with their place. A plain "two people sit on a couch"
 * tells of two, and may lose it.
 */

import { numberValue } from "../language/grammar/numbers.js";
import type { NounPhrase } from "../language/passage.js";
import type { Cause, Draft } from "./draft.js";
import { isDenial } from "./polarity.js";
import type { Clause, Part, SentenceTree } from "./structure/tree.js";

const STRESSED = /^(?:exactly|only|just|precisely|merely|no|zero|0|none)$/i;

const NO_BOUND =
  /^(?:with|without|except|except for|with the exception of|excluding|including|barring|but|besides|other than|apart from|aside from|like|such as)$/i;

/** Whether the number of the phrase says that there are no others. */
function isBounded(phrase: NounPhrase, draft: Draft): boolean {
  if (isDenial(phrase, draft.sentence)) return true;
  const isNumber = phrase.quantity !== null || /^an?$/i.test(draft.tokens[phrase.firstToken]?.text ?? "");
  const words = draft.tokens.slice(Math.max(0, phrase.firstToken - 1), phrase.firstToken + 1);
  return words.some(({ text }) => STRESSED.test(text)) && (isNumber || /^(?:no|zero|0)$/i.test(words.at(-1)?.text ?? ""));
}

/** What bounds a number: a place or deed right behind it; company ("with a dog"), an exception and what a comma sets off do not. */
function bounds(part: Part): boolean {
  if (part.separator !== null) return false;
  return part.kind === "preposition" ? !NO_BOUND.test(part.head.word) : part.kind !== "loose";
}

/** @returns why the noun cannot stay once parts of it are lost; null where it can */
export function boundLost(phrase: NounPhrase, parts: readonly Part[], fates: readonly (Cause | null)[], draft: Draft): Cause | null {
  const lost = fates.find((fate, index) => fate !== null && parts[index] !== undefined && bounds(parts[index])) ?? null;
  return lost !== null && isBounded(phrase, draft) ? lost : null;
}

/** "Exactly two people sit [on the couch]." @returns why the clause cannot stay; null where it can */
export function clauseBoundLost({ leads, subject, there, verbPhrases }: Clause, draft: Draft): Cause | null {
  const list = subject ?? (there === null ? null : (verbPhrases.members[0]?.object ?? null));
  const [only, another] = list?.members ?? [];
  if (only === undefined || another !== undefined || !isBounded(only.phrase, draft)) return null;
  const [deed, second] = verbPhrases.members;
  const places = [...leads, ...(second === undefined ? (deed?.parts ?? []) : [])];
  const lost = places.find((part) => part.kind === "preposition" && bounds(part) && draft.isDropped(part.from));
  return lost === undefined ? null : draft.causeAt(lost.from);
}

/** "People [on the couch]: 2" @returns why the line cannot stay; null where it can */
export function labelBoundLost({ clauses: { members, separators } }: SentenceTree, draft: Draft): Cause | null {
  const [label, number] = members;
  const colon = separators[0];
  if (label === undefined || number === undefined || draft.tokens[colon?.from ?? -1]?.text !== ":") return null;
  const isNumber = number.to > number.from && draft.tokens.slice(number.from, number.to).every(({ text }) => numberValue(text) !== null);
  if (!isNumber || label.verbPhrases.members.length > 0) return null;
  for (let at = label.from; at < label.to; at += 1) if (draft.isDropped(at)) return draft.causeAt(at);
  return null;
}
