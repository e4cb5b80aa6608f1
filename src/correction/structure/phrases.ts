/** Reads lists of noun phrases and the parts that modify nouns. */
import type { NounPhrase } from "../../language/passage.js";
import { readClause } from "./build.js";
import type { Cursor } from "./cursor.js";
import type { TokenRange } from "./item.js";
import { BINDS_TO_NOUN, isAnimate, isPosition, shareLastParts } from "./sharing.js";
import type { AdjectivePart, List, Member, Part } from "./tree.js";
import { readVerbPhrase } from "./verb-phrases.js";

/**
 * Where a list stands, which decides what its nouns take with them: "subject" and "presented" ("there is …", "the image shows …")
 * nouns take all that follows; the object of a "deed" ("riding a horse")
 * ends where another does something; a "place" is where one of those with another is; "placed" things stand right behind their place ("on the left a dog, in the middle a
 * tree") and have no other; an "absolute" stands after a comma ("…, with boats floating by"); a "share" ("the presence of dogs and cats makes …") may be the subject's own list; nouns after other verbs and prepositions leave places and actions to what governs them.
 */
export type ListMode =
  | "subject"
  | "presented"
  | "object"
  | "deed"
  | "preposition"
  | "place"
  | "placed"
  | "accompaniment"
  | "absolute"
  | "share"
  | "lead";

/** Items of a separator. */
export interface Separation {
  readonly length: number;
}

/** -ing forms that say what a thing bears or holds, so that they belong to the noun before them even where it is lifeless. */
const SAYS_OF_THING: ReadonlySet<string> = new Set(
  "contain feature show display read say hold have hang overlook lead face surround depict bear include cover carry".split(" "),
);

/** "with one near the door and another on the bed": each with its own place. */
const STANDS_FOR_SOME = /^(?:one|another|some|others|the others?)$/i;

/** What moves by itself: "a canal with boats floating by". */
const MOVING: ReadonlySet<string> = new Set("boat car bus train truck airplane kite van vehicle tram".split(" "));

/** The cursor stands on a noun phrase. */
export function readList(cursor: Cursor, mode: ListMode): List {
  const from = cursor.token;
  const members: Member[] = [];
  const separators: TokenRange[] = [];
  for (;;) {
    const item = cursor.take();
    if (item.phrase === null) throw new TypeError("a list begins with a noun phrase");
    const isWhole = cursor.announces(item.phrase) && cursor.kind() === "comma" && cursor.kind(1) === "phrase";
    const parts = isWhole ? readAnnounced(cursor, mode) : readNounParts(cursor, mode, item.phrase);
    members.push({ from: item.from, to: cursor.tokenBefore, phrase: item.phrase, parts });
    if (isWhole) break;
    const next = listSeparation(cursor, mode, members);
    if (next === null) break;
    separators.push(cursor.takeRange(next.length));
  }
  return shareLastParts({ from, to: cursor.tokenBefore, members, separators, parts: [] });
}

/** "two animals[, a dog and a cat]" */
function readAnnounced(cursor: Cursor, mode: ListMode): readonly Part[] {
  const from = cursor.token;
  const separator = cursor.takeRange(1);
  const list = cursor.nested(() => readList(cursor, mode));
  return list === null ? [] : [{ kind: "apposition", list, from, to: cursor.tokenBefore, separator, trail: null }];
}

/** The separator before another member, where the list goes on. */
function listSeparation(cursor: Cursor, mode: ListMode, members: readonly Member[]): Separation | null {
  const length = cursor.separatorLength();
  if (length === 0 || cursor.peek(length - 1)?.word === "but") return null;
  const adverb = cursor.kind(length) === "adverb" && cursor.kind(length + 1) === "phrase" ? 1 : 0;
  const next = cursor.peek(length + adverb);
  if (next === null || next.kind !== "phrase" || /^(?:others|some|one|each|both|the others?)$/.test(next.word)) return null;
  if (mode === "placed" && cursor.kind(length + adverb + 1) === "preposition") return null;
  if (mode === "place" && !isBare(next.phrase)) return null;
  // "a dog with a ball, a car in the background"
  if (mode === "accompaniment" && isPosition(cursor.peek(length + adverb + 2)?.phrase)) return null;
  // "a man with a dog, a woman and a child": she is not with him alone.
  if (mode === "accompaniment" && next.phrase?.category === "person" && members[0]?.phrase.category !== "person") return null;
  if (mode === "share" && isBare(members[0]?.phrase) && !isBare(next.phrase)) return null;
  const isActing = cursor.peek(length + adverb + 1)?.verb?.form === "ing" && next.phrase?.determiner !== null;
  if (isActing && (mode === "deed" || (mode === "preposition" && length === 2))) return null;
  const isOuter = length === 2 || cursor.kind() === "comma" || cursor.kind(length + 1) === "preposition";
  if (mode === "preposition" && isOuter && members.length === 1 && turnsIndefinite(members[0]?.phrase, next.phrase)) return null;
  // "In the image, a person, possibly a woman, is …": the place is over.
  if (mode === "lead" && length === 1 && cursor.kind() === "comma" && turnsIndefinite(members[0]?.phrase, next.phrase)) return null;
  // "Beside the man and the woman sits a dog", "between the man and the dog": the place has two.
  if (length === 1 && cursor.kind() === "conjunction" && mode === "lead" && !cursor.seenVerb) return { length: length + adverb };
  const isShare = mode === "share" && !cursor.seenVerb && next.phrase?.determiner === null;
  // "A man with a dog, a bag and a hat walks": one walks, and the bag is with him.
  if (mode === "accompaniment" && !cursor.seenVerb && cursor.isSubject(length + adverb) && cursor.nextVerbIsSingular(length + adverb))
    return { length };
  if (mode !== "subject" && !isShare && cursor.isSubject(length + adverb)) return null;
  return { length: length + adverb };
}

/** "a bowl of soup, a plate": the plate is in no bowl. */
function isBare(phrase: NounPhrase | null | undefined): boolean {
  return phrase !== null && phrase !== undefined && phrase.determiner === null && phrase.quantity === null;
}

/** "on the floor, and a suitcase": what follows is no second floor, but the next of the things before it. */
function turnsIndefinite(first: NounPhrase | undefined, next: NounPhrase | null): boolean {
  const isDefinite = /^(?:the|his|her|its|their)$/.test(first?.determiner ?? "");
  return isDefinite && next !== null && !/^(?:the|his|her|its|their)$/.test(next.determiner ?? "");
}

function readNounParts(cursor: Cursor, mode: ListMode, phrase: NounPhrase): readonly Part[] {
  const parts: Part[] = [];
  for (;;) {
    const length = nounPartSeparation(cursor, mode, parts);
    if (length === null || !bindsToNoun(cursor, length, mode, phrase)) return parts;
    const start = cursor.at;
    const separator = length > 0 ? cursor.takeRange(length) : null;
    const part = readPart(cursor, { separator, mode });
    if (part === null) {
      cursor.reset(start);
      return parts;
    }
    parts.push(part);
  }
}

/** Items of separator before a part that belongs to the noun; null where none does. */
function nounPartSeparation(cursor: Cursor, mode: ListMode, parts: readonly Part[]): number | null {
  const length = cursor.separatorLength();
  if (length === 0) return 0;
  if (mode === "placed") return null;
  const isComma = length === 1 && cursor.kind() === "comma";
  const kind = cursor.kind(length);
  if (isComma && kind === "relative") return length;
  const takesAll = mode === "subject" || mode === "presented";
  const opens = kind === "preposition" || cursor.isParticiple(length);
  if (isComma) return takesAll && opens && cursor.peek(length)?.verb?.form !== "infinitive" ? length : null;
  const last = parts.at(-1)?.kind;
  const isSame = (last === "participle" && cursor.isParticiple(length)) || (last === "preposition" && kind === "preposition");
  return isSame ? length : null;
}

function bindsToNoun(cursor: Cursor, offset: number, mode: ListMode, phrase: NounPhrase): boolean {
  const item = cursor.peek(offset);
  if (item === null) return false;
  const takesAll = mode === "subject" || mode === "presented" || mode === "placed" || STANDS_FOR_SOME.test(phrase.text);
  switch (item.kind) {
    case "preposition":
      return (
        takesAll ||
        BINDS_TO_NOUN.has(item.word) ||
        ((mode === "accompaniment" || mode === "absolute") && bindsToCompany(cursor, offset, item.word))
      );
    case "relative":
      return true;
    case "adjective":
      return takesAll;
    case "adverb":
      return takesAll && mode === "presented" ? true : cursor.kind(offset + 1) === "preposition" && takesAll;
    case "verb": {
      if (item.verb === null || item.verb.form === "finite") return false;
      if (takesAll) return true;
      if (item.verb.form === "infinitive" || /^(?:them|it|him|her|which|whom|these|those)$/i.test(phrase.text)) return false;
      if (mode === "absolute") return true;
      if (mode === "lead" && cursor.isSubject(offset)) return isAnimate(phrase);
      return item.verb.form === "past" || isAnimate(phrase) || MOVING.has(phrase.category) || SAYS_OF_THING.has(item.verb.lemma);
    }
    default:
      return false;
  }
}

/** "with a dog on a leash", "with a hat in his hand", "with a chair beneath it": the place belongs to what is there along with another. */
function bindsToCompany(cursor: Cursor, offset: number, word: string): boolean {
  const next = cursor.peek(offset + 1);
  return next !== null && (word === "on" || /^(?:(?:his|her|its|their)\b|(?:it|them|him)$)/.test(next.word));
}

/** "serves as a table": no clause follows. */
export function isRole(cursor: Cursor, offset: number): boolean {
  return cursor.peek(offset)?.word === "as" && cursor.kind(offset + 1) === "phrase" && !cursor.isSubject(offset + 1);
}

/** Reads one part; null where none begins here or the nesting is too deep. */
export function readPart(
  cursor: Cursor,
  { separator, mode }: { readonly separator: TokenRange | null; readonly mode: ListMode },
): Part | null {
  const from = cursor.token;
  const bounds = (): { from: number; to: number; separator: TokenRange | null; trail: null } => ({
    from,
    to: cursor.tokenBefore,
    separator,
    trail: null,
  });
  const isCompany = mode === "accompaniment" || mode === "absolute";
  const inner: ListMode = mode === "lead" ? "lead" : isCompany ? "place" : "preposition";
  switch (cursor.kind()) {
    case "adverb":
    case "adjective": {
      if (leadsToPreposition(cursor)) {
        while (cursor.kind() !== "preposition") cursor.take();
        return readPrepositionPart(cursor, bounds, inner);
      }
      if (cursor.kind() === "adverb") {
        cursor.take();
        return { kind: "loose", ...bounds() };
      }
      return readAdjectives(cursor, bounds);
    }
    case "subordinator":
      return isRole(cursor, 0) ? readPrepositionPart(cursor, bounds, inner) : null;
    case "preposition":
      return readPrepositionPart(cursor, bounds, inner);
    case "relative":
      return cursor.nested(() => {
        cursor.take();
        const clause = readClause(cursor, true);
        return { kind: "relative", clause, ...bounds() };
      });
    case "verb":
      if (cursor.isFiniteVerb()) return null;
      return cursor.nested(() => {
        const phrase = readVerbPhrase(cursor, { nested: true, mode: mode === "lead" ? "lead" : "object", isTop: false });
        return { kind: "participle", phrase, ...bounds() };
      });
    case "phrase":
      return cursor.nested(() => ({ kind: "apposition", list: readList(cursor, mode === "lead" ? "lead" : "presented"), ...bounds() }));
    case "other":
    case "interjection":
      cursor.take();
      return { kind: "loose", ...bounds() };
    default:
      return null;
  }
}

type Bounds = () => { from: number; to: number; separator: TokenRange | null; trail: null };

function modeAfter(preposition: string, isSetOff: boolean): ListMode {
  if (preposition === "of") return "share";
  return /^with(?:out)?$/.test(preposition) ? (isSetOff ? "absolute" : "accompaniment") : "preposition";
}

function readPrepositionPart(cursor: Cursor, bounds: Bounds, mode: ListMode): Part | null {
  return cursor.nested(() => {
    const head = cursor.take();
    if (cursor.kind() === "phrase") {
      const after = modeAfter(head.word, bounds().separator !== null);
      const list = readList(cursor, mode === "lead" || after === "preposition" ? mode : after);
      return { kind: "preposition", head, list, inner: null, ...bounds() };
    }
    if (/^(?:his|her|its|their|my|your|our)$/.test(cursor.peek()?.word ?? "")) {
      cursor.take();
      if (cursor.kind() === "other" || cursor.kind() === "adverb" || cursor.kind() === "adjective") cursor.take();
      return { kind: "preposition", head, list: null, inner: null, ...bounds() };
    }
    // "a table, on which sits a vase"
    const goesOn =
      cursor.kind() === "preposition" ||
      cursor.kind() === "relative" ||
      (cursor.isParticiple() && cursor.peek()?.verb?.form !== "infinitive");
    const inner = goesOn ? readPart(cursor, { separator: null, mode }) : null;
    return { kind: "preposition", head, list: null, inner, ...bounds() };
  });
}

function readAdjectives(cursor: Cursor, bounds: Bounds): AdjectivePart {
  const members = [cursor.takeRange(1)];
  const separators: TokenRange[] = [];
  for (let length = cursor.separatorLength(); length > 0 && cursor.kind(length) === "adjective"; length = cursor.separatorLength()) {
    separators.push(cursor.takeRange(length));
    members.push(cursor.takeRange(1));
  }
  return { kind: "adjective", words: { members, separators }, ...bounds() };
}

/** "directly in front of", "right next to": at most two words before the preposition. */
function leadsToPreposition(cursor: Cursor): boolean {
  const offset = cursor.kind(1) === "adverb" ? 2 : 1;
  const word = cursor.peek()?.word ?? "";
  return (
    cursor.kind(offset) === "preposition" && (cursor.kind() === "adverb" || word === "right" || word === "close" || word === "adjacent")
  );
}
