/** Prepositions of a sentence: what the noun after each is a place, a part or a partner of. */

import type { Span } from "../domain/span.js";
import { ingOf } from "../language/verbs.js";
import { NEUTRAL_PREPOSITIONS, OUTER_PREPOSITIONS } from "../language/vocabulary/prepositions.js";
import { LIKENESSES } from "../language/vocabulary/words/not-these.js";
import { closeVerb, newClause } from "./deeds.js";
import { isDeedOn } from "./deeds-on.js";
import { DENYING_ADJECTIVES } from "./denials.js";
import { isDirection } from "./directions.js";
import type { Draft } from "./draft.js";
import { opensClause } from "./fronting.js";
import type { PhraseItem, PrepositionItem } from "./items.js";
import { ASPECTS, BODY_PARTS, CLOTHES, HAVING, IDLE, NEAR_BY, PARTS, PLACING } from "./lexicon.js";
import { isSameThing, type Reference } from "./memory.js";
import { isParticle } from "./particles.js";
import { isPicture, type placesNamedBy, placeInPicture as predicateInPicture } from "./places.js";
import { actionDraft, placeDraft } from "./relations.js";
import type { SentenceState } from "./sentence-state.js";
import { hangs, isOnlyShown, isPictureNoun } from "./shown.js";

const NEUTRAL: ReadonlySet<string> = new Set(NEUTRAL_PREPOSITIONS);
const OUTER: ReadonlySet<string> = new Set(OUTER_PREPOSITIONS);

export function onPreposition(state: SentenceState, item: PrepositionItem, index: number): void {
  if (isParticle(state, item, index)) return;
  const isList = state.separator === "and" && state.items[index + 1]?.type === "phrase";
  if (NEUTRAL.has(item.words)) {
    closeVerb(state);
    state.verb = null;
    state.copula = false;
  }
  if (opensClause(state, index)) {
    closeVerb(state);
    newClause(state);
    state.subject = [];
    state.setChain([], "none");
    state.separator = "none";
  }
  state.isAfterComma = state.separator === "comma";
  if (state.separator === "comma") closeVerb(state);
  if (!isList) state.separator = "none";
  state.separator = "none";
  const isOfQuality = item.words === "of" && state.items[index - 1]?.type === "adjective";
  state.preposition = isOfQuality ? { ...item, words: "full of" } : item;
  state.without = deniesNext(state, item, index);
  state.absence = null;
  const next = state.items[index + 1];
  state.likeness = isOnlyShown(state, item, index);
  if (next?.type !== "phrase") {
    if (item.predicate === "near" && item.words === "nearby") state.preposition = null;
    if (next?.type !== "verb" && next?.type !== "adjective") state.preposition = null;
  }
}

/** "without a dog", "devoid of people", "no sign of a dog". */
function deniesNext(state: SentenceState, item: PrepositionItem, index: number): Span | null {
  if (item.words === "without") return state.spanOf(item);
  if (item.words !== "of") return null;
  const before = state.items[index - 1];
  return before?.type === "adjective" && DENYING_ADJECTIVES.has(before.word) ? state.spanOf(before) : state.absence;
}

export function onTarget(state: SentenceState, preposition: PrepositionItem, reference: Reference, item: PhraseItem, index: number): void {
  state.preposition = null;
  if (state.waitingBetween !== null) return;
  if (preposition.words === "of") {
    onOf(state, reference);
    return;
  }
  const governors = governorsOf(state, preposition, reference, index);
  state.governors = governors;
  if (isPicture(item.phrase)) {
    const place = predicateInPicture(preposition.words, preposition.predicate);
    if (place !== null && !isDirection(state, preposition, state.items.indexOf(item)))
      placeInPicture(state, [place], preposition, item.phrase.span);
    return;
  }
  if (NEUTRAL.has(preposition.words)) {
    state.setChain([reference], "none");
    state.role = "target";
    return;
  }
  const words = state.spanOf(preposition);
  state.predicated = true;
  if (governors.length === 0 && state.separator === "none" && state.verb === null && isFronting(state, index)) {
    state.fronted.push({ apply: (subject) => relate(state, subject, preposition, [reference], words, subject) });
  } else {
    for (const governor of governors) state.emit(relate(state, governor, preposition, [reference], words, governor));
  }
  state.last = [reference];
  state.role = "target";
  state.isWithTarget = preposition.words === "with";
  if (state.verb !== null) closeVerb(state);
  state.copula = false;
}

/** A place that opens a clause is said of the subject that follows. */
function isFronting(state: SentenceState, index: number): boolean {
  return state.subject.length === 0 || state.items[index + 1]?.type === "comma";
}

function onOf(state: SentenceState, reference: Reference): void {
  const owner = state.last.at(-1);
  // "three of them": a part of the same things, which the number takes up already.
  if (owner?.entity.isThing && owner.phrase?.isThing === false && owner.entity.category === reference.entity.category) return;
  const isHung = owner !== undefined && isPictureNoun(owner.entity.noun) && hangs(state);
  if (isHung) return;
  const isLikeness = owner?.entity.isThing && LIKENESSES.has(owner.entity.noun) && state.role !== "nominal";
  if (owner !== undefined && (ASPECTS.has(owner.entity.noun) || !owner.entity.isThing) && !isLikeness) {
    if (state.role === "subject" || state.role === "nominal") {
      // "a helmet and the front of a car": the helmet stays a subject.
      state.subject = state.role === "subject" ? [...state.last.slice(0, -1), reference] : [reference];
      state.setChain(state.subject, "subject");
      return;
    }
    state.last = [reference];
    return;
  }
  if (owner !== undefined && reference.entity.isThing && owner.entity.isThing && !isLikeness) {
    const span = reference.mention.span;
    if (span !== null)
      state.emit([
        actionDraft(
          state.clause(0),
          owner,
          {
            predicate: PARTS.has(owner.entity.noun) ? "part_of" : "of",
            type: "part",
            verb: state.is(owner, PARTS.has(owner.entity.noun) ? "part of" : "of"),
          },
          reference,
          span,
        ),
      ]);
  }
}

/** Who or what a prepositional phrase is said of. */
function governorsOf(state: SentenceState, preposition: PrepositionItem, target: Reference, index: number): readonly Reference[] {
  if (state.relative !== null && state.verb === null) return state.relative;
  const isWith = preposition.words === "with" || preposition.words === "without";
  if (isWith || BODY_PARTS.has(target.entity.noun)) {
    if (isWith && isAbsolute(state, index)) return [];
    if (isWith && state.verb !== null && (state.role === "target" || !state.verbTaken)) return state.verbSubject;
    if (state.verb !== null && state.verbTaken && !HAVING.has(state.verb.lemma) && BODY_PARTS.has(target.entity.noun))
      return state.verbSubject;
    return state.last.filter(({ entity }) => entity.isThing);
  }
  if (state.gap !== null) return state.gap;
  if (state.isWithTarget) return state.last;
  if (state.verb !== null) {
    if (state.verbTaken && state.chainRole === "object" && /^(?:put|place|set|lay|have|contain|include|feature)$/.test(state.verb.lemma))
      return state.last;
    return state.verbSubject;
  }
  if (state.copula || state.existential) return state.chain.length > 0 && state.existential ? state.chain : state.subject;
  return state.chain;
}

/** "…, with the kite on the right", "with his eyes closed": the noun after "with" is a subject of its own. */
function isAbsolute(state: SentenceState, index: number): boolean {
  if (state.isAfterComma) return true;
  const next = state.items[index + 1];
  return next?.type === "verb" && next.form !== "third" && next.form !== "base";
}

export function relate(
  state: SentenceState,
  subject: Reference,
  preposition: PrepositionItem,
  targets: readonly Reference[],
  words: Span,
  governor: Reference,
): readonly Draft[] {
  const [target] = targets;
  if (target === undefined || !subject.entity.isThing || governor === target) return [];
  const clause = state.clauseOf(subject, preposition.first);
  if (!target.entity.isThing || isSameThing(subject.entity, target.entity)) return [];
  // "with no hat": the hat is denied, and nobody is with it.
  if (state.isDenied(target.phrase)) return [];
  // "against the sky" touches nothing.
  if (preposition.words === "against" && /^(?:sky|cloud|horizon)$/.test(target.entity.category)) return [];
  if (preposition.predicate === "between") {
    if (!target.entity.plural) {
      state.waitingBetween = target;
      return [];
    }
    return [placeDraft(clause, subject, "between", [target, target], words)];
  }
  if (preposition.words === "in" && CLOTHES.has(target.entity.noun)) {
    return [actionDraft(clause, subject, { predicate: "wear", type: "part", verb: state.is(subject, "in") }, target, words)];
  }
  const verb = state.verb;
  if (preposition.words === "by" && verb !== null && verb.form === "participle" && !NEAR_BY.has(verb.lemma)) {
    state.verbTaken = true;
    const relation = { predicate: `${verb.lemma}_by`, type: "action", verb: state.is(subject, `${state.wordOf(verb)} by`) } as const;
    return [actionDraft(clause, subject, relation, target, words)];
  }
  if (preposition.words === "by" && verb !== null && /^(?:surround|accompany|follow|flank|line|frame|enclose|join)$/.test(verb.lemma))
    state.verbTaken = true;
  if (
    preposition.words === "at" &&
    verb !== null &&
    /^(?:look|stare|gaze|smile|wave|point|glance|peer|peek|bark|aim|shoot|throw|laugh)$/.test(verb.lemma)
  ) {
    state.verbTaken = true;
    const relation = { predicate: `${verb.lemma}_at`, type: "action", verb: state.is(subject, `${ingOf(verb.lemma)} at`) } as const;
    return [actionDraft(clause, subject, relation, target, words)];
  }
  if (preposition.words === "on" && verb !== null && isDeedOn(verb.lemma, target.entity.category)) {
    state.verbTaken = true;
    const relation = { predicate: `${verb.lemma}_on`, type: "action", verb: state.is(subject, `${ingOf(verb.lemma)} on`) } as const;
    return [actionDraft(clause, subject, relation, target, words)];
  }
  if (preposition.predicate !== null) return [placeDraft(clause, subject, preposition.predicate, [target], words)];
  if (OUTER.has(preposition.words)) {
    const predicate = preposition.words.replaceAll(" ", "_");
    return [actionDraft(clause, subject, { predicate, type: "other", verb: state.is(subject, preposition.words) }, target, words)];
  }
  if (preposition.words === "with" || preposition.words === "without") {
    const isPart = PARTS.has(target.entity.noun) || CLOTHES.has(target.entity.noun);
    if (preposition.words === "without") return [];
    const predicate = verb !== null && verb.form === "participle" ? `${verb.lemma}_with` : "with";
    const spoken = verb !== null && verb.form === "participle" ? `${state.wordOf(verb)} with` : "with";
    if (verb !== null && verb.form === "participle" && !PLACING.has(verb.lemma)) state.verbTaken = true;
    return [actionDraft(clause, subject, { predicate, type: isPart ? "part" : "other", verb: state.is(subject, spoken) }, target, words)];
  }
  if (!/^(?:from|through|across|toward|towards|down|up|past|off|to|for|about|onto|out)$/.test(preposition.words)) return [];
  if (verb !== null && (PLACING.has(verb.lemma) || IDLE.has(verb.lemma))) return [];
  // "contains food for the guests": said of the food, and nothing to be seen.
  if (verb !== null && state.verbTaken && preposition.words === "for") return [];
  const deed = verb === null ? preposition.words : `${verb.lemma}_${preposition.words}`;
  const spokenDeed =
    verb === null ? preposition.words : `${verb.form === "participle" ? state.wordOf(verb) : ingOf(verb.lemma)} ${preposition.words}`;
  return [
    actionDraft(
      clause,
      subject,
      { predicate: deed, type: verb === null ? "other" : "action", verb: state.is(subject, spokenDeed) },
      target,
      words,
    ),
  ];
}

export function placeInPicture(
  state: SentenceState,
  places: ReturnType<typeof placesNamedBy>,
  preposition: PrepositionItem,
  span: Span,
): void {
  const words = { start: state.spanOf(preposition).start, end: span.end };
  const subjects =
    state.relative ??
    state.gap ??
    (state.isWithTarget ? state.last : state.verb !== null ? state.verbSubject : state.chain.length > 0 ? state.chain : state.subject);
  const drafts = (subject: Reference): readonly Draft[] =>
    subject.entity.isThing ? places.map((place) => placeDraft(state.clauseOf(subject, preposition.first), subject, place, [], words)) : [];
  state.predicated = true;
  if (subjects.length === 0) state.fronted.push({ apply: drafts });
  else for (const subject of subjects) state.emit(drafts(subject));
}

/** "on the left of the bench" is no place in the picture; "on the left" and "on the left of the image" are. */
export function isOfPicture(state: SentenceState, index: number): boolean {
  const next = state.items[index + 1];
  if (next?.type !== "preposition" || next.words !== "of") return true;
  const owner = state.items[index + 2];
  return owner?.type === "phrase" && isPicture(owner.phrase);
}
