/**
 * A wrong color or other attribute. The right color takes its place where it is known; else the word goes, and with it the predicate
 * or the sentence that says nothing more ("The car is red.").
 */

import type { AttributeClaim } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { casedAs } from "../language/grammar/casing.js";
import type { Token } from "../language/passage.js";
import { basicColorOf } from "../language/vocabulary/colors.js";
import type { Cause, Draft } from "./draft.js";
import { type Mending, tokensIn, workAt } from "./mending.js";
import type { TokenRange } from "./structure/item.js";

const SHADE = /^(?:very|bright|dark|light|pale|deep|mostly|vividly|brightly|solid|vibrant)$/i;

export function mendAttribute(mending: Mending, { claim, judgement }: JudgedClaim & { readonly claim: AttributeClaim }): void {
  const cause: Cause = [claim.id];
  const work = workAt(mending, claim.span);
  if (work === null) return;
  const place = wordsOf(work.sentence.tokens, tokensIn(work.sentence, claim.span), claim.attribute.value);
  if (place === null) {
    mending.gone.set(work.sentence.index, cause);
    return;
  }
  if (judgement.remedy?.type === "color" && !isSaidBeside(work.draft, place, judgement.remedy.value)) {
    const whole = withShade(work.sentence.tokens, place);
    work.draft.replaceRange(whole, casedAs(work.sentence.tokens[whole.from]?.text ?? "", judgement.remedy.value), cause);
    return;
  }
  const phrase = work.sentence.nounPhrases.find(({ firstToken, endToken }) => firstToken <= place.from && place.to <= endToken);
  if (phrase !== undefined && place.to < phrase.endToken) {
    dropAdjective(mending, work.sentence.index, place, phrase.firstToken, cause);
    return;
  }
  for (let at = place.from; at < place.to; at += 1) {
    const start = work.sentence.tokens[at]?.span.start;
    if (start !== undefined) mending.words.set(start, cause);
  }
}

/** "…, and the dog black": without its dog the quality would be said of the clause before. */
export function dropOwnQuality(mending: Mending, claim: AttributeClaim): void {
  const work = workAt(mending, claim.span);
  const own = claim.object.span;
  if (work === null || own === null) return;
  const { tokens, nounPhrases } = work.sentence;
  const phrase = nounPhrases.find(({ span }) => span.start === own.start);
  const place = wordsOf(tokens, tokensIn(work.sentence, claim.span), claim.attribute.value);
  if (phrase === undefined || place?.from !== phrase.endToken) return;
  if (!/^(?:and|,)$/i.test(tokens[phrase.firstToken - 1]?.text ?? "")) return;
  work.draft.drop(place, [claim.id]);
}

/** "black" of "black and white": written for "white" it would stand there twice. */
function isSaidBeside(draft: Draft, { from, to }: TokenRange, color: string): boolean {
  const { tokens } = draft;
  const joins = (at: number): boolean => {
    const text = tokens[at]?.text ?? "";
    return /^(?:and|or|,|&|\/|-)$/i.test(text) || SHADE.test(text) || basicColorOf(text.toLowerCase()) !== null;
  };
  let [start, end] = [from, to];
  while (joins(start - 1)) start -= 1;
  while (joins(end)) end += 1;
  return tokens.slice(start, end).some((token, offset) => {
    const at = start + offset;
    return isWord(token, color) || ((at < from || at >= to) && draft.textAt(at) === color);
  });
}

/** "dark" of "dark red" is no more known of the right color than of none. */
function withShade(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  let start = from;
  while (start > 0 && SHADE.test(tokens[start - 1]?.text ?? "")) start -= 1;
  return { from: start, to };
}

/** "a red and white bus" → "a white bus", "a red, shiny car" → "a shiny car", "a bright red car" → "a car". */
function dropAdjective(mending: Mending, sentence: number, place: TokenRange, first: number, cause: Cause): void {
  const draft = mending.work[sentence]?.draft;
  if (draft === undefined) return;
  const { tokens } = draft;
  let { from, to } = place;
  from = Math.max(first, withShade(tokens, place).from);
  const joinsNext = /^(?:and|,|or|-)$/i.test(tokens[to]?.text ?? "");
  const joinsLast = /^(?:and|,|or)$/i.test(tokens[from - 1]?.text ?? "") && from - 1 > first;
  if (joinsNext) to += tokens[to]?.text === "," && /^and$/i.test(tokens[to + 1]?.text ?? "") ? 2 : 1;
  else if (joinsLast) from -= 1;
  draft.drop({ from, to }, cause);
}

/** The tokens of a value within a range: "red", "dark blue"; by its lemma for verbs ("running" for "run"). */
export function wordsOf(tokens: readonly Token[], { from, to }: TokenRange, value: string): TokenRange | null {
  const words = value
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== "");
  for (let at = from; at < to; at += 1) {
    if (words.every((word, offset) => isWord(tokens[at + offset], word))) return { from: at, to: at + words.length };
  }
  for (let at = from; at < to; at += 1) {
    const text = tokens[at]?.text.toLowerCase() ?? "";
    // "black-and-white" says both.
    if (text === value.toLowerCase() || (text.includes("-") && text.split("-").includes(value))) return { from: at, to: at + 1 };
  }
  return null;
}

function isWord(token: Token | undefined, word: string): boolean {
  if (token === undefined) return false;
  const text = token.text.toLowerCase();
  return text === word || token.lemma === word || (word === "gray" && text === "grey") || (word === "grey" && text === "gray");
}
