/**
 * Words that answer a yes/no question: where they stand in a sentence (first, after "the answer is" or "based on the image,"), what they say, and what says the
 * opposite in the same tone. Labels ("Answer:") are no part of a sentence (labels.ts).
 */
import type { Sentence, Token } from "./passage.js";

export interface AnswerWord {
  /** Range of tokens, half-open. */
  readonly from: number;
  readonly to: number;
  readonly saysYes: boolean;
  /** Lower case. */
  readonly opposite: string;
  /** "yes", "no" and their like; "sure", "right" or "correct" may be a courtesy, and answer only where a question was asked. */
  readonly isPlain: boolean;
}

/** What it says, and the words for the opposite. */
type Meaning = readonly [saysYes: boolean, opposite: string];

const PLAIN: ReadonlyMap<string, Meaning> = new Map([
  ...words("yes yeah yep yup", true, "no"),
  ...words("no nope nah", false, "yes"),
  ["definitely", [true, "no"]],
  ["absolutely", [true, "no"]],
  ["indeed", [true, "no"]],
]);

const SOFT: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...phrases("sure|certainly|of course|correct|that is correct|that is right", true, "no"),
  ...phrases("definitely not|certainly not|absolutely not|of course not|not really|not at all|not that i can see", false, "yes"),
  ["right", [true, "no"]],
  ["wrong", [false, "yes"]],
  ["true", [true, "false"]],
  ["false", [false, "true"]],
  ["affirmative", [true, "negative"]],
  ["negative", [false, "affirmative"]],
  ["incorrect", [false, "correct"]],
  ["i think so", [true, "I do not think so"]],
  ["i believe so", [true, "I do not believe so"]],
  ["i do not think so", [false, "I think so"]],
  ["i do not believe so", [false, "I believe so"]],
]);

const LONGEST = 6;
const LEADING = /^(?:the|my|short|correct|final|answer|to|your|this|question|is|would|be|:)$/i;
const SAYS = /^(?:yes|no)$/i;
const INTERJECTION = /^(?:oh|ah|well|ok|okay|hmm|why)$/i;

/** Index of the token that answers; that of the first word where none does. 0 in a sentence without words. */
export function answerWordAt({ tokens, nounPhrases }: Sentence): number {
  const first = Math.max(
    0,
    tokens.findIndex(({ text }) => /[\p{L}\p{N}]/u.test(text)),
  );
  let at = first;
  while (LEADING.test(tokens[at]?.text ?? "")) at += 1;
  const isSaid = at > first && SAYS.test(tokens[at]?.text ?? "") && tokens.slice(first, at).some(({ text }) => /^answer$/i.test(text));
  return isSaid ? at : (answerAfterOpening(tokens, nounPhrases, first) ?? first);
}

/** In tokens. */
const LONGEST_OPENING = 9;

/** "Based on the image, yes, …", "Well, no.": an opening that names nothing in the picture; null where no answer follows it. */
function answerAfterOpening(tokens: readonly Token[], nounPhrases: Sentence["nounPhrases"], first: number): number | null {
  const [opening, second] = [tokens[first]?.text ?? "", tokens[first + 1]?.text ?? ""];
  if (INTERJECTION.test(opening) && SAYS.test(second) && endsHere(tokens[first + 2])) return first + 1;
  const comma = tokens.findIndex(({ text }, index) => index > first && text === ",");
  if (comma < 0 || comma - first > LONGEST_OPENING) return null;
  const answer = tokens[comma + 1]?.text ?? "";
  const after = tokens[comma + 2];
  const isAnswer = SAYS.test(answer) && (after === undefined || after.tag === "PUNCT" || (/^yes$/i.test(answer) && endsHere(after)));
  if (!isAnswer) return null;
  const namesThing = nounPhrases.some(({ firstToken, isThing }) => isThing && firstToken < comma);
  return namesThing || tokens.slice(first, comma).some(({ text }) => SAYS.test(text)) ? null : comma + 1;
}

/** The yes or no that a sentence begins with; null where it begins with none. "No dogs are there" begins with a determiner. */
export function answerWordOf(sentence: Sentence): AnswerWord | null {
  const from = answerWordAt(sentence);
  const { tokens } = sentence;
  for (let to = Math.min(tokens.length, from + LONGEST); to > from; to -= 1) {
    const said = tokens.slice(from, to).map(plainly).join(" ");
    const soft = SOFT.get(said);
    if (soft !== undefined && endsHere(tokens[to])) return { from, to, saysYes: soft[0], opposite: soft[1], isPlain: false };
    const plain = to === from + 1 ? PLAIN.get(said) : undefined;
    if (plain === undefined || (said === "no" && isDeterminer(sentence))) continue;
    return { from, to, saysYes: plain[0], opposite: plain[1], isPlain: true };
  }
  return null;
}

/** A word of an answer, lower case, with "n't" and "'s" written out. */
export function plainly({ text }: Token): string {
  const word = text.toLowerCase();
  if (/^(?:n['’]t)$/.test(word)) return "not";
  return /^['’]s$/.test(word) ? "is" : word;
}

/** "Sure, there is", "Right.", but not "right of the dog". */
function endsHere(next: Token | undefined): boolean {
  return next === undefined || next.tag === "PUNCT" || /^(?:there|it|i)$/i.test(next.text);
}

function isDeterminer({ nounPhrases }: Sentence): boolean {
  return nounPhrases[0]?.firstToken === 0 && nounPhrases[0].endToken > 1;
}

function words(list: string, saysYes: boolean, opposite: string): readonly (readonly [string, Meaning])[] {
  return list.split(" ").map((word) => [word, [saysYes, opposite]] as const);
}

function phrases(list: string, saysYes: boolean, opposite: string): readonly (readonly [string, Meaning])[] {
  return list.split("|").map((word) => [word, [saysYes, opposite]] as const);
}
