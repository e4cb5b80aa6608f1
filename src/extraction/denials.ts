/**
 * What a sentence denies: "no dog", "without a dog", "there isn't a dog", "a dog, but not a cat", "lacks a dog", "no sign of a dog".
 * A denial reaches the things that are named under it, not the places where they are not: "there isn't a car on the road" denies no road.
 */
import { cover, type Span } from "../domain/span.js";
import type { NounPhrase } from "../language/passage.js";
import { deniedListFrom, unsureFrom } from "./denied-list.js";
import type { Draft } from "./draft.js";
import { leavesSomeOut } from "./exceptions.js";
import type { PhraseItem } from "./items.js";
import type { SentenceState } from "./sentence-state.js";
import { existenceInWords } from "./wording.js";

/** Nouns whose "of" denies: "the absence of people". */
const LACK: ReadonlySet<string> = new Set(["lack", "absence"]);
/** "no sign of a dog" denies the dog. */
const NO_SIGN = /^no (?:visible |clear |apparent )?(?:signs?|traces?|evidence|indications?|hints?)$/;

/** Adjectives whose "of" denies: "devoid of people". */
export const DENYING_ADJECTIVES: ReadonlySet<string> = new Set(["devoid", "free", "empty", "clear", "bare"]);

/**
 * The words that deny the phrase; null where it is affirmed. What they deny further along their list is kept in mind, and what of it is
 * neither claimed nor denied.
 */
export function denialOf(state: SentenceState, item: PhraseItem, index: number): Span | null {
  const denial = wordsDenying(state, item, index);
  if (denial === null || !leavesSomeOut(state, item.phrase, index)) return denial;
  state.denied = { ...unsureFrom(state, index, denial), leavesSomeOut: true };
  return null;
}

function wordsDenying(state: SentenceState, { phrase }: PhraseItem, index: number): Span | null {
  if (state.denied?.members.has(index) === true) return state.denied.span;
  const listed = isNone(phrase) ? phrase.span : (state.without ?? state.absent);
  const identity = isIdentity(state) ? (isNone(phrase) ? phrase.span : state.negation) : null;
  if (identity !== null) {
    state.denied = unsureFrom(state, index, identity);
    return null;
  }
  if (listed !== null) {
    const reach = isNone(phrase) ? "no" : state.without === null ? "all" : "lack";
    state.denied = deniedListFrom(state, index, listed, reach);
    return listed;
  }
  const lack = lackBefore(state);
  if (lack !== null) return lack;
  if (state.negation === null) return null;
  if (isLoneNot(state, index)) {
    state.denied = deniedListFrom(state, index, state.negation, "or");
    return state.negation;
  }
  const isPlace = state.preposition !== null && state.preposition.words !== "of";
  return (state.existential || state.showing) && !isPlace ? state.negation : null;
}

/** "It is not a horse", "this is neither a bed nor a chair": says what a thing is not, and of the rest of the picture nothing. */
function isIdentity({ copula, separator, existential, showing, subject, preposition }: SentenceState): boolean {
  return copula && separator === "none" && !existential && !showing && subject.length > 0 && preposition === null;
}

/** "neither a dog", but not "neither of the dogs" and "neither the man", who is there. */
function isNone({ determiner, text }: NounPhrase): boolean {
  return determiner === "no" || (determiner === "neither" && !/^neither\s+of\b/i.test(text));
}

/** "the absence of people" */
function lackBefore(state: SentenceState): Span | null {
  const [owner] = state.last;
  if (state.preposition?.words !== "of" || owner === undefined || owner.phrase === null) return null;
  return LACK.has(owner.entity.noun) ? owner.phrase.span : null;
}

/** "no sign of" before its noun: no sign is spoken of. */
export function isNoSign(state: SentenceState, { text }: NounPhrase, index: number): boolean {
  const next = state.items[index + 1];
  return next?.type === "preposition" && next.words === "of" && NO_SIGN.test(text.toLowerCase());
}

/** "a dog, but not a cat": what stands right after such a "not" is denied and nothing else. */
export function isLoneNot(state: SentenceState, index: number): boolean {
  if (state.items[index - 1]?.type !== "not") return false;
  const before = state.items[index - 2];
  return before === undefined || before.type === "break" || before.type === "comma" || before.type === "and";
}

/** "A cat is not present", "a dog cannot be seen": what was named as there is denied after all. @returns whether anything was */
export function denySubjects(state: SentenceState): boolean {
  let isDenied = false;
  for (const { mention, entity, phrase } of state.subject) {
    if (phrase === null || !/^(?:an?|any)$/.test(phrase.determiner ?? "a") || mention.span === null) continue;
    const at = namedAt(state.drafts, mention.span);
    const named = state.drafts[at];
    if (named === undefined || named.kind !== "existence") continue;
    const span = state.negation === null ? named.span : cover(named.span, state.negation);
    state.drafts[at] = { ...named, negated: true, text: existenceInWords(entity, true), span };
    isDenied = true;
  }
  return isDenied;
}

/** How many claims back the naming of a subject is looked for. */
const DRAFTS_BACK = 48;

function namedAt(drafts: readonly Draft[], span: Span): number {
  for (let at = drafts.length - 1; at >= Math.max(0, drafts.length - DRAFTS_BACK); at -= 1) {
    const draft = drafts[at];
    if (draft?.kind === "existence" && !draft.negated && draft.object.span === span) return at;
  }
  return -1;
}

/**
 * "There is no dog on the sofa" denies dogs on the sofa, not dogs: where a claim of place or quality is denied, existence is not.
 * @param drafts of the whole response
 */
export function withoutRestrictedDenials(drafts: readonly Draft[]): readonly Draft[] {
  const denied = new Set(drafts.flatMap((draft) => (draft.kind === "existence" && draft.negated ? [draft.object.span?.start ?? -1] : [])));
  const affirmed = new Set(drafts.flatMap((draft) => (draft.kind === "existence" && !draft.negated ? [draft.object.category] : [])));
  const said = drafts.filter((draft) => !(isOfWholeScene(draft, affirmed) && denied.has(draft.object?.span?.start ?? -2)));
  const restricted = new Set(
    said.flatMap((draft) =>
      draft.negated && (draft.kind === "relation" || draft.kind === "attribute") ? [draft.object.span?.start ?? -1] : [],
    ),
  );
  return said.filter((draft) => !(draft.kind === "existence" && draft.negated && restricted.has(draft.object.span?.start ?? -2)));
}

/** What neither swims, flies nor drives off: it is on the beach or not there. Cars are beside a park, people in the water. */
const STANDING: ReadonlySet<string> = new Set(["chair", "bench", "umbrella", "dining table", "couch", "bed", "potted plant"]);

/** What goes where it likes. */
const GOING: ReadonlySet<string> = new Set(["person", "dog", "cat", "horse", "animal"]);

/** Within these all stand who are in a picture of them. On beaches, roads and fields they do not: bathers are in the water. */
const ROOMS =
  /^(?:room|living room|dining room|kitchen|bathroom|bedroom|office|classroom|restaurant|cafe|store|shop|lobby|hallway|museum|library|gym|garage)$/;

/**
 * "There are no chairs on the beach": where the place is all that the picture shows, the denial of place is one of existence. Of people and
 * animals only in rooms, and where the response speaks of none elsewhere.
 */
function isOfWholeScene(draft: Draft, affirmed: ReadonlySet<string>): boolean {
  if (draft.kind !== "relation" || !draft.negated || !/^(?:on|in)$/.test(draft.relation.predicate)) return false;
  const [target, other] = draft.relation.targets;
  const { category } = draft.object;
  if (other !== undefined) return false;
  if (/^(?:beach|sandy beach)$/.test(target?.category ?? "") && STANDING.has(category)) return true;
  // "There isn't a TV in the room."
  if (target?.category === "room" && !GOING.has(category)) return true;
  return ROOMS.test(target?.category ?? "") && GOING.has(category) && !affirmed.has(category);
}
