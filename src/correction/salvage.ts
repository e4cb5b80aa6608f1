/**
 * What stays of a sentence that loses all it was about: "Beside the umbrella sits an elephant that watches two people." is false, but its
 * people are there and named nowhere else: "There are two people." Only what an expert has shown without doubt is said so. A place or a
 * backdrop ("the umbrella"), and what any other sentence names, needs no sentence of its own: such stumps say nothing and read ill.
 */
import type { Evidence } from "../domain/evidence.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { article } from "../language/grammar/articles.js";
import { isMass, isPluralOnly } from "../language/grammar.js";
import type { NounPhrase } from "../language/passage.js";
import { targetOf } from "../language/vocabulary/look-up.js";
import type { Doom } from "./doom.js";
import type { Cause, Draft } from "./draft.js";
import { LEANING } from "./leaning.js";
import type { Mending, SentenceWork } from "./mending.js";
import { isPlaceInPicture, pruneList, type Survivors } from "./prune.js";
import type { TokenRange } from "./structure/item.js";
import { listsIn } from "./structure/lists.js";
import type { Clause, List } from "./structure/tree.js";
import { isPresenting } from "./structure/verb-phrases.js";

const POINTING = /^(?:the|this|that|these|those)$/i;
const NEW = /^(?:an?|some|several|many|few|numerous|various)$/i;
/** Of a question, a denial, a likeness, a supposition or what somebody says nothing is kept. */
const UNSAID = /^(?:\?|no|not|n['’]t|never|without|nor|neither|none|if|whether|would|could|might|may|like|unlike|than|instead|["“”])$/i;
/** Where something is, if bare, it is no more than a place: "sleeps on a keyboard". */
const BEARING =
  /^(?:on|upon|onto|atop|in|inside|into|within|at|against|under|underneath|beneath|over|above|from|through|across|along|off)$/i;
const LEADS_IN = /^(?:to|of|with|near|like|by)$/i;
/** A new sentence is a claim of the corrector's own: it needs a box that leaves no doubt. */
const SURE_BOX = 0.7;
const SURE = 0.9;

/** By offset, what is named for the first time, said to be there without doubt, and surely there, box and all. Places are none of it. */
export function borneOut(judged: readonly JudgedClaim[]): ReadonlySet<number> {
  return new Set(
    judged.flatMap(({ claim, judgement, evidence }) => {
      if (claim.kind !== "existence" || claim.negated || claim.hedged || claim.object.span === null) return [];
      const { category, span } = claim.object;
      const isSure = judgement.verdict === "supported" && (judgement.probability ?? 0) >= SURE && hasSureBox(evidence, category);
      return isSure && targetOf(category).classes.length > 0 ? [span.start] : [];
    }),
  );
}

function hasSureBox(evidence: readonly Evidence[], category: string): boolean {
  return evidence.some(
    (seen) => seen.type === "detection" && seen.category === category && seen.boxes.some(({ probability }) => probability >= SURE_BOX),
  );
}

interface Salvage {
  readonly mending: Mending;
  readonly doom: Doom;
  readonly survivors: Survivors;
  /** What `borneOut` gives. */
  readonly known: ReadonlySet<number>;
}

/**
 * Rewrites a sentence that would go whole as one that says what is there.
 * @returns false where it holds nothing of that kind; the draft is then of no use
 */
export function salvage(work: SentenceWork, { mending, doom, survivors, known }: Salvage, cause: Cause): boolean {
  const { sentence, draft, tree } = work;
  if (!sentence.nounPhrases.some(({ span }) => known.has(span.start))) return false;
  if (tree.lead.to > tree.lead.from || sentence.tokens.some(({ text }) => UNSAID.test(text))) return false;
  const subjects = new Set(
    tree.clauses.members.flatMap(({ subject, subordinator }) => (subordinator === null && subject !== null ? [subject] : [])),
  );
  const lists = listsIn(tree, (list) => {
    // What only lost what was said of it is no matter of this: "The car is red."
    if (subjects.has(list) && isWhole(list, doom)) return false;
    if (!list.members.some(({ phrase }) => known.has(phrase.span.start)) || isBackdrop(list, sentence)) return false;
    if (draft.isDropped(list.from) || pruneList(list, { draft, doom, survivors }) !== null) return false;
    const kept = keptOf(list, survivors);
    return kept.some(({ span }) => known.has(span.start)) && kept.every((phrase) => canStand(phrase, work, mending, known));
  });
  const [first] = lists;
  const head = first === undefined ? undefined : keptOf(first, survivors)[0];
  if (first === undefined || head === undefined) return false;
  const plural = mending.numbers.get(head.span.start)?.plural ?? (head.plural && !/^an?\b/i.test(head.text));
  const isFragment = tree.clauses.members.every(({ verbPhrases }) => verbPhrases.members.length === 0);
  const opening = isFragment ? null : openingBefore(first, tree.clauses.members, sentence, doom);
  for (const list of lists) for (const phrase of keptOf(list, survivors)) makeIndefinite(phrase, draft, { cause, isFragment });
  if (opening === null && !isFragment) draft.leadIn(head.firstToken, plural ? "there are" : "there is", cause);
  if (opening?.there === true) agree(opening.verb, plural, draft, cause);
  keepOnly(draft, [...labelOf(tree), ...(opening === null ? [] : [opening]), ...lists], tree.end.from, cause);
  joinLists(draft, lists, { mending, doom, survivors, known }, cause);
  return true;
}

function isWhole({ members }: List, { phrases }: Doom): boolean {
  return members.every(({ phrase }) => !phrases.has(phrase.span.start));
}

/** "beside the chairs", "on a keyboard": where the lost thing was, with nothing said of it. */
function isBackdrop({ from, members, parts }: List, { tokens }: SentenceWork["sentence"]): boolean {
  const before = tokens[from - 1];
  if (before === undefined || !(before.tag === "ADP" || LEADS_IN.test(before.text))) return false;
  const isPlace = BEARING.test(before.text);
  return (
    parts.length === 0 &&
    members.every(
      ({ phrase, parts: own }) =>
        own.length === 0 && phrase.quantity === null && (isPlace || POINTING.test(tokens[phrase.firstToken]?.text ?? "")),
    )
  );
}

function keptOf(list: List, survivors: Survivors): readonly NounPhrase[] {
  const kept = survivors.get(list) ?? list.members.map((_, index) => index);
  return kept.flatMap((index) => list.members[index]?.phrase ?? []);
}

/** Whether "there is" can be said of the noun as it is put, and no other sentence says it. */
function canStand(phrase: NounPhrase, { sentence, draft }: SentenceWork, { work, gone }: Mending, known: ReadonlySet<number>): boolean {
  const first = draft.tokens[phrase.firstToken]?.text ?? "";
  const isPointing = POINTING.test(first);
  const isNew = phrase.quantity !== null || NEW.test(first) || phrase.determiner === null;
  if (
    /\bof (?:the|them|these|those|his|her|its|their)\b/i.test(phrase.text) ||
    LEANING.test(draft.tokens[phrase.firstToken + 1]?.text ?? "")
  )
    return false;
  if (LEANING.test(first) || /^(?:both|all|each|every|any|either|most)$/i.test(first) || !(isPointing || isNew)) return false;
  if (!known.has(phrase.span.start)) return !isPointing;
  return !work.some(
    (other) =>
      other.sentence !== sentence &&
      !gone.has(other.sentence.index) &&
      other.sentence.nounPhrases.some(
        ({ category, isThing, endToken }) => isThing && category === phrase.category && !other.draft.isDropped(endToken - 1),
      ),
  );
}

/** "the man" → "a man", "the two men" → "two men", "man" → "a man". */
function makeIndefinite(
  phrase: NounPhrase,
  draft: Draft,
  { cause, isFragment }: { readonly cause: Cause; readonly isFragment: boolean },
): void {
  const at = phrase.firstToken;
  const last = draft.tokens[phrase.endToken - 1]?.text ?? "";
  const isSingle = !phrase.plural && !isMass(last) && !isPluralOnly(last);
  if (POINTING.test(draft.tokens[at]?.text ?? "")) {
    if (isSingle) draft.replace(at, article(draft.tokens[at + 1]?.text ?? ""), cause);
    else draft.drop({ from: at, to: at + 1 }, cause);
  } else if (isSingle && !isFragment && phrase.determiner === null && phrase.quantity === null) {
    draft.leadIn(at, article(draft.tokens[at]?.text ?? ""), cause);
  }
}

interface Opening extends TokenRange {
  readonly there: boolean;
  readonly verb: number;
}

/** "In the image, there is", "The picture shows": what led to the thing that is lost leads to the next as well. */
function openingBefore(first: List, clauses: readonly Clause[], { nounPhrases }: SentenceWork["sentence"], doom: Doom): Opening | null {
  const clause = clauses.find(({ from, to }) => from <= first.from && first.to <= to);
  const [phrase, another] = clause?.verbPhrases.members ?? [];
  if (clause === undefined || phrase === undefined || another !== undefined || clause.subordinator !== null) return null;
  const start = phrase.object?.from ?? first.from;
  const isPicture = clause.subject?.members.every((member) => !member.phrase.isThing) === true && clause.subject !== null;
  const presents = clause.there !== null || (isPicture && !phrase.verb.verb?.isCopula && isPresenting(phrase.verb.verb?.lemma ?? ""));
  const isLost = nounPhrases.some(
    ({ firstToken, span }) => firstToken >= clause.from && firstToken < start && doom.phrases.has(span.start),
  );
  if (!presents || isLost || start >= first.from) return null;
  // "To the left there is a dog beside a man": the place was the dog's.
  const from = clause.there !== null && clause.leads.some(isPlaceInPicture) ? clause.there.from : clause.from;
  return { from, to: start, there: clause.there !== null, verb: phrase.verb.from };
}

/** "**Reason:** A bus is parked next to a man.": what a line is called stays. */
function labelOf({ clauses }: SentenceWork["tree"]): readonly TokenRange[] {
  const [label, next] = clauses.members;
  const colon = clauses.separators[0];
  if (label === undefined || next === undefined || colon === undefined || label.verbPhrases.members.length > 0) return [];
  return label.there === null && label.leads.length === 0 && colon.to - colon.from === 1 ? [{ from: label.from, to: colon.to }] : [];
}

function agree(verb: number, plural: boolean, draft: Draft, cause: Cause): void {
  const text = draft.tokens[verb]?.text ?? "";
  const right = /^(?:is|are)$/.test(text) ? (plural ? "are" : "is") : /^(?:was|were)$/.test(text) ? (plural ? "were" : "was") : text;
  if (right !== text) draft.replace(verb, right, cause);
}

/** "a man, a bench and a car"; before a list that has its own "and" a comma is enough, and behind "which is green," a sentence begins. */
function joinLists(draft: Draft, lists: readonly List[], { survivors, mending }: Salvage, cause: Cause): void {
  lists.slice(1).forEach((list, index) => {
    const before = lists[index];
    const head = keptOf(list, survivors)[0];
    if (before !== undefined && head !== undefined && isClosed(draft, before)) {
      const isMany = mending.numbers.get(head.span.start)?.plural ?? (head.plural && !/^an?\b/i.test(head.text));
      draft.replace(before.to, ".", cause);
      draft.leadIn(list.from, isMany ? "There are" : "There is", cause);
      return;
    }
    const isLast = index === lists.length - 2 && keptOf(list, survivors).length === 1;
    if (isLast) draft.leadIn(list.from, "and", cause);
    const last = draft.lastKept(list.from);
    if (!isLast && last !== null && draft.textAt(last) !== ",") draft.replace(last, `${draft.textAt(last)},`, cause);
  });
}

/** ", which is green," */
function isClosed({ tokens }: Draft, { from, to }: TokenRange): boolean {
  return tokens[to]?.text === "," && tokens.slice(from, to).some(({ text }) => text === ",");
}

/** Drops all but these ranges; a comma that closes a relative clause stays before the next. */
function keepOnly(draft: Draft, ranges: readonly TokenRange[], end: number, cause: Cause): void {
  let at = 0;
  ranges.forEach(({ from, to }, index) => {
    draft.drop({ from: at, to: from }, cause);
    for (let token = from; token < to; token += 1) {
      if (/^(?:either|both)$/i.test(draft.tokens[token]?.text ?? "")) draft.drop({ from: token, to: token + 1 }, cause);
    }
    at = isClosed(draft, { from, to }) && index < ranges.length - 1 ? to + 1 : to;
  });
  draft.drop({ from: at, to: end }, cause);
}
