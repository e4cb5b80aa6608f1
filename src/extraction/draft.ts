/** A claim before it has its number: claims are numbered in order of their first character, when all of a response are known. */
import type { Claim, ClaimKind } from "../domain/claim.js";

type WithoutId<Any> = Any extends unknown ? Omit<Any, "id"> : never;
export type Draft = WithoutId<Claim>;

const KIND_ORDER: Readonly<Record<ClaimKind, number>> = { existence: 0, count: 1, attribute: 2, relation: 3, text: 4, other: 5 };

/** Sorted by first character, what says the same of the same words dropped, and numbered from "c1". */
export function numbered(drafts: readonly Draft[], kinds: readonly ClaimKind[]): readonly Claim[] {
  const wanted = new Set(kinds);
  const seen = new Set<string>();
  const kept = drafts.filter((draft) => {
    const key = `${draft.kind}|${draft.span.start}|${draft.span.end}|${draft.text}`;
    if (!wanted.has(draft.kind) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept
    .toSorted((a, b) => a.span.start - b.span.start || KIND_ORDER[a.kind] - KIND_ORDER[b.kind] || a.span.end - b.span.end)
    .map((draft, index): Claim => ({ ...draft, id: `c${index + 1}` }));
}
