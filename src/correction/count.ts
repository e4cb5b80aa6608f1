/**
 * A wrong number: "two dogs lie" → "a dog lies". The true number takes the style of the one it replaces; one is "a" unless the writer
 * counts in digits or stresses the number. Where the true number is not known the text becomes vague: "some dogs", "the dogs".
 */

import type { CountClaim } from "../domain/claim.js";
import type { JudgedClaim } from "../domain/judgement.js";
import { article } from "../language/grammar/articles.js";
import { casedAs } from "../language/grammar/casing.js";
import { numberLike, numberValue } from "../language/grammar/numbers.js";
import { isMass, isPluralOnly, plural, singular } from "../language/grammar.js";
import type { NounPhrase, Token } from "../language/passage.js";
import { phraseAt } from "./doom.js";
import type { Cause, Draft } from "./draft.js";
import { type Mending, type SentenceWork, tokensIn, workAt } from "./mending.js";
import { dropMutual } from "./mutual.js";
import { dropOthers, isOfOthers, othersLeft } from "./others.js";
import { dropShareSentences, dropShares } from "./shares.js";
import type { TokenRange } from "./structure/item.js";

const STRESSED = /^(?:exactly|only|just|precisely|single)$/i;
const LOOSE =
  /^(?:at|least|most|more|fewer|less|than|about|around|nearly|almost|approximately|roughly|over|under|up|to|some|maybe|perhaps|exactly|only|just|precisely)$/i;
const AMOUNT =
  /^(?:pair|couple|dozens?|group|lots?|few|several|many|number|handful|hundreds?|thousands?|trio|duo|bunch|crowd|herd|flock|pack|multiple|numerous|various|both|another|single|total|team|set|row|array|variety|scores|tens|plenty|countless|cluster|line|group|lone|sole|solitary)$/i;

/** "How many dogs are there?", "Are there three dogs?": the answer is a number and no article. */
const ASKS_NUMBER = /\b(?:how many|only|one|two|three|four|five|six|seven|eight|nine|ten|\d+)\b/i;

/** @param remedy the true number; null where it is not known */
export function mendCount(mending: Mending, { claim, judgement }: JudgedClaim & { readonly claim: CountClaim }): void {
  const cause = [claim.id];
  const total = judgement.remedy?.type === "count" ? judgement.remedy.value : null;
  const place = claim.object.span ?? claim.span;
  const work = workAt(mending, place);
  if (work === null) return;
  const phrase = claim.object.span === null ? null : phraseAt(work.sentence, claim.object.span);
  if (phrase === null) {
    mendBareNumber(work, claim, total, cause);
    return;
  }
  if (total === 0) return;
  const behind = work.sentence.tokens[phrase.endToken + 1];
  if (
    phrase.quantity === null &&
    behind !== undefined &&
    behind.span.start < claim.span.end &&
    isTally(work.sentence.tokens[phrase.endToken])
  ) {
    mendBareNumber(work, { ...claim, span: { start: behind.span.start, end: claim.span.end } }, total, cause);
    return;
  }
  const value = total !== null && isOfOthers(phrase, work.sentence.tokens) ? othersLeft(mending, phrase, total) : total;
  if (value === 0) {
    dropOthers(mending, work, phrase, cause);
    return;
  }
  const isAnswer = ASKS_NUMBER.test(mending.questions.get(work.sentence.index) ?? "");
  const isPlural = rewriteNumber(work, phrase, value, { cause, isAnswer });
  mending.numbers.set(phrase.span.start, { plural: isPlural, cause });
  if (value === 1 && phrase.plural) {
    dropShares(mending, work, phrase, cause);
    besideOne(work, phrase, cause);
    dropMutual(work.draft, phrase.endToken, cause);
    dropShareSentences(mending, work, phrase, cause);
  }
}

/** "Dogs: 3", "| Dogs | 3 |": the number stands behind a mark, and the noun is a heading. */
function isTally(mark: Token | undefined): boolean {
  return /^[:|–—-]$/.test(mark?.text ?? "");
}

/** "between the horses": of one that is left, something may still stand beside it. */
function besideOne({ draft }: SentenceWork, { firstToken }: NounPhrase, cause: Cause): void {
  const before = firstToken - 1;
  if (/^between$/i.test(draft.tokens[before]?.text ?? "")) draft.replace(before, cased(draft, before, "next to"), cause);
}

/** "How many dogs are there?" "Two." */
function mendBareNumber({ sentence, draft }: SentenceWork, { span, count }: CountClaim, value: number | null, cause: Cause): void {
  const { from, to } = tokensIn(sentence, span);
  for (let at = from; at < to; at += 1) {
    const text = sentence.tokens[at]?.text ?? "";
    if (numberValue(text) !== count.value) continue;
    if (value === null) {
      draft.replaceRange({ from, to }, cased(draft, from, "some"), cause);
      return;
    }
    draft.replace(at, numberLike(text, value), cause);
    // "There are 3." of one thing
    const verb = sentence.tokens[at - 1]?.text ?? "";
    if (value === 1 && /^are$/i.test(verb)) draft.replace(at - 1, "is", cause);
    else if (value !== 1 && /^is$/i.test(verb)) draft.replace(at - 1, "are", cause);
    return;
  }
}

/** @returns whether the phrase is plural now */
export function rewriteNumber(
  { draft }: SentenceWork,
  phrase: NounPhrase,
  value: number | null,
  { cause, isAnswer }: { readonly cause: Cause; readonly isAnswer: boolean },
): boolean {
  const { tokens } = draft;
  if (phrase.head.start === phrase.span.start && phrase.head.end === phrase.span.end && phrase.quantity !== null)
    return rewriteBare(draft, phrase, value, cause);
  const amount = amountOf(phrase, tokens);
  const head = headOf(phrase, tokens);
  const isDefinite = /^(?:the|these|those|his|her|its|their|my|your|our)$/i.test(tokens[phrase.firstToken]?.text ?? "");
  const noun = tokens[head]?.text ?? "";
  if (isWholeAmount(phrase, head, tokens)) return rewriteGroup(draft, phrase, value, cause);
  if (value === null) {
    const becomesPlural = phrase.plural && !isDefinite;
    if (isDefinite && amount.to > amount.from) draft.drop(amount, cause);
    else replaceAmount(draft, amount, phrase.plural ? "some" : articleFor(draft, amount.to, noun), cause);
    return becomesPlural || phrase.plural;
  }
  if (/^all$/i.test(tokens[phrase.firstToken]?.text ?? "") && value <= 2) return rewriteAll(draft, phrase, head, value, cause);
  const model = tokens.slice(amount.from, amount.to).find(({ text }) => numberValue(text) !== null)?.text ?? "";
  const isStressed = tokens.slice(Math.max(0, amount.from - 1), amount.to).some(({ text }) => STRESSED.test(text));
  if (value === 1) {
    if (!isPluralOnly(noun) && !isMass(noun)) setNoun(draft, head, singular(noun), cause);
    if (isDefinite) draft.drop(amount, cause);
    else if (/^\d/.test(model) || isStressed || isAnswer)
      replaceAmount(draft, amount, keepStress(tokens, amount, numberLike(model, 1)), cause);
    else if (/^other$/i.test(tokens[amount.to]?.text ?? ""))
      replaceAmount(draft, { from: amount.from, to: amount.to + 1 }, "another", cause);
    else replaceAmount(draft, amount, articleFor(draft, amount.to, singular(noun)), cause);
    if (/^(?:these|those)$/i.test(tokens[phrase.firstToken]?.text ?? "")) {
      draft.replace(phrase.firstToken, /^these$/i.test(tokens[phrase.firstToken]?.text ?? "") ? "this" : "that", cause);
    }
    return isPluralOnly(noun);
  }
  setNoun(draft, head, plural(noun), cause);
  const isMore = phrase.quantity !== null && value > phrase.quantity.value;
  const stress = isMore && /^(?:only|just)$/i.test(tokens[amount.from]?.text ?? "") ? numberLike(model, value) : null;
  replaceAmount(draft, amount, stress ?? keepStress(tokens, amount, numberLike(model, value)), cause);
  return true;
}

/** "There are about a dozen." */
function rewriteBare(draft: Draft, { firstToken, endToken }: NounPhrase, value: number | null, cause: Cause): boolean {
  const model = draft.tokens.slice(firstToken, endToken).find(({ text }) => numberValue(text) !== null)?.text ?? "";
  const text = value === null ? "some" : numberLike(model, value);
  draft.replaceRange({ from: firstToken, to: endToken }, cased(draft, firstToken, text), cause);
  return value !== 1;
}

/** "all three dogs" → "both dogs", "the dog". */
function rewriteAll(draft: Draft, { firstToken }: NounPhrase, head: number, value: number, cause: Cause): boolean {
  let to = firstToken + 1;
  while (to < head && (draft.tokens[to]?.tag === "NUM" || /^(?:of|the)$/i.test(draft.tokens[to]?.text ?? ""))) to += 1;
  const noun = draft.tokens[head]?.text ?? "";
  setNoun(draft, head, value === 1 ? singular(noun) : plural(noun), cause);
  replaceAmount(draft, { from: firstToken, to }, value === 1 ? "the" : "both", cause);
  return value !== 1;
}

/** The words that say how many: "two", "at least three", "a pair of", "several"; the article of "a dog". */
function amountOf({ firstToken, endToken }: NounPhrase, tokens: readonly Token[]): TokenRange {
  let from = firstToken;
  const first = tokens[from]?.text ?? "";
  if (/^(?:the|these|those|his|her|its|their|my|your|our)$/i.test(first)) from += 1;
  while (from > 0 && from === firstToken && isQualifierBefore(tokens, from)) from -= 1;
  let to = Math.max(from, firstToken);
  if (/^all$/i.test(tokens[to]?.text ?? "") && tokens[to + 1]?.tag === "NUM") from = to += 1;
  while (to < endToken - 1) {
    const text = tokens[to]?.text ?? "";
    const isWord = LOOSE.test(text) || AMOUNT.test(text) || numberValue(text) !== null || /^an?$/i.test(text) || tokens[to]?.tag === "NUM";
    const joins = /^(?:of|or|-)$/i.test(text) && to > from;
    const isAdjectiveOfAmount =
      tokens[to]?.tag === "ADJ" && /^(?:large|small|big|huge|great|good)$/i.test(text) && AMOUNT.test(tokens[to + 1]?.text ?? "");
    if (!isWord && !joins && !isAdjectiveOfAmount) break;
    to += 1;
  }
  return { from, to };
}

/** "at least", "exactly" where the reader left them before the phrase. */
function isQualifierBefore(tokens: readonly Token[], from: number): boolean {
  const one = tokens[from - 1]?.text ?? "";
  return (
    /^(?:exactly|only|just|about|around|approximately|roughly|nearly|almost|least|most)$/i.test(one) &&
    numberValue(tokens[from]?.text ?? "") !== null
  );
}

function headOf(phrase: NounPhrase, tokens: readonly Token[]): number {
  for (let at = phrase.endToken - 1; at > phrase.firstToken; at -= 1) if ((tokens[at]?.span.start ?? 0) < phrase.head.end) return at;
  return phrase.firstToken;
}

/** "a couple", "a crowd" of people: the noun itself is the number. */
function isWholeAmount(phrase: NounPhrase, head: number, tokens: readonly Token[]): boolean {
  const { firstToken, category } = phrase;
  return head > firstToken && AMOUNT.test(tokens[head]?.text ?? "") && !plural(category).endsWith(tokens[head]?.text.toLowerCase() ?? "");
}

function rewriteGroup(draft: Draft, phrase: NounPhrase, value: number | null, cause: Cause): boolean {
  const noun = value === 1 ? singular(phrase.category) : plural(phrase.category);
  const amount = value === null ? "some" : value === 1 ? article(noun) : numberLike("", value);
  draft.replaceRange({ from: phrase.firstToken, to: phrase.endToken }, `${cased(draft, phrase.firstToken, amount)} ${noun}`, cause);
  return value !== 1;
}

function replaceAmount(draft: Draft, amount: TokenRange, text: string, cause: Cause): void {
  if (amount.to > amount.from) draft.replaceRange(amount, cased(draft, amount.from, text), cause);
  else draft.insertBefore(amount.from, text, cause);
}

/** "exactly two" → "exactly one"; "at least two" → "one". */
function keepStress(tokens: readonly Token[], { from, to }: TokenRange, text: string): string {
  const word = tokens[from]?.text ?? "";
  return to > from && STRESSED.test(word) && !/^single$/i.test(word) ? `${word.toLowerCase()} ${text}` : text;
}

function articleFor(draft: Draft, next: number, noun: string): string {
  if (isPluralOnly(noun) || isMass(noun)) return "some";
  return article(draft.textAt(next));
}

function setNoun(draft: Draft, head: number, noun: string, cause: Cause): void {
  if (draft.tokens[head]?.text !== noun) draft.replace(head, noun, cause);
}

function cased(draft: Draft, at: number, text: string): string {
  return casedAs(draft.tokens[at]?.text ?? "", text);
}
