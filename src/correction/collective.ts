/** Lists under one collective noun: "a variety of scooters and motorcycles" without the scooters is "a variety of motorcycles". */
import type { Cause, Draft } from "./draft.js";
import { thin } from "./series.js";
import type { List } from "./structure/tree.js";

const COLLECTIVE =
  /^(?:presence|combination|mix|mixture|variety|group|number|collection|array|assortment|selection|bunch|lot|plenty|lots|arrangement|range|couple|pair)$/i;

/**
 * Drops the first noun of such a list but keeps its collective, where a plain noun stays to take its place.
 * @returns indexes of the members that stay; null where the list is no such list
 */
export function dropHeadless(list: List, fates: readonly (Cause | null)[], draft: Draft): readonly number[] | null {
  const [first] = list.members;
  const cause = fates[0] ?? null;
  if (first === undefined || cause === null) return null;
  const next = list.members.find((_, index) => fates[index] === null);
  if (next === undefined || next.phrase.determiner !== null || next.phrase.quantity !== null) return null;
  const { firstToken, endToken } = first.phrase;
  let of = firstToken + 1;
  while (of < endToken && !(draft.tokens[of]?.text === "of" && COLLECTIVE.test(draft.tokens[of - 1]?.text ?? ""))) of += 1;
  if (of >= endToken) return null;
  const members = list.members.map(({ from, to }, index) => (index === 0 ? { from: of + 1, to } : { from, to }));
  return thin(draft, { members, separators: list.separators }, fates, true);
}
