/**
 * Clauses within a clause, after which the sentence goes on with what stood before them: "the ball that the dog chases is red", "the hat the
 * woman wears", "the bench that the man sits on", "a woman whose umbrella is red walks by".
 */
import { emitAction } from "./deeds.js";
import type { Item, PrepositionItem, VerbItem } from "./items.js";
import { relate } from "./landmarks.js";
import { CLOTHES, PARTS } from "./lexicon.js";
import type { Reference } from "./memory.js";
import { actionDraft } from "./relations.js";
import type { Role, SentenceState } from "./sentence-state.js";

/** A relative clause whose verb lacks its object: that is the noun before. */
export interface ObjectRelative {
  /** Index of its subject among the items. */
  readonly subject: number;
  readonly verb: number;
  readonly preposition: PrepositionItem | null;
  /** The first item after it. */
  readonly end: number;
}

/** How many auxiliaries may stand before the verb. */
const MOST_AUXILIARIES = 3;
const SUBJECTS = /^(?:the|his|her|its|their|he|she|they|an?|one|two|three|four|some|people|this|that)\b/i;

/** @param index of "that", "which", "whom", or, where none stands, of the subject itself */
export function objectRelativeAt({ items }: SentenceState, index: number): ObjectRelative | null {
  const isMarked = items[index]?.type === "relative";
  const subject = isMarked ? index + 1 : index;
  const phrase = items[subject];
  if (phrase?.type !== "phrase" || (!isMarked && !SUBJECTS.test(phrase.phrase.text))) return null;
  let verb = subject + 1;
  while (verb <= subject + MOST_AUXILIARIES && /^(?:be|auxiliary)$/.test(items[verb]?.type ?? "")) verb += 1;
  const deed = items[verb];
  if (deed?.type !== "verb") return null;
  const isPassive = items[verb - 1]?.type === "be" && deed.form !== "ing";
  const isBare = verb === subject + 1 && !/^(?:third|base|past)$/.test(deed.form);
  if (isBare || isPassive || (!isStrandedAt(items, verb) && LACKS_OBJECT.test(deed.lemma)) || /^(?:be|seem|appear|look)$/.test(deed.lemma))
    return null;
  const after = items[verb + 1];
  const isStranded = isStrandedAt(items, verb);
  const end = isStranded ? verb + 2 : verb + 1;
  if (items[end]?.type === "phrase" && isMarked) return null;
  const goesOn = isMarked || isStranded || endsClause(items, end);
  return goesOn ? { subject, verb, preposition: isStranded && after?.type === "preposition" ? after : null, end } : null;
}

/** Verbs that nothing is done to by: "the day that he sleeps". */
const LACKS_OBJECT = /^(?:sleep|sit|stand|lie|walk|run|wait|smile|rest|kneel|crouch|jump|swim|stare|nap|come|go|live|exist|happen)$/;

/** "sits on is red": the preposition has lost its noun. */
function isStrandedAt(items: readonly Item[], verb: number): boolean {
  return items[verb + 1]?.type === "preposition" && items[verb + 2]?.type !== "phrase";
}

/** Without "that" only a clause that ends, or a verb that follows at once, shows that the object is missing. */
function endsClause(items: readonly Item[], end: number): boolean {
  const next = items[end];
  return next === undefined || /^(?:be|auxiliary|verb|comma|break|preposition|and)$/.test(next.type);
}

/** What a reader comes back to after such a clause. */
export interface Suspended {
  readonly subject: readonly Reference[];
  readonly chain: readonly Reference[];
  readonly chainRole: Role;
  readonly last: readonly Reference[];
  readonly role: Role;
  readonly verb: VerbItem | null;
  readonly verbSubject: readonly Reference[];
  readonly verbTaken: boolean;
  readonly auxiliary: string;
  readonly copula: boolean;
  readonly existential: boolean;
  readonly showing: boolean;
  readonly predicated: boolean;
}

function suspend(state: SentenceState): Suspended {
  const { subject, chain, chainRole, last, role, verb, verbSubject, verbTaken, auxiliary, copula, existential, showing, predicated } =
    state;
  return { subject, chain, chainRole, last, role, verb, verbSubject, verbTaken, auxiliary, copula, existential, showing, predicated };
}

/** Puts aside what the sentence is about, for a clause of its own. */
export function setAside(state: SentenceState): Suspended {
  const kept = suspend(state);
  Object.assign(state, { subject: [], verb: null, verbTaken: false, auxiliary: "", copula: false, existential: false, showing: false });
  Object.assign(state, { negation: null, preposition: null, separator: "none", relative: null, predicated: false });
  state.setChain([], "none");
  return kept;
}

export function resume(state: SentenceState, kept: Suspended): void {
  Object.assign(state, kept, { negation: null, preposition: null, relative: null, separator: "none", isWithTarget: false });
}

/** Claims what the clause says: its subject does it to the noun before. The verb and its subject are taken already. */
export function claimObject(state: SentenceState, { preposition }: ObjectRelative, antecedents: readonly Reference[]): void {
  const { verb } = state;
  if (verb === null) return;
  state.verbTaken = true;
  for (const antecedent of antecedents) {
    for (const subject of state.verbSubject) {
      if (preposition === null) emitAction(state, subject, verb, antecedent, state.spanOf(verb));
      else state.emit(relate(state, subject, preposition, [antecedent], state.spanOf(preposition), subject));
    }
  }
}

/** "whose umbrella": it is hers. */
export function claimOwned(state: SentenceState, owners: readonly Reference[], owned: Reference): void {
  const [owner] = owners;
  if (owner === undefined || !owner.entity.isThing || !owned.entity.isThing || owned.mention.span === null || owned.phrase === null) return;
  const type = PARTS.has(owned.entity.noun) || CLOTHES.has(owned.entity.noun) ? "part" : "other";
  const relation = { predicate: "have", type, verb: owner.entity.plural ? "have" : "has" } as const;
  state.emit([actionDraft(state.clause(owned.phrase.firstToken), owner, relation, owned, owned.mention.span)]);
}
