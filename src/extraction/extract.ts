/**
 * From a response to its claims, by rules over tags: no model is asked. Each sentence that speaks of the picture yields at least one claim;
 * what no rule reads becomes one of kind `other`. Text that is not English is not read.
 */
import type { Claim, ClaimKind } from "../domain/claim.js";
import type { Span } from "../domain/span.js";
import { parse } from "../language/parse.js";
import type { Passage, Sentence } from "../language/passage.js";
import { questionsAnswered } from "../language/questions-answered.js";
import { answerDrafts, askedEntities, takenUp } from "./answered/answer.js";
import { withoutRestrictedDenials } from "./denials.js";
import { type Draft, numbered } from "./draft.js";
import { isEnglish } from "./english.js";
import { Memory } from "./memory.js";
import { quotesOf } from "./quotes.js";
import { readSentence } from "./read-sentence.js";
import { stanceOf } from "./stance.js";
import { tallyDrafts } from "./tallies.js";
import { bearerOf, reachOf } from "./written-on.js";

export interface Extraction {
  /** In order of their first character, ids "c1", "c2", …. */
  readonly claims: readonly Claim[];
  /** What was not read, in words; for the report's `degraded`. */
  readonly notes: readonly string[];
}

export interface ExtractionContext {
  /** The question or task that the response answers: short answers are read with it. */
  readonly prompt: string | null;
  /** Claims of other kinds are left out. */
  readonly kinds: readonly ClaimKind[];
}

/** Pure, and linear in the length of the response; a hundred words take about a millisecond. */
export function extract(response: string, { prompt, kinds }: ExtractionContext): Extraction {
  const passage = parse(response);
  if (!isEnglish(passage)) {
    const drafts = passage.sentences.map((sentence) => otherDraft(response, sentence));
    return { claims: numbered(drafts, kinds), notes: ["extraction: the response does not seem to be English; it was not read"] };
  }
  const memory = new Memory(prompt === null ? null : askedEntities(prompt));
  const questions = questionsAnswered(passage, prompt);
  const drafts = passage.sentences.flatMap((sentence) => {
    const question = questions.get(sentence.index);
    const answer = question === undefined ? null : answerDrafts(response, sentence, question);
    if (answer === null) {
      const own = sentenceDrafts(passage, sentence, memory);
      return question === undefined ? own : [...takenUp(response, sentence, question, own), ...own];
    }
    return answer.isWhole && answer.drafts.length > 0
      ? answer.drafts
      : withAnswer(answer.drafts, withoutRestrictedDenials(sentenceDrafts(passage, sentence, memory)));
  });
  return { claims: numbered(withoutRestrictedDenials(drafts), kinds), notes: [] };
}

/** "Yes, there is a dog" says it itself; "Yes, next to the sofa" leaves the dog to the question. */
function withAnswer(answered: readonly Draft[], own: readonly Draft[]): readonly Draft[] {
  const said = own.filter(({ kind }) => kind !== "other");
  const missing = answered.filter(
    (draft) => !said.some((other) => other.kind === draft.kind && other.object?.category === draft.object?.category),
  );
  return [...missing, ...(missing.length > 0 && said.length === 0 ? [] : own)];
}

function sentenceDrafts({ text }: Passage, sentence: Sentence, memory: Memory): readonly Draft[] {
  const stance = stanceOf(sentence);
  if (stance.isQuestion) return [];
  const tally = tallyDrafts(text, sentence, memory);
  if (tally !== null) return tally;
  const quotes = quotesOf(text, sentence);
  const skipped = sentence.tokens.map(() => false);
  for (const { first, end } of quotes.map((quote) => reachOf(sentence, quote))) skipped.fill(true, first, end);
  const read = readSentence(text, sentence, memory, stance, skipped);
  const written = quotes.map((quote): Draft => {
    const bearer = bearerOf(sentence, quote);
    const object = bearer === null ? null : { phrase: bearer.text, category: bearer.category, span: bearer.span };
    const words = `${object === null ? "the picture" : `the ${text.slice(bearer?.head.start, bearer?.head.end).toLowerCase()}`} says "${quote.quote}"`;
    const hedged = stance.hedged[quote.first] === true;
    const negated = isDenied(sentence, quote.first);
    const said = negated ? words.replace(/ says "/, ' does not say "') : words;
    return { kind: "text", text: said, span: quote.span, sentence: sentence.index, negated, hedged, object, quote: quote.quote };
  });
  const said = [...read, ...written];
  const drafts = [...said, ...unreadAsides(text, sentence, said)];
  if (drafts.length > 0) return drafts;
  return isHeading(sentence) || stance.isSupposition ? [] : [otherDraft(text, sentence)];
}

/** "does not say", "doesn't read" */
function isDenied({ tokens }: Sentence, first: number): boolean {
  const before = tokens.slice(Math.max(0, first - 3), first).map(({ text }) => text.toLowerCase());
  return (
    before.some((word) => word === "not" || word === "n't" || word === "n’t") &&
    before.some((word) => /^(?:say|read|show|display|spell|state)$/.test(word))
  );
}

/** "Objects:" announces and claims nothing. */
function isHeading({ tokens }: Sentence): boolean {
  return tokens.some(({ text }) => text === ":") && !tokens.some(({ tag }) => tag === "VERB" || tag === "AUX");
}

/** "(one pink, one blue)": a parenthesis of which no claim begins or ends within it is a claim of kind `other`, for it too says something. */
function unreadAsides(text: string, sentence: Sentence, said: readonly Draft[]): readonly Draft[] {
  if (said.length === 0) return [];
  const edges = said.flatMap(({ span }) => [span.start, span.end - 1]).toSorted((a, b) => a - b);
  const asides: Draft[] = [];
  let opening: Span | null = null;
  let next = 0;
  for (const token of sentence.tokens) {
    if (token.text === "(") opening = token.span;
    if (token.text !== ")" || opening === null) continue;
    const span = { start: opening.end, end: token.span.start };
    while ((edges[next] ?? span.start) < span.start) next += 1;
    const isRead = (edges[next] ?? span.end) < span.end;
    const words = text.slice(span.start, span.end).trim();
    if (!isRead && /\p{L}/u.test(words)) {
      const whole = { start: opening.start, end: token.span.end };
      asides.push({ kind: "other", text: words, span: whole, sentence: sentence.index, negated: false, hedged: false, object: null });
    }
    opening = null;
  }
  return asides;
}

function otherDraft(text: string, sentence: Sentence): Draft {
  const words = text.slice(sentence.span.start, sentence.span.end).replace(/[.!]+$/u, "");
  const thing = sentence.nounPhrases.find((phrase) => phrase.isThing);
  const object = thing === undefined ? null : { phrase: thing.text, category: thing.category, span: thing.span };
  return { kind: "other", text: words, span: sentence.span, sentence: sentence.index, negated: false, hedged: false, object };
}
