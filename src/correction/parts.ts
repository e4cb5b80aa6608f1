/** Parts of a noun or a verb that go: which comma or conjunction goes along, and which stays for the next. */
import type { Cause, Draft } from "./draft.js";
import { isHedge, isOnlyNearness } from "./stranded.js";
import type { List, Part } from "./structure/tree.js";

/** Parts that go take the comma or conjunction before them along, and the one behind where nothing before it stays joined. */
export function dropParts(parts: readonly Part[], fates: readonly (Cause | null)[], draft: Draft): void {
  parts.forEach((part, index) => {
    const fate = fates[index];
    if (fate === null || fate === undefined) return;
    if (handsComma(part, parts[index + 1], fates[index + 1], draft)) {
      draft.drop({ from: part.from, to: parts[index + 1]?.from ?? part.to }, fate);
      return;
    }
    const next = parts[index + 1];
    if (next?.kind === "apposition" && fates[index + 1] === null && part.kind === "preposition" && isSome(part.list)) {
      draft.drop({ from: part.list?.from ?? part.from, to: next.from }, fate);
      return;
    }
    draft.drop({ from: part.separator?.from ?? part.from, to: part.trail?.to ?? part.to }, fate);
    if (next?.kind === "loose" && isOnlyNearness(part, next, draft)) draft.drop(next, fate);
    const hedge = parts[index - 1];
    if (hedge?.kind === "loose" && fates[index - 1] === null && isHedge(hedge, draft, part)) {
      draft.drop({ from: hedge.separator?.from ?? hedge.from, to: hedge.to }, fate);
    }
    const separator = next?.separator ?? null;
    if (next === undefined || separator === null || fates[index + 1] !== null) return;
    const isJoined = /^(?:and|or)$/i.test(draft.tokens[separator.to - 1]?.text ?? "");
    const before = parts[index - 1];
    const standsBefore = before !== undefined && fates[index - 1] === null && before.kind === next.kind;
    if (isJoined && !standsBefore) draft.drop(separator, fate);
  });
}

/** "with [some near the dog and] others further away" */
function isSome(list: List | null): boolean {
  return list?.members.length === 1 && /^(?:some|one|several|many)$/i.test(list.members[0]?.phrase.text ?? "");
}

/** ", some [holding umbrellas and others] sitting": the next of the same kind takes the comma. */
function handsComma(part: Part, next: Part | undefined, fate: Cause | null | undefined, draft: Draft): boolean {
  const comma = part.separator;
  if (comma === null || next === undefined || fate !== null || next.kind !== part.kind || !isJoined(next, draft)) return false;
  return comma.to - comma.from === 1 && draft.tokens[comma.from]?.text === ",";
}

/** Whether "and" joins the part to what stands before it. */
export function isJoined({ separator }: Part, { tokens }: Draft): boolean {
  return separator !== null && /^and$/i.test(tokens[separator.to - 1]?.text ?? "");
}
