/** The choices of a question: "What color is the car? A. red B. blue". Letters from A on, in order, each with a mark. */
import type { Sentence } from "./passage.js";

export interface Choice {
  /** Upper case. */
  readonly letter: string;
  readonly text: string;
}

/** Where a letter is said in an answer, and which choice it means. */
export interface ChoiceSaid {
  readonly choice: Choice;
  /** Index of the letter's token. */
  readonly at: number;
}

const LONGEST_PROMPT = 4000;
const MARKED = /(?:^|[\s,;])(?:\(([A-Ha-h])\)|([A-H])[.):])[ \t]+/gu;

/** Choices of a prompt, in order; empty where it gives none. */
export function choicesIn(prompt: string): readonly Choice[] {
  const marks = [...prompt.slice(0, LONGEST_PROMPT).matchAll(MARKED)];
  const first = marks.findIndex((mark) => letterOf(mark) === "A");
  if (first < 0) return [];
  const choices: Choice[] = [];
  for (const [index, mark] of marks.slice(first).entries()) {
    if (letterOf(mark) !== String.fromCharCode("A".charCodeAt(0) + index)) break;
    const end = marks[first + index + 1]?.index ?? prompt.length;
    const [text = ""] = prompt.slice(mark.index + mark[0].length, end).split("\n", 1);
    choices.push({ letter: letterOf(mark), text: text.trim().replace(/[.,;]$/, "") });
  }
  return choices.length > 1 ? choices : [];
}

/** "B", "(B)", "B.", "The answer is B.", "Option B"; null where the sentence says more, or no letter of the choices. */
export function choiceSaid({ tokens }: Sentence, choices: readonly Choice[]): ChoiceSaid | null {
  if (choices.length === 0) return null;
  const words = tokens.flatMap(({ text, tag }, at) => (tag === "PUNCT" && !/^\p{L}$/u.test(text) ? [] : [{ text, at }]));
  const last = words.at(-1);
  const choice = choices.find(({ letter }) => letter === last?.text.toUpperCase());
  if (last === undefined || choice === undefined) return null;
  const isOnly = words
    .slice(0, -1)
    .every(({ text }) => /^(?:the|my|correct|right|best|answer|is|option|choice|letter|i|choose)$/i.test(text));
  return isOnly ? { choice, at: last.at } : null;
}

function letterOf(mark: RegExpMatchArray): string {
  return (mark[1] ?? mark[2] ?? "").toUpperCase();
}
