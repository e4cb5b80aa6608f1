/**
 * Takes members out of a list and mends its commas and conjunction: "a man, two dogs and a car" without the dogs is "a man and a car".
 * The writer's way with the comma before "and" is kept while three or more members stay.
 */
import type { Cause, Draft } from "./draft.js";
import type { TokenRange } from "./structure/item.js";

interface Row {
  readonly members: readonly TokenRange[];
  readonly separators: readonly TokenRange[];
}

/**
 * Drops the members that have a cause; at least one must stay.
 * @param fates one for each member: why it goes, or null
 * @returns indexes of the members that stay
 */
export function thin(draft: Draft, { members, separators }: Row, fates: readonly (Cause | null)[], isNominal: boolean): readonly number[] {
  const kept = members.flatMap((_, index) => (fates[index] === null || fates[index] === undefined ? [index] : []));
  const causes = fates.flatMap((fate) => (fate === null ? [] : [fate]));
  const cause = causes[0];
  if (cause === undefined || kept.length === 0) return kept;
  members.forEach((member, index) => {
    const fate = fates[index];
    if (fate !== null && fate !== undefined) draft.drop(member, fate);
  });
  const keptSeparators = new Set(
    kept.slice(1).map((index, at) => (isNominal ? index - 1 : strongest(draft, separators, { from: kept[at] ?? 0, to: index }))),
  );
  separators.forEach((separator, index) => {
    if (!keptSeparators.has(index)) draft.drop(separator, fates[index] ?? fates[index + 1] ?? cause);
  });
  const last = separators.at(-1);
  if (isNominal && last !== undefined && kept.length > 1) mendLast(draft, { last, separators, kept, count: members.length, cause });
  return kept;
}

/** The separator that stays between two clauses whose middle went: a semicolon before a comma, else the last. */
function strongest(draft: Draft, separators: readonly TokenRange[], { from, to }: TokenRange): number {
  for (let at = from; at < to; at += 1) if (draft.tokens[separators[at]?.from ?? -1]?.text === ";") return at;
  return to - 1;
}

interface Ending {
  /** The last separator as written. */
  readonly last: TokenRange;
  readonly separators: readonly TokenRange[];
  readonly kept: readonly number[];
  readonly count: number;
  readonly cause: Cause;
}

/** Two members need no comma before "and"; where the last member went, the conjunction moves to the one that is last now. */
function mendLast(draft: Draft, { last, separators, kept, count, cause }: Ending): void {
  const conjunction = conjunctionIn(draft, last);
  if (conjunction === null) return;
  const hadComma = draft.tokens[last.from]?.text === ",";
  if (kept.at(-1) === count - 1) {
    if (kept.length === 2 && hadComma && last.to - last.from > 1) draft.drop({ from: last.from, to: last.from + 1 }, cause);
    return;
  }
  const now = separators[(kept.at(-1) ?? 0) - 1];
  if (now === undefined || conjunctionIn(draft, now) !== null) return;
  draft.replaceRange(now, `${hadComma && kept.length > 2 ? "," : ""} ${conjunction}`, cause);
}

function conjunctionIn(draft: Draft, range: TokenRange): string | null {
  for (let at = range.from; at < range.to; at += 1) {
    const text = draft.tokens[at]?.text ?? "";
    if (/^(?:and|or|nor|&)$/i.test(text)) return text;
    if (/^well$/i.test(text)) return "and";
  }
  return null;
}
