/** Denials whose words stand before their clause: "nor is she using a phone", "absent from the image are people and birds". */
import type { Span } from "../domain/span.js";
import { newClause } from "./deeds.js";
import type { Item, JoiningItem } from "./items.js";
import type { SentenceState } from "./sentence-state.js";

/** The subject of a clause that "nor" turned about, and what denies it. */
export interface Turned {
  readonly at: number;
  readonly negation: Span;
  readonly isCopula: boolean;
}

/** "nor is she", "neither does the man": whom the clause behind it denies something of. */
export function turnedAfter(state: SentenceState, item: Item, index: number): Turned | null {
  const [verb, subject] = [state.items[index + 1], state.items[index + 2]];
  if ((verb?.type !== "be" && verb?.type !== "auxiliary") || subject?.type !== "phrase") return null;
  return { at: index + 2, negation: state.spanOf(item), isCopula: verb.type === "be" };
}

/** Goes on with the clause once its subject is named: it is denied, whatever follows. */
export function denyTurned(state: SentenceState, { negation, isCopula }: Turned): void {
  state.turned = null;
  state.negation = negation;
  state.copula = isCopula;
}

/** "nor are there any people": turned about, and denied still. */
export function openExistential(state: SentenceState): void {
  const { negation } = state;
  newClause(state);
  state.negation = negation;
  state.subject = [];
  state.setChain([], "none");
  state.existential = true;
  state.separator = "none";
}

const GONE = /^(?:absent|missing)$/;
const SEEN = /^(?:present|visible|seen|shown|depicted|pictured|included|featured)$/;

/** "Absent from the image are …", "Not visible are …": the words that deny what follows the verb; null where none do. */
export function deniesBehind(state: SentenceState, { first }: JoiningItem, index: number): Span | null {
  const { items, sentence } = state;
  if (items[index + 1]?.type !== "phrase") return null;
  let at = index - 1;
  while (items[at]?.type === "phrase" && items[at - 1]?.type === "preposition") at -= 2;
  const start = items[at]?.first ?? -1;
  const word = sentence.tokens[start]?.text.toLowerCase() ?? "";
  const isNot = items[at - 1]?.type === "not";
  const opening = items[isNot ? at - 2 : at - 1];
  if (start < 0 || start >= first || (opening !== undefined && opening.type !== "break" && opening.type !== "and")) return null;
  if (!(isNot ? SEEN.test(word) : GONE.test(word))) return null;
  return state.spanOf({ first: items[isNot ? at - 1 : at]?.first ?? start, end: start + 1 });
}
