/**
 * Answers read with their question: "Is there a dog in the image?" + "Yes." claims a dog. What the answer leaves to the question stands
 * in no place of the response: such mentions have no span, and the claim's span covers the answer's own words.
 */
import type { ClaimKind, Mention } from "../domain/claim.js";
import type { Span } from "../domain/span.js";
import { answerWordAt } from "../language/answer-word.js";
import { parse } from "../language/parse.js";
import type { Sentence } from "../language/passage.js";
import { withoutRestrictedDenials } from "./denials.js";
import type { Draft } from "./draft.js";
import { Memory } from "./memory.js";
import { entityOf } from "./mentions.js";
import { type Question, questionOf, type Statement } from "./questions.js";
import { readSentence } from "./read-sentence.js";
import { stanceOf } from "./stance.js";

export interface AnswerReading {
  readonly drafts: readonly Draft[];
  /** Whether the answer's first sentence says nothing more, and need not be read again. */
  readonly isWhole: boolean;
}

const YES: ReadonlySet<string> = new Set("yes yeah yep yup correct indeed true affirmative certainly definitely absolutely".split(" "));
const NO: ReadonlySet<string> = new Set(["no", "nope", "nah", "negative", "false", "incorrect"]);
const NONE: ReadonlySet<string> = new Set(["none", "zero", "0", "nobody", "nothing"]);

/**
 * What a sentence claims by the question that it answers; null where it stands on its own.
 * @param text the whole response
 */
export function answerDrafts(text: string, sentence: Sentence, asked: string): AnswerReading | null {
  const question = questionOf(asked);
  if (question === null) return null;
  const at = answerWordAt(sentence);
  const first = sentence.tokens[at];
  const word = first?.text.toLowerCase() ?? "";
  if (first === undefined) return null;
  if (question.type === "polar") {
    if (isEcho(sentence)) {
      const isYes = !sentence.tokens.some(({ text: said }) => /^(?:not|n['’]t)$/i.test(said));
      return { drafts: polarDrafts(question, isYes, sentence, wordsOf(sentence)), isWhole: true };
    }
    if (!YES.has(word) && !NO.has(word)) return null;
    if (isPhraseOfNo(sentence, word)) return null;
    const isWhole = isElliptic(sentence, at);
    return { drafts: polarDrafts(question, YES.has(word), sentence, isWhole ? wordsOf(sentence) : first.span), isWhole };
  }
  const number = question.type === "number" ? numberSaid(sentence) : null;
  if (number !== null) {
    const statement = question.affirmed(text.slice(number.start, number.end).toLowerCase());
    const drafts = read(statement, sentence.index, () => null, number);
    return drafts.length === 0 ? null : { drafts, isWhole: false };
  }
  if (NONE.has(word) && sentence.tokens.length <= 2) return noneDrafts(question, sentence);
  const isFragment = !sentence.tokens.some(({ tag }) => tag === "AUX") && !hasFiniteVerb(sentence);
  if (!isFragment) return null;
  const range = wordsOf(sentence);
  const answer = text.slice(range.start, range.end);
  const lowered = answer.charAt(0).toLowerCase() + answer.slice(1);
  const statement = question.affirmed(lowered.length === answer.length ? lowered : answer);
  const drafts = read(statement, sentence.index, (span) => shifted(span, statement, range), range);
  return drafts.length === 0 ? null : { drafts, isWhole: true };
}

/** The things that a prompt's question speaks of: "it" and "two" in the answer may mean them. */
export function askedEntities(prompt: string): Memory {
  const memory = new Memory();
  for (const { nounPhrases } of parse(prompt).sentences) {
    for (const phrase of nounPhrases) if (phrase.isThing) memory.note(entityOf(prompt, phrase));
  }
  return memory;
}

/** "No dogs are visible" begins with a determiner, not with an answer. */
function isPhraseOfNo({ nounPhrases }: Sentence, word: string): boolean {
  return word === "no" && nounPhrases[0]?.firstToken === 0 && nounPhrases[0].endToken > 1;
}

/** "Yes.", "No, there isn't.", "Yes, it is." add nothing to the question. */
function isElliptic({ tokens }: Sentence, at: number): boolean {
  return tokens
    .slice(at + 1)
    .every(
      ({ tag, text }) =>
        tag === "PUNCT" || tag === "AUX" || tag === "PART" || /^(?:there|it|he|she|they|i|do|definitely|indeed)$/i.test(text),
    );
}

/** "There are.", "It isn't.", "There is one." to "Is there a dog?": the question again, without its noun. */
function isEcho({ tokens }: Sentence): boolean {
  const [first, second, ...rest] = tokens;
  if (!/^(?:there|it|they|he|she|i)$/i.test(first?.text ?? "") || second?.tag !== "AUX") return false;
  const isThere = /^there$/i.test(first?.text ?? "");
  return rest.every(({ tag, text }) => tag === "PUNCT" || tag === "PART" || (isThere && /^(?:one|some)$/i.test(text)));
}

const BEFORE_NUMBER =
  /^(?:there (?:is|are)|(?:i|we|you) (?:can )?(?:see|count)|(?:the|my) answer is)(?: (?:about|around|exactly|only|at|least|most))*$/;
const AFTER_NUMBER = /^(?:|in total|altogether|of (?:them|those)|here|visible|in (?:the|this) (?:image|picture|photo|scene))$/;

/** "There are three.", "I see 3 in total.": the number to "How many?", where no noun follows it. */
function numberSaid({ tokens }: Sentence): Span | null {
  const at = tokens.findIndex(({ tag }) => tag === "NUM");
  const token = tokens[at];
  const words = (from: number, to?: number): string =>
    tokens
      .slice(from, to)
      .filter(({ tag }) => tag !== "PUNCT")
      .map(({ text }) => text.toLowerCase())
      .join(" ");
  return token !== undefined && BEFORE_NUMBER.test(words(0, at)) && AFTER_NUMBER.test(words(at + 1)) ? token.span : null;
}

function hasFiniteVerb({ tokens }: Sentence): boolean {
  return tokens.some(({ tag, text }, index) => tag === "VERB" && index > 0 && !/(?:ing|ed|en|wn)$/i.test(text));
}

/** Without its closing mark. */
function wordsOf({ tokens, span }: Sentence): Span {
  return { start: span.start, end: tokens.findLast(({ tag }) => tag !== "PUNCT")?.span.end ?? span.end };
}

function polarDrafts(question: Question, isYes: boolean, sentence: Sentence, span: Span): readonly Draft[] {
  const affirmed = question.affirmed("");
  const statement = isYes ? affirmed : (question.denied ?? affirmed);
  const drafts = read(statement, sentence.index, () => null, span);
  if (isYes || question.denied !== null) return drafts;
  return drafts.filter(({ kind }) => kind !== "count" && kind !== "existence").length > 0
    ? drafts.filter(({ kind }) => kind !== "existence").map((draft) => ({ ...draft, negated: !draft.negated, text: denial(draft.text) }))
    : drafts.map((draft) => ({ ...draft, negated: !draft.negated, text: denial(draft.text) }));
}

function denial(text: string): string {
  return text.replace(/^there (is|are) (?:an?\s)?/, "there $1 no ").replace(/^(the .*?) (is|are|does|do|has|have) (?!not )/, "$1 $2 not ");
}

function noneDrafts(question: Question, sentence: Sentence): AnswerReading | null {
  const statement = question.affirmed("no");
  const range = wordsOf(sentence);
  const drafts = read(statement, sentence.index, () => null, range).filter(({ kind }) => kind === "existence");
  return drafts.length === 0 ? null : { drafts, isWhole: true };
}

const BY_SPECIFICITY: readonly ClaimKind[] = ["relation", "attribute", "count", "text", "existence"];

/** Reads a statement, and gives its claims the spans that they have in the response. */
function read(statement: Statement, index: number, spanIn: (span: Span) => Span | null, whole: Span): readonly Draft[] {
  const [sentence] = parse(statement.text).sentences;
  if (sentence === undefined) return [];
  const skipped = sentence.tokens.map(() => false);
  const drafts = withoutRestrictedDenials(readSentence(statement.text, sentence, new Memory(), stanceOf(sentence), skipped));
  return asserted(drafts, statement).map((draft) => moved(draft, index, spanIn, whole));
}

/** Of the question's own words only what it asks is asserted by the answer, not what it takes for granted. */
function asserted(drafts: readonly Draft[], { answer, isExistential }: Statement): readonly Draft[] {
  const subject = Math.min(...drafts.flatMap(({ object }) => (object?.span == null ? [] : [object.span.start])));
  const isDenied = drafts.some(({ negated }) => negated);
  const touches = (span: Span | null | undefined): boolean =>
    span !== null && span !== undefined && span.start < answer.end && answer.start < span.end;
  const ofAnswer = drafts.filter((draft) =>
    touches(draft.kind === "relation" ? draft.span : draft.kind === "attribute" ? draft.span : draft.object?.span),
  );
  if (answer.end > answer.start && !isExistential) return ofAnswer;
  const ofSubject = drafts.filter(({ object, kind }) => kind !== "other" && object?.span?.start === subject);
  if (isExistential)
    return drafts.filter((draft) => ofSubject.includes(draft) || (!isDenied && draft.kind !== "existence" && draft.kind !== "count"));
  const main = BY_SPECIFICITY.find((kind) => ofSubject.some((draft) => draft.kind === kind));
  return ofSubject.filter(({ kind }) => kind === main);
}

function shifted(span: Span, { answer }: Statement, range: Span): Span | null {
  if (span.start < answer.start || span.end > answer.end) return null;
  return { start: span.start - answer.start + range.start, end: span.end - answer.start + range.start };
}

function moved(draft: Draft, sentence: number, spanIn: (span: Span) => Span | null, whole: Span): Draft {
  const mentionIn = (mention: Mention): Mention => ({ ...mention, span: mention.span === null ? null : spanIn(mention.span) });
  const span = spanIn(draft.span) ?? whole;
  switch (draft.kind) {
    case "relation":
      return {
        ...draft,
        sentence,
        span,
        object: mentionIn(draft.object),
        relation: { ...draft.relation, targets: draft.relation.targets.map(mentionIn) },
      };
    case "existence":
    case "count":
    case "attribute":
      return { ...draft, sentence, span, object: mentionIn(draft.object) };
    case "text":
    case "other":
      return { ...draft, sentence, span, object: draft.object === null ? null : mentionIn(draft.object) };
    default:
      return draft satisfies never;
  }
}
