/** A wrong letter of several: "B" to "What color is the car? A. red B. blue" becomes the letter of what is so. */
import type { JudgedClaim, Remedy } from "../../domain/judgement.js";
import { type Choice, choiceSaid, choicesIn } from "../../language/choices.js";
import { numberValue } from "../../language/grammar/numbers.js";
import { type Cause, union } from "../draft.js";
import type { Mending, SentenceWork } from "../mending.js";
import type { Turned } from "./turned.js";

/** "B. " before the words of the choice: the reader takes it for the mark of a list, and it belongs to no sentence. */
const MARK_BEFORE = /\(?([A-H])[.):]\s*$/;

/** @returns null where no letter was said, or none is right: then the answer is mended or goes like any other */
export function turnChoice(mending: Mending, work: SentenceWork, question: string, refuted: readonly JudgedClaim[]): Turned | null {
  const choices = choicesIn(question);
  if (choices.length === 0) return null;
  const wrong = refuted.filter(({ claim }) => claim.sentence === work.sentence.index);
  if (wrong.length === 0) return null;
  const cause = union(wrong.map(({ claim }) => [claim.id]));
  const said = choiceSaid(work.sentence, choices);
  if (said === null) return turnMark(mending, work, choices, wrong, cause);
  const right = rightChoice(said.choice, choices, wrong);
  if (right === null) return null;
  const written = work.sentence.tokens[said.at]?.text ?? "";
  work.draft.replace(said.at, written === written.toLowerCase() ? right.letter.toLowerCase() : right.letter, cause);
  return { settled: new Set(cause), isFinished: true };
}

/** "B. blue": the letter before the words changes with them, and goes where they go. */
function turnMark(
  { text, outside }: Mending,
  { sentence }: SentenceWork,
  choices: readonly Choice[],
  wrong: readonly JudgedClaim[],
  cause: Cause,
): null {
  const before = text.slice(Math.max(0, sentence.span.start - 6), sentence.span.start);
  const mark = MARK_BEFORE.exec(before);
  const said = choices.find(({ letter }) => letter === mark?.[1]);
  if (mark === null || said === undefined) return null;
  const right = rightChoice(said, choices, wrong);
  const at = sentence.span.start - before.length + mark.index;
  const start = at + mark[0].indexOf(said.letter);
  if (right === null) outside.push({ span: { start: at, end: sentence.span.start }, replacement: "", claims: cause, kind: "delete" });
  else outside.push({ span: { start, end: start + 1 }, replacement: right.letter, claims: cause, kind: "replace" });
  return null;
}

function rightChoice(said: Choice, choices: readonly Choice[], wrong: readonly JudgedClaim[]): Choice | null {
  const opposite = /^yes\b/i.test(said.text) ? /^no\b/i : /^no\b/i.test(said.text) ? /^yes\b/i : null;
  if (opposite !== null) return choices.find(({ text }) => opposite.test(text)) ?? null;
  for (const { judgement } of wrong) {
    const { remedy } = judgement;
    const fitting = remedy === null ? [] : choices.filter(({ text }) => says(text, remedy));
    if (fitting.length === 1) return fitting[0] ?? null;
  }
  return null;
}

function says(text: string, remedy: Remedy): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\d-]+/u);
  switch (remedy.type) {
    case "color":
      return words.includes(remedy.value);
    case "count":
      return words.some((word) => numberValue(word) === remedy.value) || (remedy.value === 0 && words.includes("none"));
    case "predicate":
      return remedy.value.split("_").some((word) => word !== "image" && word !== "of" && words.includes(word));
    default:
      return false;
  }
}
