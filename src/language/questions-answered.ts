/**
 * Which question a sentence answers. The first sentence answers the prompt. Of several questions each has its own answer where the response
 * begins with as many answers; else the first sentence answers the one that it fits: that names its thing, or asks for a number, a color or
 * a yes. Where it fits several alike ("Is there a dog? Is there a cat?" "Yes.") nobody knows which is meant, and it answers none: what is
 * made of it would harm a true answer as often as mend a false one. A question of the response's own is answered by what follows it.
 */
import { answerWordOf } from "./answer-word.js";
import { parse } from "./parse.js";
import type { Passage, Sentence } from "./passage.js";

/** The question of each answering sentence, by the sentence's index: the whole prompt, or the one sentence that asks. */
export function questionsAnswered(response: Passage, prompt: string | null): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (prompt !== null) for (const [index, question] of ofPrompt(response, prompt)) found.set(index, question);
  for (const sentence of response.sentences) {
    const asked = response.sentences[sentence.index - 1];
    if (asked === undefined || !isQuestion(asked) || isQuestion(sentence)) continue;
    const questions = partsOf(wordsOf(response.text, asked));
    if (questions.length === 1) found.set(sentence.index, questions[0] ?? "");
  }
  return new Map([...found].map(([index, question]) => [index, question.replace(ANYONE, "a person")]));
}

/** "Is anyone there?" asks for a person. */
const ANYONE = /\b(?:anyone|anybody|someone|somebody)\b/gi;

function ofPrompt({ sentences }: Passage, prompt: string): readonly (readonly [number, string])[] {
  const asked = lastQuestions(prompt);
  if (asked.length < 2) return [[0, prompt]];
  const others = sentences.findIndex((sentence) => isQuestion(sentence) || answerWordOf(sentence) === null);
  const answers = others < 0 ? sentences.length : others;
  const isEach = asked.length === sentences.length && !sentences.some(isQuestion);
  if (asked.length === answers || isEach) return asked.map((question, index) => [index, question]);
  const [first] = sentences;
  const meant = first === undefined ? [] : meantBy(first, asked);
  return meant.length === 1 ? [[0, meant[0] ?? ""]] : [];
}

/** Questions that stand together at the end, each as text; what follows them ("Please answer yes or no.") asks nothing. */
function lastQuestions(prompt: string): readonly string[] {
  const { sentences } = parse(prompt);
  const end = sentences.findLastIndex(isQuestion) + 1;
  const before = sentences.slice(0, end).findLastIndex((sentence) => !isQuestion(sentence));
  return sentences.slice(before + 1, end).flatMap((sentence) => partsOf(wordsOf(prompt, sentence)));
}

const NEXT_QUESTION = /,?\s+and\s+(?=(?:what|how many|where|which|who|(?:is|are|does|do|can)\s+(?:there|the|it|they|you|he|she))\b)/i;

/** "How many people are there, and what color is the bus?" asks twice. */
function partsOf(question: string): readonly string[] {
  const parts = question.split(NEXT_QUESTION);
  const asks = parts.every((part) => OPENING.test(part));
  return parts.length > 1 && asks ? parts.map((part) => (part.endsWith("?") ? part : `${part}?`)) : [question];
}

const OPENING = /^\W*(?:what|how|where|which|who|is|are|was|were|does|do|did|can|could|has|have)\b/i;

/** By the thing that the sentence names; else, where it leaves that to the question, by what is asked for. */
function meantBy(sentence: Sentence, questions: readonly string[]): readonly string[] {
  const named = new Set(sentence.nounPhrases.filter(({ isThing }) => isThing).map(({ category }) => category));
  if (named.size > 0) return questions.filter((question) => categoriesIn(question).some((category) => named.has(category))).slice(0, 1);
  if (answerWordOf(sentence) !== null) return questions.filter((question) => POLAR.test(question));
  const { tokens } = sentence;
  if (tokens.some(({ text }) => text === ",")) return [];
  if (tokens.some(({ tag }) => tag === "NUM")) return questions.filter((question) => /\bhow many\b/i.test(question));
  return questions.filter((question) => /\bcolou?r\b/i.test(question));
}

const POLAR = /^\W*(?:is|are|was|were|does|do|did|can|could|has|have)\b/i;

function categoriesIn(question: string): readonly string[] {
  return parse(question).sentences.flatMap(({ nounPhrases }) => nounPhrases.map(({ category }) => category));
}

function isQuestion({ tokens }: Sentence): boolean {
  return /^[?？]$/.test(tokens.at(-1)?.text ?? "");
}

function wordsOf(text: string, { span }: Sentence): string {
  return text.slice(span.start, span.end);
}
