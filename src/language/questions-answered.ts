/**
 * Which question a sentence answers. The first sentence answers the prompt; where the prompt ends in several questions and the response
 * begins with as many answers, each has its own. A question that stands in the response itself is answered by what follows it.
 */
import { answerWordAt } from "./answer-word.js";
import { parse } from "./parse.js";
import type { Passage, Sentence } from "./passage.js";

/** The question of each answering sentence, by the sentence's index: the whole prompt, or the one sentence that asks. */
export function questionsAnswered(response: Passage, prompt: string | null): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (prompt !== null) for (const [index, question] of ofPrompt(response, prompt)) found.set(index, question);
  for (const sentence of response.sentences) {
    const asked = response.sentences[sentence.index - 1];
    if (asked !== undefined && isQuestion(asked) && saysYesOrNo(sentence)) found.set(sentence.index, wordsOf(response.text, asked));
  }
  return found;
}

function ofPrompt({ sentences }: Passage, prompt: string): readonly (readonly [number, string])[] {
  const asked = lastQuestions(prompt);
  const others = sentences.findIndex((sentence) => !saysYesOrNo(sentence));
  const answers = others < 0 ? sentences.length : others;
  if (asked.length > 1 && asked.length === answers) return asked.map((question, index) => [index, wordsOf(prompt, question)]);
  const [first] = sentences;
  // "Is there a dog? Is there a cat?" "Yes, there is a dog."
  const meant = first === undefined || asked.length < 2 ? undefined : asked.find((question) => namesAlike(first, question));
  return [[0, meant === undefined ? prompt : wordsOf(prompt, meant)]];
}

/** Questions that stand together at the end; what follows them ("Please answer yes or no.") asks nothing. */
function lastQuestions(prompt: string): readonly Sentence[] {
  const { sentences } = parse(prompt);
  const end = sentences.findLastIndex(isQuestion) + 1;
  const before = sentences.slice(0, end).findLastIndex((sentence) => !isQuestion(sentence));
  return sentences.slice(before + 1, end);
}

function isQuestion({ tokens }: Sentence): boolean {
  return /^[?？]$/.test(tokens.at(-1)?.text ?? "");
}

function saysYesOrNo(sentence: Sentence): boolean {
  return !isQuestion(sentence) && /^(?:yes|no)$/i.test(sentence.tokens[answerWordAt(sentence)]?.text ?? "");
}

function namesAlike(answer: Sentence, question: Sentence): boolean {
  const named = new Set(answer.nounPhrases.filter(({ isThing }) => isThing).map(({ category }) => category));
  return question.nounPhrases.some(({ category }) => named.has(category));
}

function wordsOf(text: string, { span }: Sentence): string {
  return text.slice(span.start, span.end);
}
