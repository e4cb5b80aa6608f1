/**
 * How far along a list a denial reaches: "no people, cars, or birds" denies all three, "no people, a dog and a cat" the people alone. Only the
 * word that closes the list shows it, so it is looked for ahead of its members.
 */
import type { Span } from "../domain/span.js";
import type { NounPhrase, Sentence } from "../language/passage.js";
import type { Item } from "./items.js";
import { ALIVE } from "./lexicon.js";
import type { SentenceState } from "./sentence-state.js";

export interface DeniedList {
  readonly span: Span;
  /** Indexes of phrases among the items. */
  readonly members: ReadonlySet<number>;
  /** Those of which nothing shows whether they are denied as well: they claim nothing. */
  readonly unsure: ReadonlySet<number>;
  /** "no other dogs or cats": of what is unsure some are there, and what is said is not said of them. */
  readonly leavesSomeOut?: boolean;
}

interface Member {
  readonly at: number;
  readonly phrase: NounPhrase;
  readonly joint: "comma" | "and" | "or";
  readonly isAfterComma: boolean;
  /** After a place: "people in the street, cars on the road, or birds". */
  readonly isAfterPlace: boolean;
}

/** A list longer than this is not a sentence. */
const MOST_MEMBERS = 64;
/** What stands after them is no more under the denial. */
const TURNING = /^(?:only|just|merely|simply|rather|instead|except|also|lots|plenty)$/;
const COUNTED = /^(?:many|several|few|some|lots|plenty|various|numerous|both|all|most|more)\b/i;

/** "no" and "lack": by article and closing word; "all": whatever is listed; "or": what "or" closes. */
export type Reaching = "no" | "lack" | "all" | "or";

/** "It is not a horse, a bear or a bird": a list that claims nothing, its first member included. */
export function unsureFrom(state: SentenceState, index: number, span: Span): DeniedList {
  const list = deniedListFrom(state, index, span, "or");
  return { span, members: new Set(), unsure: new Set([index, ...(list?.members ?? [])]) };
}

/** @param index of the phrase that the words of `span` deny; null where no list follows */
export function deniedListFrom(state: SentenceState, index: number, span: Span, reaching: Reaching): DeniedList | null {
  const head = state.items[index];
  if (head?.type !== "phrase") return null;
  const { members, next } = membersFrom(state, index);
  const closing = members.findIndex(({ joint }) => joint !== "comma");
  const none = new Set<number>();
  const list = (denied: readonly Member[], unsure: readonly Member[]): DeniedList => ({
    span,
    members: denied.length === 0 ? none : new Set(denied.map(({ at }) => at)),
    unsure: unsure.length === 0 ? none : new Set(unsure.map(({ at }) => at)),
  });
  if (members.length === 0) return null;
  if (members[closing]?.joint === "or") {
    let last = closing;
    while (members[last + 1]?.joint === "or") last += 1;
    return list(members.slice(0, last + 1), []);
  }
  // "There are no people, and dogs run": a clause of its own, as "no people and dogs are there" is not.
  const isSubject = opensVerb(next) && !opensVerb(state.items[index - 1]) && state.verb === null && !state.existential;
  const opensClause = opensVerb(next) && !isSubject;
  const reach = closing === -1 ? members.length : closing + 1;
  const named = members.slice(0, opensClause && reach === members.length ? reach - 1 : reach);
  if (reaching === "or") return null;
  if (reaching === "all") return list(named, []);
  const isLacking = reaching === "lack";
  if (named.some(({ isAfterPlace }) => isAfterPlace) || named.length === 0) return null;
  const isClosed = closing !== -1 && named.length === reach;
  const isPair = named.length === 1 && named[0]?.isAfterComma === true;
  if (named.every(({ phrase }) => isBare(phrase) && isBareUnder(head.phrase, isLacking)))
    return isClosed && !isPair ? list(named, []) : list([], isPair ? [] : named);
  const isAlike = isLacking && named.every(({ phrase }) => !ALIVE.has(phrase.category) && phrase.quantity === null);
  return isAlike && isClosed && !isPair ? list([], named) : null;
}

/** "no dog", "without people": the next ones have no article either. */
function isBareUnder({ determiner }: NounPhrase, isLacking: boolean): boolean {
  return isLacking ? determiner === null : determiner === "no" || determiner === null;
}

function isBare({ determiner, quantity, text }: NounPhrase): boolean {
  return determiner === null && quantity === null && !COUNTED.test(text);
}

function opensVerb(item: Item | undefined): boolean {
  return item?.type === "be" || item?.type === "auxiliary" || (item?.type === "verb" && /^(?:third|base|past)$/.test(item.form));
}

function membersFrom(state: SentenceState, index: number): { readonly members: readonly Member[]; readonly next: Item | undefined } {
  const { items } = state;
  const members: Member[] = [];
  let at = index + 1;
  let place: NounPhrase | null = null;
  while (members.length < MOST_MEMBERS) {
    for (let after = items[at + 1]; items[at]?.type === "preposition" && after?.type === "phrase"; after = items[at + 1]) {
      const preposition = items[at];
      if (preposition?.type === "preposition" && preposition.words !== "of") place = after.phrase;
      at += 2;
    }
    const joints = items.slice(at, at + 2).filter(({ type }) => type === "comma" || type === "and");
    const isJoined = items[at] === joints[0] && joints.length > 0;
    const end = at + joints.length;
    const own = items[end];
    if (!isJoined || own?.type !== "phrase" || !isListed(state, own.phrase, items[end - 1])) break;
    const word = joints.find(({ type }) => type === "and");
    const joint = word?.type !== "and" ? "comma" : /^n?or$/.test(word.word) ? "or" : "and";
    // "on the couch, chair, or bed" names places.
    const isPlace = place !== null && !(own.phrase.plural && !place.plural);
    if (isPlace) break;
    members.push({ at: end, phrase: own.phrase, joint, isAfterComma: joints[0]?.type === "comma", isAfterPlace: place !== null });
    at = end + 1;
  }
  return { members, next: items[at] };
}

function isListed({ sentence }: SentenceState, phrase: NounPhrase, joint: Item | undefined): boolean {
  const { determiner, quantity, text, firstToken } = phrase;
  const isPronoun = /^(?:he|she|it|they|i|we|you|one|another|others?|this|these|those|that|everyone|everything)$/i.test(text);
  if (isPronoun || quantity !== null || (determiner !== null && !/^(?:an?|any)$/.test(determiner))) return false;
  const between = sentence.tokens.slice(joint?.end ?? firstToken, firstToken + 1);
  return !between.some((token) => TURNING.test(token.text.toLowerCase()));
}

/** "There isn't a dog, only two cats": the cats are no more under the denial. */
export function isOnly({ tokens }: Sentence, { firstToken }: NounPhrase): boolean {
  return tokens.slice(Math.max(0, firstToken - 1), firstToken + 1).some(({ text }) => /^(?:only|just|merely|simply)$/i.test(text));
}
