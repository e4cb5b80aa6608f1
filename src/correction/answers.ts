/**
 * Wrong answers to yes/no questions, turned in the form in which they were given: "Yes." → "No.", "Yes, there is a dog." → "No, there
 * is no dog." Where the truth is known the answer says it: "No, the car is blue." Only claims that the question asks about turn an
 * answer; what the writer added is mended like any other text.
 */
import type { Claim } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { contains } from "../domain/span.js";
import { answerWordAt } from "../language/answer-word.js";
import { numberInWords } from "../language/grammar/numbers.js";
import { parse } from "../language/parse.js";
import type { NounPhrase } from "../language/passage.js";
import { questionsAnswered } from "../language/questions-answered.js";
import { joinAlike } from "./denials.js";
import { phraseAt } from "./doom.js";
import { type Cause, union } from "./draft.js";
import type { Mending, SentenceWork } from "./mending.js";
import { affirm, isBareAmount, negate } from "./negation.js";
import type { Clause } from "./structure/tree.js";

const TURNED: ReadonlyMap<string, string> = new Map([
  ["yes", "no"],
  ["no", "yes"],
  ["yeah", "no"],
  ["yep", "no"],
  ["nope", "yes"],
  ["nah", "yes"],
  ["certainly", "no"],
  ["definitely", "no"],
  ["absolutely", "no"],
  ["indeed", "no"],
  ["correct", "no"],
]);

/**
 * Turns each answer that is wrong.
 * @param refuted all refuted claims
 * @returns ids of the claims that are dealt with, and the sentences, by index, that are finished
 */
export function turnAnswer(
  mending: Mending,
  refuted: readonly JudgedClaim[],
): { readonly settled: ReadonlySet<string>; readonly finished: ReadonlySet<number> } {
  const settled = new Set<string>();
  const finished = new Set<number>();
  const questions = questionsAnswered(mending.passage, mending.prompt);
  for (const index of new Set([0, ...questions.keys()])) {
    const work = mending.work[index];
    const turned = work === undefined ? null : turnSentence(mending, work, questions.get(index) ?? null, refuted);
    if (turned === null) continue;
    for (const id of turned.settled) settled.add(id);
    if (turned.isFinished) finished.add(index);
    // A question of the response's own has its answer now, and asks after what is not there without saying that it is.
    if (mending.work[index - 1]?.sentence.tokens.at(-1)?.text === "?") finished.add(index - 1);
  }
  return { settled, finished };
}

interface Turned {
  readonly settled: ReadonlySet<string>;
  readonly isFinished: boolean;
}

function turnSentence(mending: Mending, work: SentenceWork, prompt: string | null, refuted: readonly JudgedClaim[]): Turned | null {
  const at = answerWordAt(work.sentence);
  const opening = work.sentence.tokens[at];
  const turned = opening === undefined ? undefined : TURNED.get(opening.text.toLowerCase());
  if (opening === undefined || turned === undefined) return null;
  const saysNo = turned === "yes";
  if (saysNo && !isAnswerNo(work, at)) return null;
  const question = questionOf(prompt);
  const asked = refuted.filter(
    (judged) =>
      judged.claim.sentence === work.sentence.index &&
      isAsked(judged.claim, question, work) &&
      (!saysNo || judged.claim.negated || isAnsweredBy(judged, question)),
  );
  if (asked.length === 0) return null;
  const cause = union(asked.map(({ claim }) => [claim.id]));
  work.draft.replace(at, inCaseOf(opening.text, turned), cause);
  const clauses = work.tree.clauses.members.filter(({ from, to }) => to > from && from > at);
  const [clause] = clauses;
  if (clause === undefined) return { settled: new Set(cause), isFinished: true };
  if (saysNo) return affirmAnswer(work, asked, cause);
  return negateAnswer(mending, work, { at, asked, refuted }, cause);
}

/**
 * Keeps no more of a sentence than the answer that was turned: "No."
 * @returns false where none was turned in it
 */
export function keepAnswer({ sentence, draft, tree }: SentenceWork, cause: Cause): boolean {
  const at = answerWordAt(sentence);
  const before = sentence.tokens[at]?.text.toLowerCase() ?? "";
  if (TURNED.get(before) !== draft.textAt(at).toLowerCase()) return false;
  draft.drop({ from: at + 1, to: tree.end.from }, cause);
  return true;
}

/** "No dogs are there" begins with a determiner, "No, …" and "No." with an answer. */
function isAnswerNo({ sentence }: SentenceWork, at: number): boolean {
  const next = sentence.tokens[at + 1];
  return next === undefined || next.tag === "PUNCT" || /^(?:there|it|the|this)$/i.test(next.text);
}

function affirmAnswer(work: SentenceWork, asked: readonly JudgedClaim[], cause: Cause): Turned {
  const object = asked.find(({ claim }) => claim.object?.span !== null)?.claim.object ?? null;
  const phrase = object === null || object.span === null ? null : phraseAt(work.sentence, object.span);
  const start = work.tree.lead.to;
  const denied = phrase ?? work.sentence.nounPhrases.find(({ determiner }) => determiner === "no") ?? null;
  if (affirm(work.draft, { from: start, to: work.sentence.tokens.length }, denied, cause) && denied !== null)
    joinAlike(work, denied.endToken, cause);
  const settled = asked.filter(({ claim }) => claim.negated).map(({ claim }) => claim.id);
  return { settled: new Set(settled), isFinished: false };
}

function negateAnswer(
  mending: Mending,
  { sentence, draft, tree }: SentenceWork,
  { at, asked, refuted }: { readonly at: number; readonly asked: readonly JudgedClaim[]; readonly refuted: readonly JudgedClaim[] },
  cause: Cause,
): Turned {
  const isExistence = asked.some(({ claim }) => claim.kind === "existence");
  const known = asked.filter(({ claim, judgement }) => judgement.remedy !== null && claim.kind !== "existence" && isStated(claim));
  if (
    !isExistence &&
    known.length > 0 &&
    !known.some(({ judgement }) => judgement.remedy?.type === "count" && judgement.remedy.value === 0)
  ) {
    const rest = asked.filter((judged) => !known.includes(judged));
    return { settled: new Set(rest.map(({ claim }) => claim.id)), isFinished: false };
  }
  const clauses = tree.clauses.members.filter(({ from, to }) => to > from && from > at);
  const [clause] = clauses;
  const end = tree.end.from;
  const unnamed = isExistence && clause !== undefined ? unnamedThing(clause, asked, refuted) : null;
  if (clause !== undefined && unnamed !== null) {
    draft.replaceRange({ from: clause.from, to: end }, unnamed, cause);
    return { settled: new Set(cause), isFinished: true };
  }
  const subject = isExistence ? lostSubject(clause, asked) : null;
  if (clause !== undefined && subject !== null) {
    const noun = sentence.tokens.slice(subject.firstToken, subject.endToken).filter(({ span }) => span.end > subject.head.start);
    const words = noun.map(({ text }) => text).join(" ");
    draft.replaceRange({ from: clause.from, to: end }, subject.plural ? `there are no ${words}` : `there is no ${words}`, cause);
    return { settled: new Set(cause), isFinished: true };
  }
  if (clause === undefined || !negate(draft, clause, cause, isExistence)) {
    draft.drop({ from: tree.lead.to > 0 ? Math.max(1, tree.lead.to - 1) : at + 1, to: end }, cause);
    return { settled: new Set(cause), isFinished: true };
  }
  const after = clauses[1];
  if (after !== undefined) {
    const separator = tree.clauses.separators[tree.clauses.members.indexOf(after) - 1];
    draft.drop({ from: separator?.from ?? after.from, to: end }, cause);
  }
  dropAsides(draft, clause, cause, isExistence && clause.there === null);
  if (isExistence) dropUnaskedAdjectives(mending, sentence.index, cause);
  return { settled: new Set(cause), isFinished: true };
}

/**
 * "Yes, a grey one is standing there.", "Yes, it is asleep.": what is not there is named by the question alone, and denying what it does
 * would still say that there is one.
 * @returns what denies it, "there is no dog"; null where it is something else that the clause speaks of
 */
function unnamedThing(clause: Clause, asked: readonly JudgedClaim[], refuted: readonly JudgedClaim[]): string | null {
  const lost = asked.find(({ claim }) => claim.kind === "existence" && claim.object.span === null && !claim.negated)?.claim;
  const [verb] = clause.verbPhrases.members;
  if (lost === undefined || verb === undefined) return null;
  const words = lost.text.replace(/^there (is|are) (?:an? )?/, "there $1 no ");
  // "there is a grey one"
  if (clause.there !== null) return verb.object === null && clause.to > verb.verb.to ? words : null;
  const subject = clause.subject?.members[0]?.phrase;
  if (subject === undefined) return null;
  const { span } = subject;
  const isMeant = refuted.some(({ claim }) => claim.object?.category === lost.object?.category && claim.object?.span?.start === span.start);
  return isMeant || isBareAmount(subject) ? words : null;
}

/** "Yes, a dog is lying there.": denying where it lies would still say that there is one. */
function lostSubject(clause: Clause | undefined, asked: readonly JudgedClaim[]): NounPhrase | null {
  const [member, other] = clause?.subject?.members ?? [];
  if (member === undefined || other !== undefined || clause?.there !== null) return null;
  const { span } = member.phrase;
  const isLost = asked.some(({ claim }) => claim.kind === "existence" && claim.object.span !== null && contains(span, claim.object.span));
  return isLost && member.phrase.isThing ? member.phrase : null;
}

/** What a comma sets off says more of a thing that is not there; "the image does not show a dog [lying on the grass]" would show another. */
function dropAsides(draft: SentenceWork["draft"], clause: Clause, cause: Cause, isWhole: boolean): void {
  for (const phrase of clause.verbPhrases.members) {
    const parts = [...phrase.parts, ...(phrase.object?.parts ?? []), ...(phrase.object?.members.flatMap(({ parts: own }) => own) ?? [])];
    for (const part of parts) {
      const saysMore = part.separator !== null || part.kind === "relative" || (isWhole && part.kind === "participle");
      if (saysMore) draft.drop({ from: part.separator?.from ?? part.from, to: part.to }, cause);
    }
  }
}

/** "Yes, there is a brown dog." to "Is there a dog?" becomes "No, there is no dog." */
function dropUnaskedAdjectives({ work, prompt }: Mending, sentence: number, cause: Cause): void {
  const own = work[sentence];
  if (own === undefined || prompt === null) return;
  const asked = new Set(prompt.toLowerCase().split(/[^\p{L}]+/u));
  for (const phrase of own.sentence.nounPhrases) {
    for (let at = phrase.firstToken; at < phrase.endToken - 1; at += 1) {
      const token = own.sentence.tokens[at];
      if (token !== undefined && token.tag === "ADJ" && token.span.end <= phrase.head.start && !asked.has(token.text.toLowerCase())) {
        own.draft.drop({ from: at, to: at + 1 }, cause);
      }
    }
    if (own.tree.clauses.members.some(({ there }) => there !== null)) return;
  }
}

/** Whether the response itself holds the words of the claim, so that the truth can take their place. */
function isStated(claim: Claim): boolean {
  return claim.object !== null && claim.object.span !== null;
}

/** What the question speaks of; null where there is no question. */
interface Question {
  readonly categories: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** "No, the car is blue." to "Is the car red?" with a red car: what is true is what was asked. */
function isAnsweredBy({ judgement: { remedy } }: JudgedClaim, question: Question | null): boolean {
  if (question === null || remedy === null) return false;
  if (remedy.type === "count") return question.words.has(String(remedy.value)) || question.words.has(numberInWords(remedy.value));
  return remedy.type === "color" && question.words.has(remedy.value);
}

function questionOf(prompt: string | null): Question | null {
  if (prompt === null) return null;
  const { sentences } = parse(prompt);
  return {
    categories: new Set(sentences.flatMap(({ nounPhrases }) => nounPhrases.map(({ category }) => category))),
    words: new Set(sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text.toLowerCase()))),
  };
}

/** Whether all that the claim speaks of stands in the question; without a question, whether it is the sentence's first thing. */
function isAsked(claim: Claim, question: Question | null, { sentence }: SentenceWork): boolean {
  if (claim.object === null || claim.object.span === null) return true;
  if (question === null) {
    const first = sentence.nounPhrases.find(({ isThing }) => isThing);
    return first !== undefined && first.span.start <= claim.object.span.start && claim.object.span.start < first.span.end;
  }
  if (!question.categories.has(claim.object.category)) return false;
  if (claim.kind === "attribute")
    return claim.attribute.type === "color" || claim.attribute.value.split(" ").every((word) => question.words.has(word));
  if (claim.kind === "relation") return claim.relation.targets.every(({ category }) => question.categories.has(category));
  return claim.kind === "existence" || claim.kind === "count";
}

function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
