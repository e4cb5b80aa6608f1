/** Particles that belong to their verb: "holding up his hand" holds a hand, and nothing is up it. */
import type { PrepositionItem } from "./items.js";
import type { SentenceState } from "./sentence-state.js";

const LIFTING = "hold pick put lift take throw blow light set pull raise push give open fill cover wrap pack clean wash back";
const VERBS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["up", new Set(`${LIFTING} look line dress roll chop cut eat drink show call stack`.split(" "))],
  ["out", new Set("hold stick take pull reach spread blow point give lay hand put carry throw roll check eat".split(" "))],
  ["off", new Set("show take put turn shake drop wipe blow cut pull throw".split(" "))],
  ["down", new Set("put take set hold pull throw lay press chop cut".split(" "))],
  ["on", new Set("put try turn".split(" "))],
]);

/** The next words are the verb's object, not a place. */
export function isParticle(state: SentenceState, { words }: PrepositionItem, index: number): boolean {
  const before = state.items[index - 1];
  const next = state.items[index + 1];
  if (before?.type !== "verb" || before !== state.verb || state.verbTaken || next?.type !== "phrase") return false;
  if (words === "on" && !/^(?:an?|his|her|their)$/.test(next.phrase.determiner ?? "")) return false;
  return VERBS.get(words)?.has(before.lemma) ?? false;
}
