/** Puts a "not" or a "no" into a clause, and takes one out. Both keep do-support: "shows" ↔ "does not show". */

import { article } from "../language/grammar/articles.js";
import { casedAs } from "../language/grammar/casing.js";
import { pluralVerb, singularVerb } from "../language/grammar/verbs.js";
import { isMass, isPluralOnly } from "../language/grammar.js";
import type { NounPhrase, Token } from "../language/passage.js";
import type { Cause, Draft } from "./draft.js";
import type { TokenRange } from "./structure/item.js";
import type { Clause } from "./structure/tree.js";

const NEGATION = /^(?:not|n't|n’t|never)$/i;
/** Words that deny what follows, and what says the opposite. */
const POSITIVE: ReadonlyMap<string, string> = new Map([
  ["without", "with"],
  ["lacks", "has"],
  ["lack", "have"],
  ["lacking", "having"],
]);
const AUXILIARY = /^(?:is|are|was|were|am|'s|’s|'re|’re|has|have|had|does|do|did|can|could|may|might|must|should|will|would)$/i;

/**
 * Denies what a clause says.
 * @param isExistence deny the thing itself ("no dogs"), not its number ("not three dogs")
 * @returns false where the clause has no verb to deny
 */
export function negate(draft: Draft, clause: Clause, cause: Cause, isExistence: boolean): boolean {
  const [phrase] = clause.verbPhrases.members;
  if (phrase === undefined) return false;
  const object = phrase.object?.members[0]?.phrase;
  if (clause.there !== null && object !== undefined && isExistence && !/^(?:the|his|her|its|their)$/.test(object.determiner ?? "")) {
    denyNoun(draft, object, cause);
    return true;
  }
  const first = draft.tokens[phrase.verb.from];
  if (first === undefined) return false;
  const next = draft.tokens[phrase.verb.from + 1];
  // "Yes, there is.", "Yes, I do."
  const isLast = next === undefined || next.tag === "PUNCT";
  if (
    AUXILIARY.test(first.text) &&
    (isLast || phrase.verb.to - phrase.verb.from > 1 || first.lemma === "be" || phrase.verb.verb?.isCopula === true)
  ) {
    if (/^can$/i.test(first.text)) draft.replace(phrase.verb.from, `${first.text}not`, cause);
    else if (isLast) draft.replace(phrase.verb.from, `${first.text} not`, cause);
    else draft.insertBefore(phrase.verb.from + 1, "not", cause);
  } else {
    const isPlural = first.text.toLowerCase() === first.lemma;
    draft.replace(phrase.verb.from, `${isPlural ? "do" : "does"} not ${first.lemma}`, cause);
  }
  if (object !== undefined && isExistence && isBareAmount(object) && object.text.toLowerCase() !== "one")
    draft.replaceRange({ from: object.firstToken, to: object.endToken + (isOfThem(draft, object) ? 2 : 0) }, "any", cause);
  else if (object !== undefined && isExistence && object.isThing) denyAmount(draft, object, cause);
  else if (object !== undefined && /^some$/i.test(draft.tokens[object.firstToken]?.text ?? ""))
    draft.replace(object.firstToken, "any", cause);
  return true;
}

/** "I do not see two dogs" would say that there is one: "I do not see any dogs". */
function denyAmount(draft: Draft, { firstToken, endToken, plural }: NounPhrase, cause: Cause): void {
  const amount = { from: firstToken, to: firstToken };
  while (amount.to < endToken - 1 && isAmount(draft.tokens[amount.to])) amount.to += 1;
  const first = draft.tokens[firstToken]?.text ?? "";
  if (amount.to > amount.from && !/^(?:an?|any|the|this|that|these|those|his|her|its|their)$/i.test(first))
    draft.replaceRange(amount, plural ? "any" : article(draft.textAt(amount.to)), cause);
}

/** "a dog" → "no dog", "two small dogs" → "no small dogs", "dogs" → "no dogs"; without a noun "two", "some" → "none". */
export function denyNoun(draft: Draft, phrase: NounPhrase, cause: Cause): void {
  if (isBareAmount(phrase)) {
    draft.replaceRange({ from: phrase.firstToken, to: phrase.endToken + (isOfThem(draft, phrase) ? 2 : 0) }, "none", cause);
    return;
  }
  const amount = { from: phrase.firstToken, to: phrase.firstToken };
  while (amount.to < phrase.endToken - 1 && isAmount(draft.tokens[amount.to])) amount.to += 1;
  // "lots of dogs", where the noun is the dogs
  if (MANY.test(draft.tokens[amount.to]?.text ?? "") && /^of$/i.test(draft.tokens[amount.to + 1]?.text ?? "") && phrase.plural)
    amount.to += 2;
  if (amount.to > amount.from) draft.replaceRange(amount, "no", cause);
  else draft.insertBefore(phrase.firstToken, "no", cause);
}

/** "three of them" */
function isOfThem({ tokens }: Draft, { endToken }: NounPhrase): boolean {
  const after = tokens.slice(endToken, endToken + 2).map(({ text }) => text);
  return /^of (?:them|those|these)$/i.test(after.join(" "));
}

/** "one", "several", "a few" that stand for what was asked for. */
export function isBareAmount({ isThing, quantity, text }: NounPhrase): boolean {
  return !isThing && (quantity !== null || /^(?:some|any|many|plenty|ones)$/i.test(text));
}

const MANY = /^(?:lots|dozens|hundreds|plenty|tons|loads|number)$/i;

function isAmount(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return (
    token.tag === "NUM" ||
    token.tag === "DET" ||
    /^(?:an?|some|any|several|many|few|multiple|numerous|various|one|at|least|of|couple|pair|lot|exactly|only)$/i.test(token.text)
  );
}

/**
 * Takes the denial out of what a range of tokens says: "there is no dog" → "there is a dog", "does not show" → "shows".
 * @param denied the noun phrase that was denied, where there is one
 * @returns false where no denial is found
 */
export function affirm(draft: Draft, range: TokenRange, denied: NounPhrase | null, cause: Cause): boolean {
  if (denied !== null && /^no(?:body|[ -]one)$/i.test(denied.text)) {
    draft.replaceRange({ from: denied.firstToken, to: denied.endToken }, denied.text.startsWith("N") ? "Someone" : "someone", cause);
    return true;
  }
  if (denied !== null && /^(?:no|zero)$/i.test(draft.tokens[denied.firstToken]?.text ?? "")) {
    affirmNoun(draft, denied, denied.firstToken, cause);
    return true;
  }
  if (denied !== null && affirmNor(draft, denied, cause)) return true;
  for (let at = range.from; at < range.to; at += 1) {
    const text = draft.tokens[at]?.text ?? "";
    const positive = POSITIVE.get(text.toLowerCase());
    if (positive !== undefined) {
      draft.replace(at, casedAs(text, positive), cause);
      if (denied !== null) affirmAny(draft, denied, cause);
      return true;
    }
    if (/^cannot$/i.test(text)) {
      draft.replace(at, text.slice(0, 3), cause);
      if (denied !== null) affirmAny(draft, denied, cause);
      return true;
    }
    if (isNoSign(draft, at)) {
      draft.drop({ from: at, to: at + 3 }, cause);
      return true;
    }
    if (/^none$/i.test(text)) {
      draft.replace(at, /^(?:is|was|['’]s)$/i.test(draft.tokens[at - 1]?.text ?? "") ? "one" : "some", cause);
      return true;
    }
    if (!NEGATION.test(text)) continue;
    if (/^but$/i.test(draft.tokens[at - 1]?.text ?? "")) draft.replace(at - 1, "and", cause);
    dropNot(draft, at, cause);
    if (denied === null || denied.endToken - denied.firstToken === 1) affirmBareAny(draft, at, denied?.endToken ?? range.to, cause);
    else affirmAny(draft, denied, cause);
    return true;
  }
  return false;
}

/** "no sign of a dog" */
function isNoSign({ tokens }: Draft, at: number): boolean {
  const words = tokens.slice(at, at + 3).map(({ text }) => text.toLowerCase());
  return /^no (?:signs?|traces?|evidence|indications?|hints?) of$/.test(words.join(" "));
}

/** ", nor are there any people" → ", but there are people". */
function affirmNor(draft: Draft, { firstToken, plural }: NounPhrase, cause: Cause): boolean {
  const at = firstToken - 3;
  const words = draft.tokens.slice(Math.max(0, at), firstToken).map(({ text }) => text.toLowerCase());
  if (!/^nor (?:is|are|was|were) there$/.test(words.join(" "))) return false;
  draft.replaceRange({ from: at, to: firstToken }, `but there ${words[1] ?? (plural ? "are" : "is")}`, cause);
  if (/^any$/i.test(draft.tokens[firstToken]?.text ?? "")) draft.drop({ from: firstToken, to: firstToken + 1 }, cause);
  return true;
}

/** "does not show" → "shows", "do n't show" → "show", "is not" → "is", "can't" → "can". */
function dropNot(draft: Draft, at: number, cause: Cause): void {
  draft.drop({ from: at, to: at + 1 }, cause);
  const before = draft.tokens[at - 1];
  const verb = draft.tokens[at + 1];
  if (before === undefined) return;
  if (/^ca$/i.test(before.text)) draft.replace(at - 1, `${before.text}n`, cause);
  else if (/^wo$/i.test(before.text)) draft.replace(at - 1, before.text.replace("o", "ill"), cause);
  else if (/^do(?:es)?$/i.test(before.text) && verb !== undefined && verb.tag === "VERB") {
    draft.drop({ from: at - 1, to: at }, cause);
    const form = /^does$/i.test(before.text) ? singularVerb(verb.text) : pluralVerb(verb.text, verb.lemma);
    if (form !== verb.text) draft.replace(at + 1, form, cause);
  }
}

function affirmAny(draft: Draft, phrase: NounPhrase, cause: Cause): void {
  if (/^any$/i.test(draft.tokens[phrase.firstToken]?.text ?? "")) affirmNoun(draft, phrase, phrase.firstToken, cause);
}

/** "There are not any." → "There are some.", "There isn't any." → "There is one." */
function affirmBareAny(draft: Draft, not: number, to: number, cause: Cause): void {
  for (let at = not + 1; at < to; at += 1) {
    if (!/^any$/i.test(draft.tokens[at]?.text ?? "")) continue;
    draft.replace(at, /^(?:is|was|['’]s)$/i.test(draft.tokens[not - 1]?.text ?? "") ? "one" : "some", cause);
    return;
  }
}

/** "no dog" → "a dog", "no dogs" → "dogs", "any water" → "water". */
function affirmNoun(draft: Draft, phrase: NounPhrase, determiner: number, cause: Cause): void {
  if (/^but$/i.test(draft.tokens[determiner - 1]?.text ?? "")) draft.replace(determiner - 1, "and", cause);
  const noun = draft.tokens[phrase.endToken - 1]?.text ?? "";
  if (phrase.plural || isPluralOnly(noun) || isMass(noun)) {
    draft.drop({ from: determiner, to: determiner + 1 }, cause);
    return;
  }
  const right = article(draft.tokens[determiner + 1]?.text ?? noun);
  const isCapital = /^\p{Lu}/u.test(draft.tokens[determiner]?.text ?? "");
  draft.replace(determiner, isCapital ? right.replace("a", "A") : right, cause);
}
