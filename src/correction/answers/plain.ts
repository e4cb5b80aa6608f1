/**
 * Answers without "yes" or "no" that say of what was asked after that it is there: "There are three.", "Two.", "It is on the sofa.",
 * "There is a cat." They say that there is none, in the form in which they were given. Without this the sentence would go, and the
 * question would be left without an answer.
 */
import type { JudgedClaim } from "../../domain/judgement.js";
import { numberValue } from "../../language/grammar/numbers.js";
import { phraseAt } from "../doom.js";
import { type Cause, union } from "../draft.js";
import type { Mending, SentenceWork } from "../mending.js";
import { denyNoun, isBareAmount, negate } from "../negation.js";
import type { TokenRange } from "../structure/item.js";
import type { Clause } from "../structure/tree.js";
import { asksEither, asksHowMany, asksWhether, isAsked, type Question } from "./asked.js";
import { denyListed } from "./lists.js";
import { denialOf, denialOfPhrase, dropAsides, dropUnaskedAdjectives, lostSubject } from "./lost.js";
import { dropRestated, withoutDetails } from "./restated.js";
import { restAfter, type Turned } from "./turned.js";

const SEEING = /^(?:see|count|find|notice|spot|observe|show|contain|depict|feature|include)$/;

/** @returns null where nothing that was asked after is lost, or the sentence is mended like any other */
export function denyPlain(mending: Mending, work: SentenceWork, question: Question, refuted: readonly JudgedClaim[]): Turned | null {
  const { index } = work.sentence;
  const asked = refuted.filter(({ claim }) => claim.sentence === index && isAsked(claim, question, work));
  const lost = asked.find(({ claim }) => claim.kind === "existence" && !claim.negated);
  if (lost === undefined) return denyNamed(work, question, refuted);
  const cause = union(asked.map(({ claim }) => [claim.id]));
  const at = work.tree.clauses.members.findIndex(({ from, to }) => to > from);
  const clause = work.tree.clauses.members[at];
  if (clause === undefined) return null;
  const after = restAfter(work.tree, at);
  const end = after?.from ?? work.tree.end.from;
  const isDenied = denyClause(mending, work, { clause, end, question, asked, lost, refuted }, cause);
  const rest = isDenied ? withoutDetails(work, after, cause) : null;
  return isDenied ? { settled: new Set(cause), isFinished: true, ...(rest === null ? {} : { rest }) } : null;
}

/**
 * "A dog. The sofa is red." to "What is on the sofa?": the question would be left without an answer. Where no other sentence is kept the
 * last word says the same.
 */
function denyNamed(work: SentenceWork, question: Question, refuted: readonly JudgedClaim[]): Turned | null {
  const { sentence, draft, tree } = work;
  // A question of the response's own goes with its answer.
  if (sentence.index > 0 || asksHowMany(question) || asksEither(question) || !/^\W*(?:what|who|which)\b/i.test(question.text)) return null;
  const named = sentence.nounPhrases.filter(({ isThing, category }) => isThing && !question.categories.has(category));
  const ofThem = named.map(({ span }) =>
    refuted.find(({ claim }) => claim.kind === "existence" && !claim.negated && claim.object.span?.start === span.start),
  );
  const [lost] = ofThem;
  const [phrase] = named;
  if (lost === undefined || phrase === undefined || ofThem.includes(undefined) || sentence.tokens.at(-1)?.text === "?") return null;
  if (tree.clauses.members.length > 1 || tree.lead.to > tree.lead.from) return null;
  const ids = refuted.filter(({ claim }) => claim.sentence === sentence.index).map(({ claim }) => claim.id);
  draft.replaceRange({ from: 0, to: tree.end.from }, `${denialOfPhrase(phrase, work)} in the image`, ids);
  return { settled: new Set(ids), isFinished: true };
}

interface Said {
  readonly clause: Clause;
  /** Where the clause ends, its asides included. */
  readonly end: number;
  readonly question: Question;
  readonly asked: readonly JudgedClaim[];
  readonly lost: JudgedClaim;
  readonly refuted: readonly JudgedClaim[];
}

function denyClause(mending: Mending, work: SentenceWork, { clause, end, question, asked, lost, refuted }: Said, cause: Cause): boolean {
  const { draft } = work;
  if (asksEither(question)) {
    const phrase = lost.claim.object?.span == null ? null : phraseAt(work.sentence, lost.claim.object.span);
    draft.replaceRange({ from: 0, to: end }, phrase === null ? denialOf(lost) : denialOfPhrase(phrase, work), cause);
    return true;
  }
  const whole = { from: clause.from, to: end };
  const isNamed = lost.claim.object?.span !== null;
  const [phrase] = clause.verbPhrases.members;
  // "Under the table." to "Where is the dog?"
  if (
    !isNamed &&
    !asksWhether(question) &&
    !asksHowMany(question) &&
    phrase?.object == null &&
    clause.there === null &&
    !isPronoun(clause)
  ) {
    draft.replaceRange(whole, denialOf(lost), cause);
    return true;
  }
  if (phrase === undefined) return denyFragment(work, question, isNamed, cause);
  if (!isNamed) {
    const object = phrase.object?.members[0]?.phrase;
    const isAmount = object !== undefined && isBareAmount(object);
    if (asksHowMany(question) && denyNumber(work, whole, cause)) return true;
    if (isAmount && asksHowMany(question)) denyNoun(draft, object, cause);
    else if (isAmount && clause.there !== null) draft.replaceRange(whole, denialOf(lost), cause);
    else if (isPronoun(clause) && clause.to > phrase.verb.to) draft.replaceRange(whole, denialAfterNo(lost, question), cause);
    else return negate(draft, clause, cause, true) && sayNo(work, clause, question, cause);
    return true;
  }
  const subject = lostSubject(clause, asked);
  if (subject !== null && asksHowMany(question) && subject.quantity !== null) {
    denyNoun(draft, subject, cause);
    return true;
  }
  if (subject !== null) {
    draft.replaceRange(whole, denialOfPhrase(subject, work), cause);
    return true;
  }
  if (clause.there === null && !SEEING.test(phrase.verb.verb?.lemma ?? "")) return false;
  dropRestated(work, { clause, end }, refuted, cause);
  const listed = denyListed(work, clause, refuted, cause);
  if (listed !== null) return listed === "denied";
  if (!negate(draft, clause, cause, true)) return false;
  sayNo(work, clause, question, cause);
  dropAsides(draft, clause, cause, clause.there === null);
  dropUnaskedAdjectives(mending, work.sentence.index, cause);
  return true;
}

/** "I cannot see any.": whoever looks for a "no" or a "not" finds neither, so "No," begins it. */
function sayNo({ draft }: SentenceWork, { from, verbPhrases }: Clause, question: Question, cause: Cause): true {
  const verb = draft.textAt(verbPhrases.members[0]?.verb.from ?? -1);
  const first = draft.textAt(from);
  if (asksWhether(question) && /^cannot$/i.test(verb))
    draft.replace(from, `No, ${first === "I" ? first : first.charAt(0).toLowerCase() + first.slice(1)}`, cause);
  return true;
}

const LOOSE = /^(?:about|around|at|least|most|exactly|only|just|approximately|roughly)$/i;

/** "There are about three." → "There are none." */
function denyNumber({ draft }: SentenceWork, { from, to }: TokenRange, cause: Cause): boolean {
  for (let at = from; at < to; at += 1) {
    if (numberValue(draft.tokens[at]?.text ?? "") === null) continue;
    let first = at;
    while (first > from && LOOSE.test(draft.tokens[first - 1]?.text ?? "")) first -= 1;
    draft.replaceRange({ from: first, to: at + 1 }, "none", cause);
    return true;
  }
  return false;
}

function isPronoun({ subject }: Clause): boolean {
  return /^(?:it|they|he|she)$/i.test(subject?.members[0]?.phrase.text ?? "");
}

/** "It is on the sofa." to "Is there a cat?" becomes "No, there is no cat." */
function denialAfterNo(lost: JudgedClaim, question: Question): string {
  return asksWhether(question) ? `no, ${denialOf(lost)}` : denialOf(lost);
}

/** "Two." → "None.", "3" → "0", "two dogs" → "no dogs" to "How many?"; a noun alone to "Is there?" → "No." */
function denyFragment({ sentence, draft, tree }: SentenceWork, question: Question, isNamed: boolean, cause: Cause): boolean {
  const at = sentence.tokens.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text));
  const first = sentence.tokens[at]?.text ?? "";
  if (isNamed && asksWhether(question) && sentence.nounPhrases.length === 1) {
    draft.replaceRange({ from: at, to: tree.end.from }, "no", cause);
    return true;
  }
  // "Three." to "Are there any dogs?"
  if (!isNamed && asksWhether(question) && numberValue(first) !== null) {
    draft.replaceRange({ from: at, to: tree.end.from }, "no", cause);
    return true;
  }
  if (!asksHowMany(question)) return false;
  const [phrase] = sentence.nounPhrases;
  if (isNamed && phrase !== undefined && sentence.nounPhrases.length === 1) {
    denyNoun(draft, phrase, cause);
    return true;
  }
  if (isNamed || numberValue(first) === null) return false;
  draft.replace(at, /^\d/.test(first) ? "0" : /^\p{Lu}/u.test(first) ? "None" : "none", cause);
  return true;
}
