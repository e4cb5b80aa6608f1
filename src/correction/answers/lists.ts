/**
 * Lists under "there is" of which something is not there: "there is a dog and two chairs" says, without the dog, "there is no dog, but there
 * are two chairs"; "two chairs and a dog", "two chairs, but no dog".
 */
import type { JudgedClaim } from "../../domain/judgement.js";
import type { Cause, Draft } from "../draft.js";
import type { SentenceWork } from "../mending.js";
import { denyNoun } from "../negation.js";
import type { Clause, List, Member } from "../structure/tree.js";
import { isLost, keptList } from "./restated.js";

/**
 * @param refuted all refuted claims
 * @returns "denied" where the list says now what is so; "open" where its lost members are to be taken out like any other; null where it is
 *   no list, or all that it names is there
 */
export function denyListed(
  { draft }: SentenceWork,
  clause: Clause,
  refuted: readonly JudgedClaim[],
  cause: Cause,
): "denied" | "open" | null {
  const whole = clause.verbPhrases.members[0]?.object ?? null;
  const list = whole === null ? null : keptList(whole, (token) => draft.isDropped(token));
  if (list === null || list.members.length < 2) return null;
  const lost = list.members.map((member) => isLost(member, refuted));
  if (!lost.includes(true)) return null;
  const all = !lost.includes(false);
  if (clause.there === null) return all ? null : "open";
  const verb = clause.verbPhrases.members[0]?.verb.from ?? -1;
  // "there are a dog and a cat"
  const isOne = list.members[0]?.phrase.plural === false && /^are$/i.test(draft.tokens[verb]?.text ?? "");
  if (all) return denyAll(draft, list, isOne ? verb : -1, cause);
  const lastLost = lost.lastIndexOf(true);
  const firstLost = lost.indexOf(true);
  const isPrefix = lost.slice(0, lastLost).every((isGone) => isGone);
  const isSuffix = lost.slice(firstLost).every((isGone) => isGone);
  if (isPrefix && joinsAt(draft, list, lastLost)) {
    if (isOne) draft.replace(verb, "is", cause);
    return denyFirst(draft, list, lastLost + 1, cause);
  }
  if (!isSuffix || lost.length - firstLost !== 1) return "open";
  if (isOne && firstLost === 1) draft.replace(verb, "is", cause);
  return denyLast(draft, list, firstLost, cause);
}

/** "no dog or cat" */
function denyAll(draft: Draft, { members, separators }: List, verb: number, cause: Cause): "denied" {
  if (verb >= 0) draft.replace(verb, "is", cause);
  for (const [index, { phrase }] of members.entries()) {
    if (index === 0) denyNoun(draft, phrase, cause);
    else if (/^(?:an?|some|any)$/i.test(draft.tokens[phrase.firstToken]?.text ?? "") || phrase.quantity !== null)
      draft.drop({ from: phrase.firstToken, to: headAt(phrase, draft) }, cause);
  }
  for (const { to } of separators) if (/^and$/i.test(draft.tokens[to - 1]?.text ?? "")) draft.replace(to - 1, "or", cause);
  return "denied";
}

function headAt({ head, firstToken, endToken }: Member["phrase"], { tokens }: Draft): number {
  for (let at = firstToken; at < endToken; at += 1) if ((tokens[at]?.span.start ?? 0) >= head.start) return at;
  return endToken - 1;
}

/** Whether "and" stands right after a member, or a comma. */
function joinsAt({ tokens }: Draft, { separators }: List, index: number): boolean {
  const separator = separators[index];
  return separator !== undefined && /^(?:and|,)$/i.test(tokens[separator.to - 1]?.text ?? "");
}

function denyFirst(draft: Draft, { members, separators }: List, kept: number, cause: Cause): "denied" {
  for (const [index, { phrase }] of members.slice(0, kept).entries()) {
    if (index === 0) denyNoun(draft, phrase, cause);
    else draft.drop({ from: separators[index - 1]?.from ?? phrase.firstToken, to: members[index]?.to ?? phrase.endToken }, cause);
  }
  const next = members[kept]?.phrase;
  const separator = separators[kept - 1];
  if (next === undefined || separator === undefined) return "denied";
  const verb = next.plural ? "are" : "is";
  if (draft.tokens[separator.from]?.text === ",") {
    draft.drop({ from: separator.from + 1, to: separator.to }, cause);
    draft.insertBefore(next.firstToken, `but there ${verb}`, cause);
    return "denied";
  }
  // The comma joins the word before it, so it is written there.
  const before = (members[0]?.to ?? separator.from) - 1;
  draft.replaceRange({ from: separator.from, to: separator.to }, `but there ${verb}`, cause);
  draft.replace(before, `${draft.textAt(before)},`, cause);
  return "denied";
}

function denyLast(draft: Draft, { members, separators }: List, index: number, cause: Cause): "denied" {
  const phrase = members[index]?.phrase;
  const separator = separators[index - 1];
  if (phrase === undefined || separator === undefined) return "denied";
  denyNoun(draft, phrase, cause);
  draft.replaceRange({ from: separator.from, to: separator.to }, "but", cause);
  return "denied";
}
