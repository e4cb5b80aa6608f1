/** A part of a list, from the one after a named one on. */
import { refusal } from "../wire/faults.js";

export interface PageRequest {
  /** The id of the last one that was seen. */
  readonly after: string | null;
  readonly limit: number;
  readonly order: "asc" | "desc";
}

export interface Page<Thing> {
  readonly things: readonly Thing[];
  readonly hasMore: boolean;
}

/** @param things the oldest first. @throws YaffleError invalid_request where `after` names none of them */
export function pageOf<Thing extends { readonly id: string }>(things: readonly Thing[], { after, limit, order }: PageRequest): Page<Thing> {
  const ordered = order === "asc" ? things : things.toReversed();
  const at = after === null ? -1 : ordered.findIndex(({ id }) => id === after);
  if (after !== null && at < 0) throw refusal([{ path: "after", message: `${JSON.stringify(after)} is not in this list` }]);
  return { things: ordered.slice(at + 1, at + 1 + limit), hasMore: ordered.length > at + 1 + limit };
}
