/** Verbs of a sentence: whose they are, what they are done to, and what they say where they take no object. */
import type { Span } from "../domain/span.js";
import { ingOf } from "../language/verbs.js";
import { COLOR_QUALIFIERS, colorsIn } from "../language/vocabulary/colors.js";
import { colorsAround } from "./beside.js";
import { claimColors } from "./colored.js";
import { denySubjects } from "./denials.js";
import { isDirectionWord } from "./directions.js";
import type { Item, VerbItem } from "./items.js";
import { ALIVE, CLOTHES, IDLE, PARTS, PLACING, SHOWING, SPEAKING } from "./lexicon.js";
import { claimPlacesOf, isVague } from "./listed.js";
import type { Reference } from "./memory.js";
import { actionDraft, attributeDraft, isQuality } from "./relations.js";
import type { SentenceState } from "./sentence-state.js";
import { shownSubject, showsObject } from "./shown.js";
import { SEEING } from "./stance.js";

/** A verb that took no object says what its subject does, or in what state it is. */
export function closeVerb(state: SentenceState): void {
  const verb = state.verb;
  if (verb === null || state.verbTaken) return;
  state.verbTaken = true;
  const isWriting = SPEAKING.has(verb.lemma) && !state.verbSubject.some(({ entity }) => entity.category === "person");
  if (PLACING.has(verb.lemma) || SHOWING.has(verb.lemma) || IDLE.has(verb.lemma) || isWriting || isIdiom(state, verb)) return;
  const word = state.sentence.tokens[verb.first]?.text.toLowerCase() ?? verb.lemma;
  const isState = verb.form === "participle" || (verb.form === "past" && state.auxiliary !== "");
  for (const subject of state.verbSubject) {
    if (!subject.entity.isThing || state.stance.openDeed[verb.first] === true) continue;
    const draft = attributeDraft(
      state.clause(verb.first),
      subject,
      isState ? word : verb.form === "ing" ? word : ingOf(verb.lemma),
      state.spanOf(verb),
    );
    state.emit([draft.kind === "attribute" ? { ...draft, attribute: { ...draft.attribute, type: isState ? "state" : "action" } } : draft]);
  }
}

/** "stands out", "makes up". */
function isIdiom(state: SentenceState, { end, lemma }: VerbItem): boolean {
  const next = state.sentence.tokens[end]?.text.toLowerCase();
  return (lemma === "stand" && next === "out") || (lemma === "set" && next === "up");
}

export function newClause(state: SentenceState): void {
  closeVerb(state);
  state.verb = null;
  state.verbTaken = false;
  state.copula = false;
  state.existential = false;
  state.showing = false;
  state.negation = null;
  state.auxiliary = "";
  state.relative = null;
  state.predicated = false;
  state.gap = null;
  state.listing = null;
}

export function breakClause(state: SentenceState, isHard: boolean): void {
  state.preposition = null;
  state.separator = "none";
  state.relative = null;
  state.negation = null;
  state.copula = false;
  if (!isHard) return;
  state.subject = [];
  newClause(state);
  state.setChain([], "none");
}

export function onVerb(state: SentenceState, item: VerbItem, index: number): void {
  // "there does not appear to be a dog"
  if (state.existential && state.chain.length === 0 && /^(?:appear|seem)$/.test(item.lemma)) return;
  if (isMissing(state, item, index) && denySubjects(state)) return;
  const before = state.items[index - 1];
  const isAdjacent = before?.type === "phrase" && state.separator === "none";
  const subjects = subjectsOfVerb(state, item, isAdjacent);
  const isPassive = item.form === "participle" || item.form === "past";
  closeVerb(state);
  if (state.negation !== null && item.form === "participle" && /^(?:see|show|depict)$/.test(item.lemma)) denySubjects(state);
  state.preposition = null;
  const isLinked = state.copula || state.existential;
  if (!isLinked && state.separator === "none" && !isAdjacent && before?.type !== "not" && before?.type !== "auxiliary")
    state.negation = null;
  state.verb = item;
  state.isWithTarget = false;
  state.verbTaken = false;
  state.verbSubject = subjects;
  const isSpeaker = subjects.every(({ entity }) => /^(?:i|we|you)$/.test(entity.words)) && subjects.length > 0;
  const isPicture = subjects.some(
    ({ phrase }) =>
      phrase !== null &&
      !phrase.isThing &&
      /^(?:image|picture|photo|photograph|scene|shot|frame|view|painting|area|background|foreground|table-top)$/.test(phrase.category),
  );
  const isSeeing = isSpeaker && SEEING.has(item.lemma) && !(state.negation !== null && /^(?:identify|count)$/.test(item.lemma));
  state.showing = isSeeing || (isPicture && SHOWING.has(item.lemma) && !isPassive);
  if (!state.copula) state.auxiliary = "";
  state.copula = false;
  state.existential = false;
  state.likeness = showsObject(state, item, subjects);
  if (item.lemma === "lack") state.without = state.spanOf(item);
}

/** "A dog is missing from the picture", but not "the chair is missing a leg". */
function isMissing({ copula, negation, items }: SentenceState, { lemma, form }: VerbItem, index: number): boolean {
  return copula && negation === null && lemma === "miss" && form === "ing" && items[index + 1]?.type !== "phrase";
}

const SEEN_DOING = /^(?:watch|see|let|make|help|hear|observe|photograph)$/;

function subjectsOfVerb(state: SentenceState, item: VerbItem, isAdjacent: boolean): readonly Reference[] {
  if (state.relative !== null) return state.relative;
  const isParticiple = item.form === "ing" || item.form === "participle";
  const shown = shownSubject(state, item, isAdjacent);
  if (isParticiple && shown !== null) return shown;
  // "watches a boy ride": the boy does.
  if (item.form === "base" && isAdjacent && state.role === "object" && SEEN_DOING.test(state.verb?.lemma ?? "")) return state.last;
  if (state.copula) return state.subject;
  if (isParticiple && isAdjacent) return participleSubject(state, item);
  if (state.separator !== "none" && state.verb !== null && state.verbSubject.length > 0) return state.verbSubject;
  if (state.subject.length > 0) return state.subject;
  return state.last;
}

/** What only the living do. */
const MOVES = /^(?:walk|run|jog|talk|smile|eat|drink|wear|hold|carry|look|watch|wave|wait|ride|play|read|laugh|sleep|swim)$/;

/** "a man in a hat standing": who can stand is the man. */
function participleSubject(state: SentenceState, item: VerbItem): readonly Reference[] {
  if (state.gap !== null) return state.gap;
  const [last] = state.last;
  const [head] = state.chain;
  const isAlive = (reference: Reference | undefined): boolean => ALIVE.has(reference?.entity.category ?? "");
  // "a man in a hat standing", "a lady in a crowd holding an umbrella"
  const isHolder = !isAlive(last) || /^(?:crowd|line|queue|audience)$/.test(last?.entity.noun ?? "");
  if (state.role === "target" && item.form === "ing" && isAlive(head) && isHolder) return state.chain;
  const doers = state.role === "subject" ? state.subject : state.last;
  // "with two buses and people walking": of a mixed list, who stands last does it.
  const nearest = doers.at(-1);
  const isMixed = item.form === "ing" && doers.length > 1 && isAlive(nearest) && !doers.every(isAlive) && MOVES.test(item.lemma);
  return isMixed ? doers.filter(isAlive) : doers;
}

export function onAuxiliary(state: SentenceState, item: Item, index: number): void {
  const isAfterNoun = state.separator !== "none" || state.items[index - 1]?.type === "phrase";
  if (item.type === "be" && !state.existential) {
    if (state.relative !== null) state.subject = state.relative;
    closeVerb(state);
    state.copula = true;
    state.verb = null;
    if (state.separator === "and" || isAfterNoun) state.negation = null;
  }
  state.auxiliary = `${state.auxiliary}${state.sentence.tokens[item.first]?.text.toLowerCase() ?? ""} `;
  if (state.auxiliary.split(" ").length > 4 || isAfterNoun)
    state.auxiliary = `${state.sentence.tokens[item.first]?.text.toLowerCase() ?? ""} `;
}

export function onAdjective(
  state: SentenceState,
  index: number,
  item: { readonly word: string; readonly first: number; readonly end: number },
): void {
  if (isDirectionWord(state, item.word, index)) return;
  const isAfterVerb = state.items[index - 1]?.type === "verb";
  const isLinked =
    state.copula || (isAfterVerb && state.verb !== null && /^(?:appear|seem|look|stand|remain|lie|sit|feel)$/.test(state.verb.lemma));
  if (!isLinked && claimColors(state, index)) return;
  if (!isLinked) {
    if (state.isWithTarget)
      for (const part of state.last) state.emit([attributeDraft(state.clause(item.first), part, item.word, state.spanOf(item))]);
    return;
  }
  const subjects = state.copula ? state.subject : state.verbSubject;
  state.predicated = true;
  if (state.copula && state.negation !== null && /^(?:present|visible)$/.test(item.word)) denySubjects(state);
  // "Dogs are absent from the picture."
  if (state.copula && state.negation === null && /^(?:absent|missing)$/.test(item.word) && denySubjects(state)) return;
  if (!isQuality(item.word)) return;
  const next = state.items[index + 1];
  // "is light brown": one color.
  if (COLOR_QUALIFIERS.has(item.word) && next?.type === "adjective" && colorsIn(next.word).length > 0) return;
  const values = colorsIn(item.word).length > 0 ? colorsIn(item.word) : [item.word];
  const beside = colorsIn(item.word).length > 0 ? colorsAround(state.sentence, item.first) : [];
  for (const subject of subjects) {
    if (!subject.entity.isThing) continue;
    for (const value of values) state.emit([attributeDraft(state.clause(item.first), subject, value, state.spanOf(item), beside)]);
  }
  state.last = subjects;
}

export function onObject(state: SentenceState, verb: VerbItem, reference: Reference, span: Span): void {
  state.verbTaken = true;
  if (verb.lemma === "lack") {
    state.setChain([reference], "object");
    return;
  }
  if (state.showing) {
    state.subject = [reference];
    state.verb = null;
    state.setChain([reference], "subject");
    return;
  }
  for (const subject of state.verbSubject) emitAction(state, subject, verb, reference, span);
  state.setChain([reference], "object");
}

export function emitAction(state: SentenceState, subject: Reference, verb: VerbItem, target: Reference, span: Span): void {
  if (!subject.entity.isThing || !target.entity.isThing) return;
  // "The kitchen has no oven" denies ovens, "the man has no hat" only that he has one.
  const isTargetDenied = state.isDenied(target.phrase);
  if (isTargetDenied && !isDeniedOf(subject, target)) return;
  if (verb.lemma === "include" && isVague(subject)) {
    claimPlacesOf(state, [subject], target);
    return;
  }
  const type = verb.lemma === "have" ? (PARTS.has(target.entity.noun) || CLOTHES.has(target.entity.noun) ? "part" : "other") : "action";
  const written = `${agreeing(state.auxiliary, subject, verb)}${state.sentence.tokens[verb.first]?.text.toLowerCase() ?? verb.lemma}`;
  const clause = state.clause(verb.first);
  const isNegated = clause.negated || isTargetDenied;
  const inDeed = verb.form === "ing" ? state.wordOf(verb) : ingOf(verb.lemma);
  const isBare = verb.form === "ing" || (verb.form === "base" && !subject.entity.plural);
  const isWritten = !isBare || /^(?:do|does|did|can|could|may|might|is|are|was|were) /.test(state.auxiliary);
  const words = isNegated ? negatedDeed(state, subject, verb) : isWritten ? written : state.is(subject, inDeed);
  state.emit([actionDraft({ ...clause, negated: isNegated }, subject, { predicate: verb.lemma, type, verb: words }, target, span)]);
}

/** Whether "no" before the object denies only that the subject has or holds one. */
export function isDeniedOf({ entity }: Reference, target: Pick<Reference, "entity">): boolean {
  return ALIVE.has(entity.category) && !ALIVE.has(target.entity.category);
}

const SINGULAR: ReadonlyMap<string, string> = new Map([
  ["are", "is"],
  ["were", "was"],
  ["do", "does"],
  ["have", "has"],
]);

/** "A man and a dog are holding a rope": of one of them, "is". */
function agreeing(auxiliary: string, { entity }: Reference, { form }: VerbItem): string {
  // "may be uneven or have holes": the "be" is another's.
  if (form === "base") return auxiliary.replace(/\b(?:be|is|are) $/, "");
  const [first = "", ...rest] = auxiliary.split(" ");
  const one = entity.plural ? undefined : SINGULAR.get(first);
  return one === undefined ? auxiliary : [one, ...rest].join(" ");
}

/** "is not wearing", "does not have" */
function negatedDeed(state: SentenceState, subject: Reference, verb: VerbItem): string {
  if (verb.lemma === "have") return `${subject.entity.plural ? "do" : "does"} not have`;
  return state.is(subject, `not ${verb.form === "participle" ? state.wordOf(verb) : ingOf(verb.lemma)}`);
}

export function onNominal(state: SentenceState, reference: Reference): void {
  if (state.subject.some(isVague)) {
    claimPlacesOf(state, state.subject, reference);
    state.listing = state.subject;
    state.subject = [reference];
    state.setChain([reference], "subject");
    state.copula = false;
    return;
  }
  state.setChain(state.subject, "nominal");
  state.last = state.subject;
  if (!state.subject.some(({ entity }) => entity.isThing)) {
    if (state.subject[0]?.entity.plural === true) state.listing = state.subject;
    state.subject = [reference];
    state.setChain([reference], "subject");
  }
  state.copula = false;
}

export function onSubject(state: SentenceState, reference: Reference): void {
  if (!state.existential) newClause(state);
  state.subject = [reference];
  state.setChain([reference], "subject");
  for (const { apply } of state.fronted) state.drafts.push(...state.unlessUnreal(apply(reference)));
  state.fronted = [];
}
