/**
 * Wrong answers, turned in the form in which they were given: "Yes." → "No.", "Yes, there is a dog." → "No, there is no dog.", "Two." →
 * "None." Where the truth is known the answer says it: "No, the car is blue." Only claims that the question asks about turn an answer;
 * what the writer added is mended like any other text.
 */
import type { JudgedClaim } from "../../domain/judgement.js";
import type { Span } from "../../domain/span.js";
import { type AnswerWord, answerWordOf } from "../../language/answer-word.js";
import { type Cause, union } from "../draft.js";
import type { Mending, SentenceWork } from "../mending.js";
import { affirmAnswer, isAnswerNo } from "./affirm.js";
import { asksEither, asksWhether, isAnsweredBy, isAsked, questionOf } from "./asked.js";
import { turnChoice } from "./choices.js";
import { clauseAfter, negateAnswer } from "./negate.js";
import { dropOnly } from "./only.js";
import { denyPlain } from "./plain.js";
import type { Rest, Turned } from "./turned.js";

export interface Turning {
  /** Ids of the claims that are dealt with. */
  readonly settled: ReadonlySet<string>;
  /** Sentences, by index, that are finished. */
  readonly finished: ReadonlySet<number>;
  /** What of finished sentences follows the turned clause, by index. */
  readonly rests: ReadonlyMap<number, Rest>;
}

/**
 * Turns each answer that is wrong.
 * @param refuted all refuted claims
 */
export function turnAnswers(mending: Mending, refuted: readonly JudgedClaim[]): Turning {
  const settled = new Set<string>();
  const finished = new Set<number>();
  const rests = new Map<number, Rest>();
  for (const index of new Set([0, ...mending.questions.keys()])) {
    const work = mending.work[index];
    const turned = work === undefined ? null : turnAnswer(mending, work, refuted);
    const isAnswer = turned !== null || (work !== undefined && answerWordOf(work.sentence) !== null);
    // A question of the response's own has its answer, and asks after what is not there without saying that it is.
    if (isAnswer && mending.work[index - 1]?.sentence.tokens.at(-1)?.text === "?") finished.add(index - 1);
    if (turned === null) continue;
    for (const id of turned.settled) settled.add(id);
    if (turned.isFinished) {
      finished.add(index);
      for (const { claim } of refuted) if (claim.sentence === index && isBefore(claim.span, work, turned)) settled.add(claim.id);
    }
    if (turned.rest !== undefined) rests.set(index, turned.rest);
  }
  return { settled, finished, rests };
}

/** What stood in the turned clause is dealt with, whatever was said there. */
function isBefore({ start }: Span, work: SentenceWork | undefined, { rest }: Turned): boolean {
  const end = rest === undefined ? undefined : work?.sentence.tokens[rest.from]?.span.start;
  return end === undefined || start < end;
}

function turnAnswer(mending: Mending, work: SentenceWork, refuted: readonly JudgedClaim[]): Turned | null {
  const asked = mending.questions.get(work.sentence.index) ?? null;
  const chosen = asked === null ? null : turnChoice(mending, work, asked, refuted);
  if (chosen !== null) return chosen;
  const word = answerWordOf(work.sentence);
  const question = questionOf(asked);
  if (word === null) return question === null ? null : denyPlain(mending, work, question, refuted);
  if (question !== null && asksEither(question) && word.saysYes) return denyPlain(mending, work, question, refuted);
  const isAnswer = word.isPlain || (question !== null && asksWhether(question));
  return isAnswer ? turnWord(mending, work, word, refuted) : null;
}

function turnWord(mending: Mending, work: SentenceWork, word: AnswerWord, refuted: readonly JudgedClaim[]): Turned | null {
  if (!word.saysYes && !isAnswerNo(work, word.to)) return null;
  const question = questionOf(mending.questions.get(work.sentence.index) ?? null);
  const asked = refuted.filter(
    (judged) =>
      judged.claim.sentence === work.sentence.index &&
      isAsked(judged.claim, question, work) &&
      (word.saysYes || judged.claim.negated || isAnsweredBy(judged, question)),
  );
  const [first] = asked;
  if (first === undefined) return null;
  const cause = union(asked.map(({ claim }) => [claim.id]));
  work.draft.replaceRange(word, inCaseOf(work.sentence.tokens[word.from]?.text ?? "", word.opposite), cause);
  // Not where what is so instead was said: "No, the car is only half blue."
  if (!word.saysYes && asked.some(({ claim }) => claim.kind === "existence" && claim.negated))
    for (const near of mending.work.slice(work.sentence.index, work.sentence.index + 2)) dropOnly(near, cause);
  const says = clauseAfter(work, word.to) >= 0;
  if (!says) return { settled: new Set(cause), isFinished: true };
  return word.saysYes ? negateAnswer(mending, work, word.to, { asked, refuted }, cause) : affirmAnswer(work, word.to, asked, cause);
}

/**
 * Keeps no more of a sentence than its answer: "No."
 * @param isRight whether an answer that was not turned may stand
 * @returns false where there is none to keep
 */
export function keepAnswer({ sentence, draft, tree }: SentenceWork, cause: Cause, isRight: boolean): boolean {
  const word = answerWordOf(sentence);
  if (word === null || !word.isPlain) return false;
  const now = draft.textAt(word.from).toLowerCase();
  if (now !== word.opposite && !(isRight && now === sentence.tokens[word.from]?.text.toLowerCase())) return false;
  draft.drop({ from: word.to, to: tree.end.from }, cause);
  return true;
}

function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  return model.charAt(0) === model.charAt(0).toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
