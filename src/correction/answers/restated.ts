/**
 * What names a thing again right after it was named: "a dog, a brown one, next to the sofa", "two people, a man and a woman", "three dogs:
 * two black and one white". Where there is none, it goes with the thing: a denial of the first would leave the second.
 */
import type { JudgedClaim } from "../../domain/judgement.js";
import { contains } from "../../domain/span.js";
import type { NounPhrase, Sentence } from "../../language/passage.js";
import { targetOf } from "../../language/vocabulary/look-up.js";
import type { Cause } from "../draft.js";
import type { SentenceWork } from "../mending.js";
import { isBareAmount } from "../negation.js";
import type { TokenRange } from "../structure/item.js";
import type { Clause, List, Member } from "../structure/tree.js";
import type { Rest } from "./turned.js";

const CLOSING: ReadonlyMap<string, string> = new Map([
  [",", ","],
  ["(", ")"],
  ["—", "—"],
  ["–", "–"],
  ["-", "-"],
]);

/** Takes out what names the clause's lost object again. */
export function dropRestated(
  { sentence, draft }: SentenceWork,
  { clause, end }: { readonly clause: Clause; readonly end: number },
  refuted: readonly JudgedClaim[],
  cause: Cause,
): void {
  const object = clause.verbPhrases.members[0]?.object?.members[0];
  if (object === undefined || !isLost(object, refuted)) return;
  const named = object.phrase;
  for (let at = named.endToken; at < end; at += 1) {
    const closing = CLOSING.get(sentence.tokens[at]?.text ?? "");
    if (closing === undefined) continue;
    const close = sentence.tokens.findIndex(({ text }, index) => index > at && index < end && text === closing);
    const to = close < 0 ? end : close;
    if (!restates(sentence, { from: at + 1, to }, named)) continue;
    draft.drop({ from: at, to: close < 0 ? to : to + 1 }, cause);
    at = to - 1;
  }
}

/** "a brown one", "a poodle" of a dog, "a man and a woman" of two people. */
function restates({ tokens, nounPhrases }: Sentence, { from, to }: TokenRange, named: NounPhrase): boolean {
  const phrases = nounPhrases.filter(({ firstToken }) => firstToken >= from && firstToken < to);
  const [first] = phrases;
  // "two black and one white"
  if (tokens[from]?.tag === "NUM" && !phrases.some(({ isThing }) => isThing) && named.plural) return true;
  if (first === undefined || tokens.slice(from, to).some(({ tag, text }) => tag === "AUX" || /^(?:no|not|but)$/i.test(text))) return false;
  const isOpening = tokens.slice(from, first.firstToken).every(({ tag }) => tag === "DET" || tag === "ADJ" || tag === "ADV");
  if (!isOpening || /^(?:and|or|only|just)$/i.test(tokens[from]?.text ?? "")) return false;
  if (isBareAmount(first) || /^ones?$/i.test(first.text)) return true;
  const things = phrases.filter(({ isThing }) => isThing);
  return first.isThing && things.every(({ category }) => isKindOf(category, named.category));
}

/** A dog of animals; a dog of dogs. */
function isKindOf(category: string, kind: string): boolean {
  if (category === kind) return true;
  const [{ classes: narrow }, { classes: wide }] = [targetOf(category), targetOf(kind)];
  return narrow.length > 0 && wide.length > narrow.length && narrow.every((name) => wide.includes(name));
}

/** Whether a member of a list is not there. */
export function isLost({ phrase }: Member, refuted: readonly JudgedClaim[]): boolean {
  return refuted.some(
    ({ claim }) => claim.kind === "existence" && !claim.negated && claim.object.span !== null && contains(phrase.span, claim.object.span),
  );
}

/** The list without members that are gone already. */
export function keptList(list: List, isGone: (member: number) => boolean): List {
  const kept = list.members.flatMap((member, index) => (isGone(member.phrase.firstToken) ? [] : [{ member, index }]));
  const separators = kept.slice(1).flatMap(({ index }) => list.separators[index - 1] ?? []);
  return { ...list, members: kept.map(({ member }) => member), separators };
}

/** Takes out what a colon adds to a denied clause: "there are no dogs[: two black and one white]". */
export function withoutDetails({ sentence, draft }: SentenceWork, rest: Rest | null, cause: Cause): Rest | null {
  if (rest === null || sentence.tokens[rest.from]?.text !== ":") return rest === null ? null : { ...rest, isAfterLoss: true };
  draft.drop({ from: rest.from, to: rest.to }, cause);
  return null;
}
