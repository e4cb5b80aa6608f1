/**
 * Reads one sentence from left to right and says what it claims. It keeps who is spoken of (the clause's subject), what is done, and the
 * preposition that waits for its noun; each noun phrase is joined to these as it comes. It is no parser: where a phrase could belong to two
 * others, it takes the one that descriptions of pictures mostly mean (a place belongs to who stands or sits there, "of" and "with" to the
 * nearest noun), and is wrong in the rest.
 */
import type { NounPhrase, Sentence } from "../language/passage.js";
import { breakClause, closeVerb, newClause, onAdjective, onAuxiliary, onNominal, onObject, onSubject, onVerb } from "./deeds.js";
import { denialOf, denySubjects, isLoneNot, isNoSign } from "./denials.js";
import { isOnly } from "./denied-list.js";
import { isDirection } from "./directions.js";
import type { Draft } from "./draft.js";
import { followsLandmark, isSubjectBehind } from "./fronting.js";
import { openGap, opensGap } from "./gaps.js";
import { isHeld } from "./held.js";
import { openOwned, readObjectRelative, returnFrom } from "./inner-clauses.js";
import { deniesBehind, denyTurned, openExistential, turnedAfter } from "./inverted.js";
import type { Item, PhraseItem } from "./items.js";
import { isOfPicture, onPreposition, onTarget, placeInPicture } from "./landmarks.js";
import { isOpenList, joinsDeed, withoutOthers } from "./left-open.js";
import { PARTS } from "./lexicon.js";
import { joinList, joinsList } from "./lists.js";
import type { Antecedents, Memory, Reference } from "./memory.js";
import { nameThing } from "./mentions.js";
import { claimOwned } from "./object-relatives.js";
import { placesNamedBy } from "./places.js";
import { actionDraft, attributeDraft } from "./relations.js";
import { SentenceState } from "./sentence-state.js";
import { goesOnShowing, show } from "./shown.js";
import type { Stance } from "./stance.js";

/** "the second dog from the left" counts from there, and need not stand there. */
const NO_PLACE = /^(?:from|behind|of|with|into)$/;

/** @param skipped tokens of quoted words, which claim nothing of their own */
export function readSentence(
  text: string,
  sentence: Sentence,
  memory: Memory,
  stance: Stance,
  skipped: readonly boolean[],
): readonly Draft[] {
  const state = new SentenceState(text, sentence, memory, stance, skipped);
  for (let index = 0; index < state.items.length; index += 1) {
    const item = state.items[index];
    const end = readObjectRelative(state, index, (inner, at) => take(state, inner, at));
    if (end !== null) index = end - 1;
    else if (item !== undefined) {
      returnFrom(state, item);
      take(state, item, index);
    }
  }
  closeVerb(state);
  memory.endSentence();
  return state.drafts;
}

export function take(state: SentenceState, item: Item, index: number): void {
  switch (item.type) {
    case "phrase":
      onPhrase(state, item, index);
      state.separator = "none";
      if (state.turned?.at === index) denyTurned(state, state.turned);
      return;
    case "preposition":
      onPreposition(state, item, index);
      return;
    case "verb":
      onVerb(state, item, index);
      state.separator = "none";
      return;
    case "be":
      if (state.items[index + 1]?.type === "there" && state.separator === "and") {
        openExistential(state);
        return;
      }
      onAuxiliary(state, item, index);
      state.absent = deniesBehind(state, item, index);
      return;
    case "auxiliary":
      onAuxiliary(state, item, index);
      return;
    case "not":
      state.negation = state.spanOf(item);
      // "A dog is nowhere to be seen."
      if (item.word === "nowhere" && state.copula) denySubjects(state);
      return;
    case "there":
      if (
        state.items[index + 1]?.type === "be" ||
        state.items[index + 1]?.type === "auxiliary" ||
        state.items[index + 1]?.type === "verb"
      ) {
        newClause(state);
        state.subject = [];
        state.setChain([], "none");
        state.existential = true;
        state.separator = "none";
      }
      return;
    case "adjective":
      onAdjective(state, index, item);
      state.separator = "none";
      return;
    case "and":
      state.separator = "and";
      state.gap = null;
      if (item.word === "nor") {
        state.negation ??= state.spanOf(item);
        state.turned = turnedAfter(state, item, index);
      }
      return;
    case "comma":
      state.separator = "comma";
      state.gap = null;
      state.relative = null;
      return;
    case "relative":
      closeVerb(state);
      state.relative = state.relativeAntecedent();
      state.negation = null;
      state.separator = "none";
      state.preposition = null;
      return;
    case "subordinator":
    case "break":
      closeVerb(state);
      state.verb = null;
      // "does not look like a car" says what it is not.
      if (item.word === "like" && state.negation !== null && state.items[index + 1]?.type === "phrase") {
        state.copula = true;
        return;
      }
      if (item.word === "(") state.outer = state.subject;
      breakClause(state, item.type === "break" && item.word !== "(");
      if (item.word === ")") {
        state.subject = state.outer;
        state.setChain(state.outer, "subject");
      }
      return;
    case "to":
      state.preposition = null;
      return;
    case "possessive":
      return;
    default:
      item satisfies never;
  }
}

function onPhrase(state: SentenceState, item: PhraseItem, index: number): void {
  const { phrase } = item;
  if (state.stance.compared[item.first] === true) {
    state.preposition = null;
    return;
  }
  const owners = openOwned(state, phrase);
  const places = state.preposition === null || NO_PLACE.test(state.preposition.words) ? [] : placesNamedBy(phrase);
  if (isMadeOf(state, phrase)) return;
  if (isNoSign(state, phrase, index)) {
    state.absence = phrase.span;
    return;
  }
  const isListedDenied = state.denied?.members.has(index) === true && state.role !== "target";
  const joins = state.separator !== "none" && (isListedDenied || joinsList(state, index));
  if (!joins && endsExistential(state, phrase)) newClause(state);
  if (places.length > 0 && state.preposition !== null && isOfPicture(state, index)) {
    const isPlace = !followsLandmark(state, state.preposition) && !isDirection(state, state.preposition, index);
    if (state.owner === null && isPlace) placeInPicture(state, places, state.preposition, phrase.span);
    state.preposition = null;
    return;
  }
  const isNotThis = /^(?:the|this|that|his|her|its|their)$/.test(phrase.determiner ?? "") && isLoneNot(state, index);
  if (isNotThis) {
    // "the dog, not the cat, is black" says nothing of the cat.
    state.negation = null;
    return;
  }
  if (state.separator === "comma" && isOnly(state.sentence, phrase)) state.negation = null;
  const denial = denialOf(state, item, index);
  const isUnsure = state.denied?.unsure.has(index) === true || (denial !== null && joinsDeed(state, phrase, joins));
  if (denial !== null && state.denied?.members.has(index) === true) state.deniedPhrases.add(phrase);
  const at = item.first;
  // "As for dogs, …": spoken of, and not said to be there.
  const isTopic = state.preposition?.words === "as for";
  const isShown = state.likeness || (joins && goesOnShowing(state, phrase));
  const named = nameThing(state.sentence, state.text, phrase, state.memory, {
    hedged: state.stance.hedged[at] === true || state.stance.openDeed[at] === true,
    unreal: state.stance.unreal[at] === true || isShown || isTopic,
    denial,
    isBareCount: (state.existential && state.chain.length === 0) || (state.showing && state.verb !== null && !state.verbTaken),
    isPredicate: state.existential || state.showing || state.preposition !== null,
    isShown: state.existential || state.showing,
    isHeld: isHeld(state),
    antecedents: { ...antecedents(state), isPicture: saysPicture(state, item, index) },
    open: isUnsure || (denial === null && isOpenList(state, item, index)),
  });
  const { drafts } = named;
  if (isTopic) state.memory.note(named.reference.entity);
  if (owners !== null) claimOwned(state, owners, named.reference);
  const reference = isShown ? show(state, named.reference, at) : withoutOthers(state, named.reference, index);
  if (!isShown) state.shown = null;
  state.likeness = false;
  state.without = null;
  state.absent = null;
  state.drafts.push(...drafts);
  if (denial !== null && state.existential && state.preposition?.words === "of") state.negation ??= denial;
  if (denial !== null && isLoneNot(state, index)) {
    state.negation = null;
    return;
  }
  // "the truck's color is yellow" speaks of the truck.
  const bearer = state.owner !== null && /^colou?r$/.test(reference.entity.noun) ? state.owner : reference;
  if (state.owner !== null) ownedBy(state, state.owner, reference);
  state.owner = state.items[index + 1]?.type === "possessive" ? reference : null;
  if (state.items[index + 1]?.type === "possessive") return;
  if (joins) {
    if (opensGap(state, index)) openGap(state, reference, index);
    else joinList(state, reference, index);
    return;
  }
  if (isSubjectBehind(state, reference)) {
    state.verbSubject = [reference];
    onSubject(state, bearer);
  } else if (state.preposition !== null) onTarget(state, state.preposition, reference, item, index);
  else if (state.verb !== null && !state.verbTaken && state.separator === "none") onObject(state, state.verb, reference, phrase.span);
  else if (state.copula && state.separator === "none" && !state.existential && state.subject.length > 0) onNominal(state, reference);
  else onSubject(state, bearer);
}

/** "There are three chairs, and the umbrella is red": a subject with a verb of its own is no longer under "there are". */
function endsExistential(state: SentenceState, { isThing, text }: NounPhrase): boolean {
  if (!state.existential || state.separator === "none" || state.preposition !== null || state.subject.length === 0) return false;
  return isThing || /^(?:he|she|it|they|one|another|some|others|both|each|the others?)$/i.test(text);
}

/** "the dog's head": a part; "the man's car": his. */
function ownedBy(state: SentenceState, owner: Reference, owned: Reference): void {
  if (!owner.entity.isThing || !owned.entity.isThing || owned.phrase === null || owned.mention.span === null) return;
  const isPart = PARTS.has(owned.entity.noun);
  const relation = {
    predicate: isPart ? "part_of" : "of",
    type: isPart ? "part" : "other",
    verb: state.is(owned, isPart ? "part of" : "of"),
  } as const;
  state.emit([actionDraft(state.clause(owned.phrase.firstToken), owned, relation, owner, owned.mention.span)]);
}

/** "made of wood": a material, and no thing of its own. */
function isMadeOf(state: SentenceState, phrase: NounPhrase): boolean {
  const { verb, preposition } = state;
  if (verb?.lemma !== "make" || verb.form === "ing" || phrase.determiner !== null) return false;
  if (preposition === null || !/^(?:of|from|out of)$/.test(preposition.words)) return false;
  for (const subject of state.verbSubject) {
    if (!subject.entity.isThing) continue;
    const draft = attributeDraft(state.clause(verb.first), subject, `made of ${phrase.text.toLowerCase()}`, phrase.span);
    const attribute = { type: "material", value: phrase.category } as const;
    state.emit([draft.kind === "attribute" ? { ...draft, attribute } : draft]);
  }
  state.verbTaken = true;
  state.preposition = null;
  return true;
}

/** A pronoun that is a subject goes on with the subject before it; one that is an object does not mean its own subject. */
function antecedents(state: SentenceState): Omit<Antecedents, "isPicture"> {
  const isObject = state.preposition !== null || (state.verb !== null && !state.verbTaken);
  const holder = holderOf(state);
  if (holder !== null) return { preferred: holder.entity, excluded: [] };
  if (isObject) return { preferred: null, excluded: (state.verb === null ? state.subject : state.verbSubject).map(({ entity }) => entity) };
  return { preferred: state.subject.length === 1 ? (state.subject[0]?.entity ?? null) : null, excluded: [] };
}

/** "a table with a bowl on it", "the bed has a cat on it": what has the thing is meant. */
function holderOf({ preposition, isWithTarget, governors, chain, verb, verbSubject, role }: SentenceState): Reference | null {
  if (preposition === null || preposition.predicate === null) return null;
  const holders = verb === null ? chain : governors;
  if (isWithTarget) return holders.length === 1 ? (holders[0] ?? null) : null;
  const isHad = verb !== null && /^(?:have|contain|feature)$/.test(verb.lemma) && role === "object";
  return isHad && verbSubject.length === 1 ? (verbSubject[0] ?? null) : null;
}

/** "It also shows a river", after a sentence about the image or not: things do not show things. */
function saysPicture(state: SentenceState, { phrase }: PhraseItem, index: number): boolean {
  if (!/^(?:it|this)$/i.test(phrase.text)) return false;
  const verb = state.items.slice(index + 1, index + 3).find(({ type }) => type === "verb");
  return verb?.type === "verb" && /^(?:show|feature|depict|capture|portray|showcase|illustrate)$/.test(verb.lemma);
}
