/**
 * Denials that leave some out: "no one but the three pedestrians", "apart from her, no one is there", "no other passengers". They deny the
 * others alone; who is left out is there, so the kind is not denied.
 */
import type { NounPhrase } from "../language/passage.js";
import { targetOf } from "../language/vocabulary/look-up.js";
import type { SentenceState } from "./sentence-state.js";

const OTHER = /\b(?:other|more|additional|further|another|else)\b/i;
const LEAVING_OUT = /^(?:except|besides|save|barring|excluding|beyond)$/;
/** Their last word is a preposition. */
const LEAVING_OUT_WITH: ReadonlyMap<string, string> = new Map([
  ["apart", "from"],
  ["aside", "from"],
  ["other", "than"],
  ["exception", "of"],
]);

/** Whether a denied phrase is denied of all but some. */
export function leavesSomeOut(state: SentenceState, phrase: NounPhrase, index: number): boolean {
  const { tokens } = state.sentence;
  if (OTHER.test(phrase.text) || /^else$/i.test(tokens[phrase.endToken]?.text ?? "")) return true;
  if (isBut(state, phrase, index)) return true;
  const [start, end] = clauseAround(state, phrase);
  for (let at = start; at < end; at += 1) {
    const word = tokens[at]?.text.toLowerCase() ?? "";
    const next = tokens[at + 1]?.text.toLowerCase() ?? "";
    const length = LEAVING_OUT.test(word) ? 1 : LEAVING_OUT_WITH.get(word) === next ? 2 : 0;
    if (length > 0 && isOfKind(state, phrase, at + length)) return true;
  }
  return false;
}

/** How many items behind a phrase "but" may stand. */
const BUT_REACH = 6;

/** "No one but the man is here", "no one is here but him"; "no cars, but a man" and "no cars but there is a bus" go on with another clause. */
function isBut(state: SentenceState, phrase: NounPhrase, index: number): boolean {
  const { items } = state;
  const but = items.findIndex((item, at) => at > index && at <= index + BUT_REACH && item.type === "break");
  const [joint, next, after] = [items[but], items[but + 1], items[but + 2]];
  if (joint?.type !== "break" || joint.word !== "but" || next?.type !== "phrase" || !isOfKind(state, phrase, next.first)) return false;
  const isFirst = but === index + 1 && !/^(?:be|there|verb|auxiliary)$/.test(items[index - 1]?.type ?? "");
  return isFirst || !/^(?:be|verb|auxiliary)$/.test(after?.type ?? "");
}

/** How far around a phrase what is left out of it may stand. */
const REACH = 24;

/** Tokens between the marks around a phrase, half-open. */
function clauseAround({ sentence: { tokens } }: SentenceState, { firstToken, endToken }: NounPhrase): readonly [number, number] {
  const isMark = (at: number): boolean => /^(?:[.;:!?]|but|while|whereas)$/i.test(tokens[at]?.text ?? ".");
  let start = firstToken;
  while (start > Math.max(0, firstToken - REACH) && !isMark(start - 1)) start -= 1;
  let end = endToken;
  while (end < Math.min(tokens.length, endToken + REACH) && !isMark(end)) end += 1;
  return [start, end];
}

/** "Besides the dog, there are no people": a dog leaves no person out. What is not known leaves out what it may. */
function isOfKind({ sentence }: SentenceState, { category }: NounPhrase, from: number): boolean {
  const left = sentence.nounPhrases.find(({ firstToken, endToken }) => endToken > from && firstToken <= from + 1);
  const kinds = targetOf(category).classes;
  const own = left === undefined || !left.isThing ? [] : targetOf(left.category).classes;
  return left?.category === category || kinds.length === 0 || own.length === 0 || own.some((kind) => kinds.includes(kind));
}
