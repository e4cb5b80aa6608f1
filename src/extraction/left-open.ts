/** What a denial leaves open: things that are named under it and are neither claimed to be there nor denied. */
import type { NounPhrase } from "../language/passage.js";
import { unsureFrom } from "./denied-list.js";
import type { PhraseItem } from "./items.js";
import { ALIVE } from "./lexicon.js";
import type { Reference } from "./memory.js";
import type { SentenceState } from "./sentence-state.js";

/** "The man has no hat": denied of him, and not of the picture. */
export function joinsDeed(
  { verb, verbTaken, verbSubject, role, showing, preposition }: SentenceState,
  { category }: NounPhrase,
  joins: boolean,
): boolean {
  if (verb === null || showing || preposition !== null || verbSubject.length === 0 || ALIVE.has(category)) return false;
  const isObject = joins ? role === "object" : !verbTaken;
  return isObject && verbSubject.every(({ entity }) => ALIVE.has(entity.category));
}

/** "not in a car, a bus or a train": as little is claimed of the last as of the first. */
export function isOpenList(state: SentenceState, { phrase }: PhraseItem, index: number): boolean {
  const is = isOpen(state, phrase) || isAlternative(state, index);
  if (is && state.negation !== null) state.denied = unsureFrom(state, index, state.negation);
  return is;
}

/** "neither on a couch nor on a bed" */
function isAlternative({ items, negation, preposition }: SentenceState, index: number): boolean {
  const joint = items[index - 2];
  const phrase = items[index];
  if (negation === null || preposition === null || joint?.type !== "and" || !/^n?or$/.test(joint.word)) return false;
  return phrase?.type === "phrase" && /^(?:an?|any)$/.test(phrase.phrase.determiner ?? "any");
}

/** What stands under a denial without being denied itself is neither there nor not there: "she is not holding a kite". */
function isOpen(state: SentenceState, { determiner }: NounPhrase): boolean {
  if (state.isSubjectDenied() && (state.verb !== null || state.copula)) return determiner === null || /^(?:an?|any)$/.test(determiner);
  if (state.negation === null) return false;
  if (state.existential) return state.preposition !== null && !/^(?:the|this|that|his|her|its|their)$/.test(determiner ?? "");
  return state.verb !== null || state.copula;
}

/** "No other people are wearing hats": of whom that is said there is nobody to ask. */
export function withoutOthers({ denied }: SentenceState, reference: Reference, index: number): Reference {
  if (denied?.leavesSomeOut !== true || !denied.unsure.has(index)) return reference;
  return { ...reference, entity: { ...reference.entity, isThing: false } };
}
