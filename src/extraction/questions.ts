/**
 * Questions turned into the statements that their answers make: "Is the dog left of the cat?" says, with "Yes", that the dog is left of the
 * cat; "What color is the car?" says, with "Red", that the car is red. The forms are those of POPE and MME and their near kin; a question
 * of another form gives none, and its answer is read alone.
 */
import { parse } from "../language/parse.js";
import type { NounPhrase, Sentence } from "../language/passage.js";

/** A statement in words, and where in it the words of the answer stand. */
export interface Statement {
  readonly text: string;
  /** Half-open; empty where the answer is "yes" or "no" and adds no words. */
  readonly answer: { readonly start: number; readonly end: number };
  /** "Is there…": all that is said of the asked thing is asserted, that it exists as well. */
  readonly isExistential: boolean;
}

export interface Question {
  /** "number" asks how many. */
  readonly type: "polar" | "open" | "number";
  /** The statement with "yes" or with the answer's words. */
  readonly affirmed: (answer: string) => Statement;
  /** The statement with "no"; null where it is the other one, denied. */
  readonly denied: Statement | null;
}

/** The last question of a prompt, as a statement; null where there is none that these rules know. */
export function questionOf(prompt: string): Question | null {
  const passage = parse(prompt);
  const sentence =
    passage.sentences.findLast(({ tokens }) => tokens.some(({ text }) => isMark(text))) ??
    passage.sentences.findLast(({ tokens }) => COPULAS.test(tokens[0]?.text.toLowerCase() ?? ""));
  return sentence === undefined ? null : readQuestion(prompt, sentence);
}

function isMark(text: string): boolean {
  return text === "?" || text === "？";
}

function readQuestion(prompt: string, sentence: Sentence): Question | null {
  const words = sentence.tokens.map(({ text }) => text.toLowerCase());
  const marked = words.findIndex((word) => isMark(word) || word === "please");
  const mark = marked < 0 ? words.length : marked;
  const start = words.findIndex((word, index) => isOpening(word, words[index + 1]));
  if (start < 0 || start >= mark) return null;
  const part = (first: number, end: number): string =>
    first >= end ? "" : prompt.slice(sentence.tokens[first]?.span.start, sentence.tokens[end - 1]?.span.end);
  const phraseAt = (index: number): NounPhrase | null => sentence.nounPhrases.find(({ firstToken }) => firstToken === index) ?? null;
  const reading: Reading = { words, start, mark, part, subjectEnd: (index) => subjectEnd(sentence, words, index), phraseAt };
  return polar(reading) ?? open(reading);
}

interface Reading {
  readonly words: readonly string[];
  readonly start: number;
  readonly mark: number;
  readonly part: (first: number, end: number) => string;
  /** End of the noun phrase that begins at a token, with what "of" adds to it; the token itself where none begins. */
  readonly subjectEnd: (index: number) => number;
  readonly phraseAt: (index: number) => NounPhrase | null;
}

const COPULAS = /^(?:is|are|was|were)$/;
const AUXILIARIES = /^(?:do|does|did|can|could|has|have)$/;

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

function polar({ words, start, mark, part, subjectEnd: endOf }: Reading): Question | null {
  const verb = words[start] ?? "";
  const next = words[start + 1] ?? "";
  if (COPULAS.test(verb) && next === "there") {
    const rest = part(start + 2, mark);
    const undetermined = rest.replace(/^(?:an?|any|some)\s+/i, "");
    const isBare =
      undetermined !== rest || !/^(?:the|\d|one|two|three|four|five|six|seven|eight|nine|ten|more|at|fewer|exactly|only)\b/i.test(rest);
    return {
      type: "polar",
      affirmed: () => statement(`There ${verb} ${rest}`, true),
      denied: /^no\s/i.test(rest)
        ? statement(`There ${verb} ${rest.replace(/^no\s+/i, "a ")}`, true)
        : isBare
          ? statement(`There ${verb} no ${undetermined}`, true)
          : statement(`There ${verb} not ${rest}`, true),
    };
  }
  if (!COPULAS.test(verb) && !AUXILIARIES.test(verb)) return null;
  const end = next === "you" || next === "this" || next === "that" || next === "it" ? start + 2 : endOf(start + 1);
  if (end === start + 1) return null;
  const isExistential = next === "you" || /^(?:do|does|can|did)$/.test(verb);
  return { type: "polar", affirmed: () => statement(`${part(start + 1, end)} ${verb} ${part(end, mark)}`, isExistential), denied: null };
}

function open(reading: Reading): Question | null {
  const { words, start, mark, part, subjectEnd: endOf } = reading;
  const [first, second, third] = [words[start] ?? "", words[start + 1] ?? "", words[start + 2] ?? ""];
  if (first === "how") {
    const end = endOf(start + 2) > start + 2 ? endOf(start + 2) : -1;
    const asked = part(start + 2, end < 0 ? start + 3 : end);
    return { ...answered("There are ", ` ${asked}`, true), type: "number" };
  }
  const asked = /\brelation(?:ship)? between (.+?) and (.+)$/i.exec(part(start, mark));
  if (asked !== null) return answered(`${asked[1] ?? ""} is `, ` ${asked[2] ?? ""}`, false);
  const colorAt = /^(?:color|colour)$/.test(second) ? start + 2 : -1;
  if (colorAt >= 0 && COPULAS.test(words[colorAt] ?? "")) return answered(`${part(colorAt + 1, mark)} ${words[colorAt] ?? ""} `, "", false);
  if (first !== "what" && first !== "where" && first !== "who") return null;
  if (!COPULAS.test(second)) return null;
  if (first === "what" && third === "the" && /^(?:color|colour)$/.test(words[start + 3] ?? "") && words[start + 4] === "of") {
    return answered(`${part(start + 5, mark)} is `, "", false);
  }
  const end = endOf(start + 2);
  if (end > start + 2) {
    const rest = part(end, mark)
      .replace(/\b(?:doing|located|positioned|in (?:the|this) (?:image|picture|photo|scene))\b/gi, "")
      .trim();
    return answered(`${part(start + 2, end)} ${second} ${rest === "" ? "" : `${rest} `}`, "", false);
  }
  return first === "where" ? null : answered("", ` ${second} ${part(start + 2, mark)}`, true);
}

function answered(before: string, after: string, isExistential: boolean): Question {
  const affirmed = (answer: string): Statement => ({
    text: `${before}${answer}${after}`,
    answer: { start: before.length, end: before.length + answer.length },
    isExistential,
  });
  return { type: "open", affirmed, denied: null };
}

function statement(text: string, isExistential: boolean): Statement {
  return { text, answer: { start: 0, end: 0 }, isExistential };
}
