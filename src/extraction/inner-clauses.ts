/** Opens, reads and leaves the clauses of object-relatives.ts as the reader comes by. */
import type { NounPhrase } from "../language/passage.js";
import { closeVerb } from "./deeds.js";
import type { Item } from "./items.js";
import type { Reference } from "./memory.js";
import { claimObject, type ObjectRelative, objectRelativeAt, resume, setAside } from "./object-relatives.js";
import type { SentenceState } from "./sentence-state.js";

/**
 * Reads the relative clause without its object that begins at an index, if one does.
 * @param take reads one item
 * @returns the first item after it, null where none begins
 */
export function readObjectRelative(state: SentenceState, index: number, take: (item: Item, at: number) => void): number | null {
  const relative = objectRelativeFrom(state, index);
  if (relative === null) return null;
  const antecedents = antecedentsOf(state);
  const kept = setAside(state);
  for (let at = relative.subject; at <= relative.verb; at += 1) {
    const item = state.items[at];
    if (item !== undefined) take(item, at);
  }
  claimObject(state, relative, antecedents);
  resume(state, kept);
  return relative.end;
}

function objectRelativeFrom(state: SentenceState, index: number): ObjectRelative | null {
  const item = state.items[index];
  const isZero = item?.type === "phrase" && state.items[index - 1]?.type === "phrase" && state.separator === "none" && !state.existential;
  if (item?.type !== "relative" && !isZero) return null;
  // "on the table a cat sleeps": a place that opens a clause is no object.
  if (isZero && (state.preposition !== null || state.fronted.length > 0)) return null;
  if (!state.last.some(({ entity }) => entity.isThing) || state.items[index - 1]?.type === "preposition") return null;
  return objectRelativeAt(state, index);
}

function antecedentsOf({ role, last }: SentenceState): readonly Reference[] {
  return role === "subject" ? last.slice(-1) : last;
}

/** "whose umbrella": puts the sentence aside for a clause about the umbrella. @returns whose it is, null for any other phrase */
export function openOwned(state: SentenceState, { determiner }: NounPhrase): readonly Reference[] | null {
  if (determiner !== "whose" || state.last.length === 0) return null;
  const owners = antecedentsOf(state);
  closeVerb(state);
  state.suspended = setAside(state);
  state.hadVerb = false;
  return owners;
}

/** A clause with "whose" ends at a comma, and where a second verb shows that the sentence goes on. */
export function returnFrom(state: SentenceState, item: Item): void {
  if (state.suspended === null) return;
  const isVerb = item.type === "be" || item.type === "auxiliary" || (item.type === "verb" && /^(?:third|base)$/.test(item.form));
  if (item.type === "comma" || item.type === "break" || (isVerb && state.hadVerb && state.separator === "none")) {
    closeVerb(state);
    resume(state, state.suspended);
    state.suspended = null;
  }
  state.hadVerb ||= isVerb;
}
