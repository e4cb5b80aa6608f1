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
      renameShare(part, parts[index + 1], draft, fate);
      return;
    }
    const next = parts[index + 1];
    if (
      next?.kind === "apposition" &&
      isJoined(next, draft) &&
      fates[index + 1] === null &&
      part.kind === "preposition" &&
      isSome(part.list)
    ) {
      draft.drop({ from: part.list?.from ?? part.from, to: next.from }, fate);
      renameShare(part, next, draft, fate);
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
    const joins = /^(?:and|or)$/i.test(draft.tokens[separator.to - 1]?.text ?? "");
    const before = parts[index - 1];
    // "is in the center, [the dog on the left,] and a tree on the right": another thing with a place of its own.
    const standsBefore = before !== undefined && fates[index - 1] === null && (before.kind === next.kind || next.kind === "apposition");
    if (joins && !standsBefore) draft.drop(separator, fate);
  });
}

/** "with [some near the dog and] others further away" */
function isSome(list: List | null): boolean {
  return list?.members.length === 1 && /^(?:some|one|several|many|a few)$/i.test(list.members[0]?.phrase.text ?? "");
}

const FIRST_SHARE: ReadonlyMap<string, string> = new Map([
  ["others", "some"],
  ["the others", "some"],
  ["the other", "one"],
  ["another", "one"],
]);

/** "some holding umbrellas and others sitting" → "some sitting": others than whom? */
function renameShare(lost: Part, next: Part | undefined, draft: Draft, cause: Cause): void {
  const list = lost.kind === "preposition" || lost.kind === "apposition" ? lost.list : null;
  const share = next?.kind === "apposition" ? next.list.members[0]?.phrase : undefined;
  const word = share === undefined ? undefined : FIRST_SHARE.get(share.text.toLowerCase());
  if (!isSome(list) || share === undefined || word === undefined) return;
  draft.replaceRange({ from: share.firstToken, to: share.endToken }, word, cause);
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
