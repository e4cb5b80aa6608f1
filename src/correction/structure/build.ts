/**
 * Builds the tree of a sentence by reading its items once from left to right. Where English leaves open what a phrase belongs to, it
 * takes what descriptions of pictures mostly mean: "with", "of" and relative clauses go to the noun before them, places to the verb.
 */
import type { Sentence } from "../../language/passage.js";
import { announcedIn } from "./announced.js";
import { Cursor } from "./cursor.js";
import { itemsOf, type TokenRange } from "./item.js";
import { type ListMode, readList, readPart, type Separation } from "./phrases.js";
import type { Clause, List, Part, SentenceTree, Series, VerbPhrase } from "./tree.js";
import { readVerbPhrase, verbParts } from "./verb-phrases.js";

/** The tree of a sentence. It covers every token; linear in their number. */
export function treeOf(sentence: Sentence): SentenceTree {
  const items = itemsOf(sentence);
  const announcing = announcedIn(sentence).flatMap(({ whole, isApposition }) => (isApposition ? [whole.firstToken] : []));
  const cursor = new Cursor(items, new Set(announcing));
  const lead = readLead(cursor);
  const members: Clause[] = [];
  const separators: TokenRange[] = [];
  while (cursor.peek() !== null && cursor.kind() !== "end") {
    members.push(readClause(cursor, false));
    const length = clauseSeparatorLength(cursor);
    if (cursor.kind(length) === null || cursor.kind(length) === "end") {
      if (length > 0) members.push(emptyClause(cursor.takeRange(length)));
      break;
    }
    separators.push(cursor.takeRange(length));
  }
  const from = cursor.token;
  return {
    lead,
    clauses: { members, separators: separators.slice(0, Math.max(0, members.length - 1)) },
    end: { from, to: sentence.tokens.length },
  };
}

/** "Yes," and the marks of a list or heading before the first word. */
function readLead(cursor: Cursor): TokenRange {
  const from = cursor.token;
  while (cursor.kind() === "interjection" || (cursor.kind() === "other" && /^\W+$/.test(cursor.peek()?.word ?? "")) || isAnswer(cursor))
    cursor.take();
  if (cursor.token > from && cursor.kind() === "comma") cursor.take();
  return { from, to: cursor.at === 0 ? from : cursor.tokenBefore };
}

/** "No" is tagged as a determiner; before a comma or alone it is an answer. */
function isAnswer(cursor: Cursor): boolean {
  const next = cursor.kind(1);
  return (
    cursor.at === 0 &&
    /^(?:no|yes|yeah|yep|nope|nah)$/.test(cursor.peek()?.word ?? "") &&
    (next === "comma" || next === "end" || next === "break" || next === null)
  );
}

function clauseSeparatorLength(cursor: Cursor): number {
  if (cursor.kind() === "break") return cursor.kind(1) === "conjunction" ? 2 : 1;
  return cursor.separatorLength();
}

function emptyClause({ from, to }: TokenRange): Clause {
  return {
    from,
    to,
    subordinator: null,
    leads: [],
    there: null,
    subject: null,
    subjectTrail: null,
    verbPhrases: { members: [], separators: [] },
    rest: [],
  };
}

/** @param nested inside a relative clause: it ends at the first comma */
export function readClause(cursor: Cursor, nested: boolean): Clause {
  const from = cursor.token;
  const outer = cursor.seenVerb;
  cursor.seenVerb = false;
  const subordinator = cursor.kind() === "subordinator" ? cursor.takeRange(cursor.kind(1) === "subordinator" ? 2 : 1) : null;
  const leads = readLeads(cursor);
  const there = cursor.kind() === "there" ? cursor.takeRange(1) : null;
  let subject: List | null = null;
  let subjectTrail: TokenRange | null = null;
  let isPlaced = false;
  if (there === null && cursor.kind() === "phrase") {
    isPlaced =
      !nested && cursor.isVerbless && leads.length > 0 && leads.every(({ kind, trail }) => kind === "preposition" && trail === null);
    subject = readList(cursor, isPlaced ? "placed" : "subject");
    if (cursor.kind() === "comma" && (cursor.isFiniteVerb(1) || (cursor.kind(1) === "adverb" && cursor.isFiniteVerb(2))))
      subjectTrail = cursor.takeRange(1);
    else if (sharesLength(cursor) > 0) subjectTrail = cursor.takeRange(sharesLength(cursor));
  }
  const verbPhrases = readVerbPhrases(cursor, nested, there !== null || (subject === null && leads.length > 0));
  const rest = verbPhrases.members.length === 0 && !isPlaced ? verbParts(cursor, { nested, isProgressive: false }) : [];
  if (cursor.token === from && cursor.peek() !== null) cursor.take();
  cursor.seenVerb = outer;
  return { from, to: cursor.tokenBefore, subordinator, leads, there, subject, subjectTrail, verbPhrases, rest };
}

/** Items of "[, one black and one white,] lie": between a subject and its verb. */
function sharesLength(cursor: Cursor): number {
  if (cursor.kind() !== "comma" || cursor.peek(1)?.word !== "one" || cursor.kind(2) !== "adjective") return 0;
  for (let offset = 3; offset < MAX_SHARE_ITEMS; offset += 1) {
    if (cursor.kind(offset) === "comma" && cursor.isFiniteVerb(offset + 1)) return offset + 1;
    if (!/^(?:other|adjective|conjunction|comma)$/.test(cursor.kind(offset) ?? "")) return 0;
  }
  return 0;
}

const MAX_SHARE_ITEMS = 16;

/** What stands before the subject: "In the background,", "Standing by the road,", "Also". */
function readLeads(cursor: Cursor): readonly Part[] {
  const leads: Part[] = [];
  for (;;) {
    const kind = cursor.kind();
    const opens = kind === "preposition" || kind === "adverb" || kind === "adjective" || kind === "other" || cursor.isParticiple();
    if (!opens) return leads;
    const part = readPart(cursor, { separator: null, mode: "lead" });
    if (part === null) return leads;
    const closes = cursor.kind() === "comma" && cursor.kind(1) !== "conjunction";
    leads.push(closes ? { ...part, trail: cursor.takeRange(1) } : part);
  }
}

function readVerbPhrases(cursor: Cursor, nested: boolean, presents: boolean): Series<VerbPhrase> {
  const members: VerbPhrase[] = [];
  const separators: TokenRange[] = [];
  let mode: ListMode = presents ? "presented" : "object";
  while (cursor.isFiniteVerb(adverbsAhead(cursor)) || (members.length > 0 && cursor.kind() === "verb")) {
    const { from } = cursor.takeRange(adverbsAhead(cursor));
    members.push({ ...readVerbPhrase(cursor, { nested, mode, isTop: true }), from });
    mode = "object";
    const next = verbSeparation(cursor, nested, members);
    if (next === null) break;
    separators.push(cursor.takeRange(next.length));
  }
  return { members, separators };
}

/** "It [also] shows": adverbs right before the verb. */
function adverbsAhead(cursor: Cursor): number {
  let count = 0;
  while (count < MAX_ADVERBS && cursor.kind(count) === "adverb") count += 1;
  return cursor.isFiniteVerb(count) ? count : 0;
}

const MAX_ADVERBS = 3;

/** The separator before another verb phrase of the same subject, where one follows: "[and] holds a bag". */
function verbSeparation(cursor: Cursor, nested: boolean, before: readonly VerbPhrase[]): Separation | null {
  const length = cursor.separatorLength();
  if (length === 0 || (nested && cursor.kind() === "comma")) return null;
  const adverb = cursor.kind(length) === "adverb" ? 1 : 0;
  const verb = cursor.peek(length + adverb)?.verb ?? null;
  if (verb === null) return null;
  const isCoordinated = cursor.kind(length - 1) === "conjunction";
  const first = before[0]?.verb.verb;
  const joinsProgressive = isCoordinated && first !== null && first !== undefined && first.main > first.from && verb.form === "ing";
  return verb.form === "finite" || joinsProgressive ? { length: length + adverb } : null;
}
