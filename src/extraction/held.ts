/** Whether the next noun is had, held or stood by something: its number is that of those that are, and there may be others. */
import { categoryOf } from "../language/vocabulary/look-up.js";
import type { SentenceState } from "./sentence-state.js";

/** "She carries two bags", "he stands between two cars": of a thing that is looked for, and not of the picture or of a place. */
export function isHeld({ existential, showing, preposition, chain, verb, verbTaken, verbSubject, separator }: SentenceState): boolean {
  const isObject = verb !== null && !verbTaken && !showing && !existential && separator === "none";
  const holders = isObject || chain.length === 0 ? verbSubject : chain;
  return (isObject || preposition !== null) && holders.some(({ entity }) => entity.isThing && categoryOf(entity.category) !== null);
}
