/** Lists: "a man, two dogs and a red car". A phrase after a comma or "and" goes on in the role of the phrases before it, or opens a clause. */
import type { NounPhrase } from "../language/passage.js";
import { verbOf } from "../language/verbs.js";
import { emitAction } from "./deeds.js";
import type { Item, PrepositionItem } from "./items.js";
import { relate } from "./landmarks.js";
import { ALIVE } from "./lexicon.js";
import { claimPlacesOf } from "./listed.js";
import type { Reference } from "./memory.js";
import { placeDraft } from "./relations.js";
import type { SentenceState } from "./sentence-state.js";

/** How many items of a list are looked at to see whether a verb follows. */
const LIST_REACH = 12;

/** What is said of a longer list is claimed of this many of its members: of each and every one it would be claims without end. */
const MOST_JOINED = 16;

/** Whether a phrase after a comma or "and" goes on with the phrases before it, rather than opening a clause of its own. */
export function joinsList(state: SentenceState, index: number): boolean {
  if (state.waitingBetween !== null) return true;
  if (state.last.length === 0 || state.fronted.length > 0) return false;
  const own = state.items[index];
  const follower = state.items[index + 1];
  if (own?.type === "phrase" && !own.phrase.isThing && /^(?:verb|be|auxiliary)$/.test(follower?.type ?? "")) return false;
  // "riding a horse, a dog running beside it": who does something of its own is no second horse.
  if (state.role === "object" && state.verb?.lemma === "wear" && own?.type === "phrase" && ALIVE.has(own.phrase.category)) return false;
  const isActing = follower?.type === "verb" && follower.form === "ing" && own?.type === "phrase" && own.phrase.determiner !== null;
  if (isActing && state.verb?.form === "ing" && (state.role === "object" || (state.role === "target" && isAfterComma(state, index))))
    return false;
  if (own?.type === "phrase" && /^(?:one|another|the other)$/i.test(own.phrase.text) && follower?.type === "preposition") return false;
  if (state.role === "target" && state.existential && turnsIndefinite(state, own)) return false;
  let at = index + 1;
  const limit = index + LIST_REACH;
  while (at < limit && (state.items[at]?.type === "and" || state.items[at]?.type === "comma") && state.items[at + 1]?.type === "phrase")
    at += 2;
  const next = state.items[at];
  const isFollowedByVerb =
    next?.type === "be" ||
    next?.type === "auxiliary" ||
    (next?.type === "verb" && (next.form === "third" || next.form === "base" || next.form === "past"));
  // "The frisbee is in the air and the man is …": the place had its verb before it.
  if (isFollowedByVerb && state.role === "target" && state.auxiliary !== "" && state.relative === null) return false;
  return (
    !isFollowedByVerb || (!isAfterNominal(state) && state.verb === null && !state.copula && !state.existential && state.separator === "and")
  );
}

/** "The picture is a painting, and a dog sits on a couch": what the picture is does not sit. */
function isAfterNominal(state: SentenceState): boolean {
  const phrase = state.last[0]?.phrase ?? null;
  const own = phrase === null ? -1 : state.indexOf(phrase);
  const at = state.items[own - 1]?.type === "not" ? own - 2 : own - 1;
  return state.items[at]?.type === "be" && state.items[at - 1]?.type === "phrase";
}

function isAfterComma({ items }: SentenceState, index: number): boolean {
  return items[index - 1]?.type === "comma" || items[index - 2]?.type === "comma";
}

/** "There are two dogs on the couch and a cat": the cat is no second couch, but the next of the things that are there. */
function turnsIndefinite({ last }: SentenceState, own: Item | undefined): boolean {
  const isDefinite = last[0]?.phrase?.determiner === "the";
  return isDefinite && own?.type === "phrase" && (/^an?$/.test(own.phrase.determiner ?? "") || own.phrase.quantity !== null);
}

export function joinList(state: SentenceState, reference: Reference, index: number): void {
  if (state.waitingBetween !== null) {
    const first = state.waitingBetween;
    state.waitingBetween = null;
    for (const governor of state.governors) {
      const span = first.mention.span;
      if (span !== null) state.emit([placeDraft(state.clause(0), governor, "between", [first, reference], span)]);
    }
    return;
  }
  const [head] = state.chain;
  const isLikeHead =
    head !== undefined &&
    head.entity.category === reference.entity.category &&
    state.last[0]?.entity.category !== reference.entity.category;
  const isHeads =
    isLikeHead ||
    isNextListed(state, reference) ||
    leavesOf(state, reference) ||
    opensPlace(state, reference, index) ||
    isSecondSubject(state, reference, index);
  const role = state.role === "target" && isHeads && state.chainRole !== "none" ? state.chainRole : state.role;
  if (role === "target" && state.preposition === null) {
    if (state.last.some(({ entity }) => !entity.isThing)) {
      state.last = [reference];
      return;
    }
    const relation = lastPlace(state);
    if (relation !== null)
      for (const governor of state.governors) state.emit(relate(state, governor, relation, [reference], state.spanOf(relation), governor));
    state.last = joined(state.last, reference);
    return;
  }
  if (role === "object" && state.verb !== null) {
    for (const subject of state.verbSubject)
      emitAction(state, subject, state.verb, reference, reference.mention.span ?? state.sentence.span);
  }
  if (role === "subject") state.subject = joined(state.subject, reference);
  if (role === "subject" && state.listing !== null) claimPlacesOf(state, state.listing, reference);
  state.setChain(role === "subject" ? state.subject : [reference], role);
}

/** "a bowl of soup, a plate": the plate is in no bowl. */
function leavesOf(state: SentenceState, { phrase }: Reference): boolean {
  const last = state.last[0]?.phrase ?? null;
  if (last === null || phrase === null || placeBefore(state, last)?.words !== "of") return false;
  return last.determiner === null && last.quantity === null && (phrase.determiner !== null || phrase.quantity !== null);
}

/**
 * "The man on the sofa and the dog are near the door": a plural verb after one thing in one place has two subjects, and the dog is no second
 * sofa. Of many things in places either may be meant; what lives is then the subject.
 */
function isSecondSubject(state: SentenceState, { entity }: Reference, index: number): boolean {
  if (state.verb !== null || state.copula || state.existential || state.chainRole !== "subject" || state.separator !== "and") return false;
  const [head] = state.chain;
  const next = state.items[index + 1];
  const word = next === undefined ? "" : (state.sentence.tokens[next.first]?.text.toLowerCase() ?? "");
  const isPluralVerb =
    /^(?:are|were|have|do)$/.test(word) || (next?.type === "verb" && next.form === "base" && verbOf(word)?.form !== "past");
  if (!isPluralVerb || head === undefined) return false;
  return !head.entity.plural || (ALIVE.has(entity.category) && !ALIVE.has(state.last.at(-1)?.entity.category ?? ""));
}

/** "The key elements are a dog sleeping on a couch, a fan, and a television": of the elements, and no second couch. */
function isNextListed({ listing, chain }: SentenceState, { phrase }: Reference): boolean {
  const isOpened = /^an?$/.test(phrase?.determiner ?? "") || phrase?.quantity != null;
  return listing !== null && isOpened && /^an?$/.test(chain[0]?.phrase?.determiner ?? "an");
}

/** "in her left hand and a balloon in her right hand" */
function opensPlace(state: SentenceState, { phrase }: Reference, index: number): boolean {
  const last = state.last[0]?.phrase ?? null;
  if (last === null || phrase === null || state.chainRole !== "object" || state.preposition !== null) return false;
  const isDefinite = /^(?:the|his|her|its|their)$/.test(last.determiner ?? "") || /^one\b/i.test(last.text);
  return isDefinite && /^an?$/.test(phrase.determiner ?? "") && state.items[index + 1]?.type === "preposition";
}

/** As many as a claim is made of. */
export function joined(references: readonly Reference[], reference: Reference): readonly Reference[] {
  return references.length < MOST_JOINED ? [...references, reference] : references;
}

function lastPlace(state: SentenceState): PrepositionItem | null {
  const phrase = state.last[0]?.phrase ?? null;
  return phrase === null ? null : placeBefore(state, phrase);
}

/** The preposition that leads to a phrase. */
function placeBefore(state: SentenceState, phrase: NounPhrase): PrepositionItem | null {
  const before = state.items[state.indexOf(phrase) - 1];
  return before?.type === "preposition" ? before : null;
}
