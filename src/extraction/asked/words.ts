/** The words of a question, and where in them its parts begin and end. */
import type { Sentence } from "../../language/passage.js";

export interface Words {
  /** Lower case. */
  readonly words: readonly string[];
  /** Where the question begins: "Look: [is] there a dog?" */
  readonly start: number;
  /** Where it ends: its mark, "please", or the end. */
  readonly mark: number;
  /** As written. */
  readonly part: (first: number, end: number) => string;
  /** End of the noun phrase that begins at a token, with what "of" adds to it; the token itself where none begins. */
  readonly subjectEnd: (index: number) => number;
}

export const COPULAS = /^(?:is|are|was|were)$/;
export const AUXILIARIES = /^(?:do|does|did|can|could|has|have)$/;

/** @returns null where the sentence holds no question */
export function wordsOf(prompt: string, sentence: Sentence): Words | null {
  const words = sentence.tokens.map(({ text }) => text.toLowerCase());
  const marked = words.findIndex((word) => isMark(word) || word === "please");
  const mark = marked < 0 ? words.length : marked;
  const start = words.findIndex((word, index) => isOpening(word, words[index + 1]));
  if (start < 0 || start >= mark) return null;
  const part = (first: number, end: number): string =>
    first >= end ? "" : prompt.slice(sentence.tokens[first]?.span.start, sentence.tokens[end - 1]?.span.end);
  return { words, start, mark, part, subjectEnd: (index) => subjectEnd(sentence, words, index) };
}

/** The mark of a question. */
export function isMark(text: string): boolean {
  return text === "?" || text === "？";
}

function isOpening(word: string, next: string | undefined): boolean {
  return COPULAS.test(word) || AUXILIARIES.test(word) || /^(?:what|where|who|which)$/.test(word) || (word === "how" && next === "many");
}

function subjectEnd({ nounPhrases }: Sentence, words: readonly string[], index: number): number {
  const phrase = nounPhrases.find(({ firstToken }) => firstToken === index);
  if (phrase === undefined) return index;
  if (words[phrase.endToken] !== "of" && words[phrase.endToken] !== "'s") return phrase.endToken;
  const owned = nounPhrases.find(({ firstToken }) => firstToken === phrase.endToken + 1);
  return owned?.endToken ?? phrase.endToken;
}
