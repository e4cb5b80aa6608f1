/**
 * Answers read with their question: "Is there a dog in the image?" + "Yes." claims a dog. What the answer leaves to the question stands
 * in no place of the response: such mentions have no span, and the claim's span covers the answer's own words.
 */
import type { Span } from "../../domain/span.js";
import { answerWordOf } from "../../language/answer-word.js";
import { choiceSaid, choicesIn } from "../../language/choices.js";
import { numberValue } from "../../language/grammar/numbers.js";
import { parse } from "../../language/parse.js";
import type { Sentence } from "../../language/passage.js";
import { questionOf } from "../asked/question.js";
import type { Question } from "../asked/statement.js";
import type { Draft } from "../draft.js";
import { Memory } from "../memory.js";
import { entityOf } from "../mentions.js";
import { echoOf } from "./echo.js";
import { fragmentOf, numberSaid, wordsOf } from "./fragments.js";
import { replyDrafts } from "./reply.js";
import { readStatement, shifted } from "./statement-drafts.js";

export interface AnswerReading {
  readonly drafts: readonly Draft[];
  /** Whether the answer's first sentence says nothing more, and need not be read again. */
  readonly isWhole: boolean;
}

const NONE: ReadonlySet<string> = new Set(["none", "zero", "0", "nobody", "nothing"]);

/**
 * What a sentence claims by the question that it answers; null where it stands on its own.
 * @param text the whole response
 */
export function answerDrafts(text: string, sentence: Sentence, asked: string): AnswerReading | null {
  const question = questionOf(asked);
  if (question === null) return null;
  const letter = choiceSaid(sentence, choicesIn(asked));
  if (letter !== null) return chosen(question, sentence, letter.choice.text);
  return (
    (question.type === "polar" ? polarAnswer(question, sentence) : null) ??
    (question.type === "number" ? numberAnswer(text, question, sentence) : null) ??
    filledAnswer(text, question, sentence)
  );
}

/**
 * "Is there a cat?" "It is on the sofa.": what the question asks after is said to be there where the answer takes it up with a pronoun.
 * @param own what the sentence claims by itself
 */
export function takenUp(text: string, sentence: Sentence, asked: string, own: readonly Draft[]): readonly Draft[] {
  if (!PRONOUN.test(sentence.tokens[0]?.text ?? "") || answerWordOf(sentence) !== null) return [];
  const question = questionOf(asked);
  if (question?.presumed == null) return [];
  const drafts = replyDrafts(question.presumed, sentence.index, wordsOf(sentence));
  const isMeant = (draft: Draft): boolean =>
    draft.kind === "existence" &&
    !draft.negated &&
    own.some((claim) => isOfPronoun(text, claim) && claim.object?.category === draft.object.category);
  return drafts.filter(isMeant);
}

const PRONOUN = /^(?:it|they|he|she)$/i;

function isOfPronoun(text: string, { object, negated }: Draft): boolean {
  return object?.span != null && !negated && PRONOUN.test(text.slice(object.span.start, object.span.end));
}

/** The things that a prompt's question speaks of: "it" and "two" in the answer may mean them. */
export function askedEntities(prompt: string): Memory {
  const memory = new Memory();
  for (const { nounPhrases } of parse(prompt).sentences) {
    // "Is the dog left of the cat?" asks about the dog: it is named last here, for the last is meant by "it".
    for (const phrase of nounPhrases.toReversed()) if (phrase.isThing) memory.note(entityOf(prompt, phrase));
  }
  return memory;
}

function polarAnswer(question: Question, sentence: Sentence): AnswerReading | null {
  const word = answerWordOf(sentence);
  const saysYes = word?.saysYes ?? echoOf(sentence);
  const reply = saysYes === null ? null : saysYes ? question.yes : question.no;
  if (saysYes === null) return counted(question, sentence);
  if (reply === null) return null;
  const isWhole = word === null || isElliptic(sentence, word.to);
  const span = isWhole || word === null ? wordsOf(sentence) : spanOf(sentence, word);
  const drafts = replyDrafts(reply, sentence.index, span);
  return drafts.length === 0 ? null : { drafts, isWhole };
}

/** "I see three." to "Are there any dogs?" says yes, and how many; to "Are there two?" it says something else. */
function counted({ yes }: Question, sentence: Sentence): AnswerReading | null {
  const number = yes?.statement.isExistential === true && !yes.isDenied ? numberSaid(sentence) : null;
  const token = sentence.tokens.find(({ span }) => span.end === number?.end);
  if (yes === null || token === undefined || (numberValue(token.text) ?? 0) === 0) return null;
  const drafts = replyDrafts(yes, sentence.index, wordsOf(sentence));
  return drafts.length === 0 || drafts.some(({ kind }) => kind === "count") ? null : { drafts, isWhole: false };
}

/** "Yes.", "No, there isn't.", "Yes, it is." add nothing to the question. */
function isElliptic({ tokens }: Sentence, from: number): boolean {
  return tokens
    .slice(from)
    .every(
      ({ tag, text }) =>
        tag === "PUNCT" || tag === "AUX" || tag === "PART" || /^(?:there|it|he|she|they|i|do|definitely|indeed|certainly)$/i.test(text),
    );
}

function spanOf({ tokens }: Sentence, { from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: tokens[from]?.span.start ?? 0, end: tokens[to - 1]?.span.end ?? 0 };
}

function numberAnswer(text: string, question: Question, sentence: Sentence): AnswerReading | null {
  const number = numberSaid(sentence);
  const none = number === null ? isNone(sentence) : numberValue(text.slice(number.start, number.end)) === 0;
  if (none) return noneAnswer(question, sentence);
  const statement = number === null ? null : question.filled?.(text.slice(number.start, number.end).toLowerCase());
  if (number === null || statement === null || statement === undefined) return null;
  const drafts = readStatement(statement, sentence.index, () => null, number);
  return drafts.length === 0 ? null : { drafts, isWhole: true };
}

/** "None.", "There are none.", "There aren't any.", "I don't see any." */
function isNone(sentence: Sentence): boolean {
  const words = sentence.tokens.filter(({ tag }) => tag !== "PUNCT");
  return echoOf(sentence) === false || (words.length === 1 && NONE.has(words[0]?.text.toLowerCase() ?? ""));
}

function noneAnswer(question: Question, sentence: Sentence): AnswerReading | null {
  const statement = question.filled?.("no");
  if (statement === undefined) return null;
  const drafts = readStatement(statement, sentence.index, () => null, wordsOf(sentence));
  return drafts.length === 0 ? null : { drafts, isWhole: true };
}

function filledAnswer(text: string, question: Question, sentence: Sentence): AnswerReading | null {
  // "Three chairs." says its noun itself.
  const range = question.type === "number" ? null : fragmentOf(sentence);
  if (range === null || question.filled === null || answerWordOf(sentence)?.isPlain === true) return null;
  const answer = text.slice(range.start, range.end);
  const lowered = answer.charAt(0).toLowerCase() + answer.slice(1);
  const statement = question.filled(lowered.length === answer.length ? lowered : answer);
  const drafts = readStatement(statement, sentence.index, (span) => shifted(span, statement, range), range);
  return drafts.length === 0 ? null : { drafts: [...presumedBy(question, sentence, answer, drafts), ...drafts], isWhole: true };
}

/** "Under the table." to "Where is the dog?" says that there is one; "Nowhere." and "Out of sight." do not. */
function presumedBy({ presumed }: Question, sentence: Sentence, answer: string, drafts: readonly Draft[]): readonly Draft[] {
  if (presumed === null || SAYS_NOTHING.test(answer) || drafts.some(({ negated }) => negated)) return [];
  // "A kite." to "What is the man holding?" speaks of the kite.
  const [first] = sentence.nounPhrases;
  if (first?.isThing === true && sentence.tokens.slice(0, first.firstToken).every(({ tag }) => tag === "PUNCT")) return [];
  const hedged = drafts.every((draft) => draft.hedged);
  return replyDrafts(presumed, sentence.index, wordsOf(sentence))
    .filter(({ kind }) => kind === "existence")
    .map((draft) => ({ ...draft, hedged }));
}

const SAYS_NOTHING =
  /\b(?:no|not|none|nowhere|never|nothing|nobody|unknown|unclear|unsure|absent|missing|hidden|invisible|out|outside|off|cannot|if)\b|n['’]t\b/i;

/** "B" to "What color is the car? A. red B. blue" */
function chosen(question: Question, sentence: Sentence, choice: string): AnswerReading | null {
  const isYes = /^yes\b/i.test(choice);
  const reply = isYes ? question.yes : /^no\b/i.test(choice) ? question.no : null;
  const span = wordsOf(sentence);
  if (reply !== null) return { drafts: replyDrafts(reply, sentence.index, span), isWhole: true };
  const statement = question.filled?.(choice.toLowerCase());
  const drafts = statement === undefined ? [] : readStatement(statement, sentence.index, () => null, span);
  return drafts.length === 0 ? null : { drafts, isWhole: true };
}
