/** Places that open a clause: "while on the right side, a car is parked", "and behind them is a dog". They are said of what follows. */
import type { Item, PrepositionItem } from "./items.js";
import type { Reference } from "./memory.js";
import type { SentenceState } from "./sentence-state.js";

/** How many claims back a landmark is looked for. */
const DRAFTS_BACK = 12;
/** How many items a noun with its "of" may have. */
const REACH = 6;

/** Whether the preposition at an index begins a clause of its own within the sentence, so that its place is not that of what stood before. */
export function opensClause({ items }: SentenceState, index: number): boolean {
  const before = items[index - 1];
  if (before === undefined || !/^(?:subordinator|break|and|comma)$/.test(before.type)) return false;
  let at = index + 1;
  if (items[at]?.type !== "phrase") return false;
  at += 1;
  while (at < index + REACH && items[at]?.type === "preposition" && items[at + 1]?.type === "phrase") at += 2;
  const next = items[at];
  if (next?.type === "there") return true;
  if (before.type === "comma") return false;
  if (next?.type === "be" || (next?.type === "verb" && next.form === "third")) return items[at + 1]?.type === "phrase";
  if (next?.type === "phrase") return isSubject(items, at);
  if (next?.type !== "comma") return false;
  return items[at + 1]?.type === "there" || isSubject(items, at + 1);
}

/** A noun phrase with a verb of its own. */
function isSubject(items: readonly Item[], at: number): boolean {
  if (items[at]?.type !== "phrase") return false;
  for (let next = at + 1; next < at + REACH; next += 1) {
    const item = items[next];
    if (item === undefined || item.type === "comma" || item.type === "break") return false;
    if (item.type === "be" || item.type === "auxiliary") return true;
    if (item.type === "verb" && (item.form === "third" || item.form === "base" || item.form === "past")) return true;
  }
  return false;
}

/** "to the right" after "to the left of the couch" is right of the couch, not of the picture. */
export function followsLandmark(state: SentenceState, { words }: PrepositionItem): boolean {
  if (words !== "to") return false;
  return state.drafts
    .slice(-DRAFTS_BACK)
    .some((draft) => draft.kind === "relation" && (draft.relation.predicate === "left_of" || draft.relation.predicate === "right_of"));
}

/** "Under the tree stand two men": the men stand, and nothing stands them. */
export function isSubjectBehind(state: SentenceState, { entity }: Reference): boolean {
  const { verb, fronted, preposition, separator, verbTaken } = state;
  if (verb === null || verbTaken || preposition !== null || separator !== "none" || fronted.length === 0 || !entity.isThing) return false;
  return /^(?:stand|sit|lie|hang|rest)$/.test(verb.lemma) && (verb.form === "third" || verb.form === "base");
}
