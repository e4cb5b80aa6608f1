/** "Under the tree stand two men": after a place that opens the clause the verb comes before its subject. */
import type { Tag } from "./passage.js";
import { spatialPrepositionAt } from "./vocabulary/phrases.js";

/** How far a place runs before its verb, and a subject behind it. */
const REACH = 12;
const QUANTIFIERS = /^(?:several|many|some|numerous|various|few)$/;

/** @param index of the word that may be the verb; @param tags of the words, those before it mended already */
export function isInverted(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const before = tags[index - 1];
  if (before !== "NOUN" && before !== "PROPN") return false;
  let start = index - 1;
  while (start > Math.max(0, index - REACH) && !opensClause(words, tags, start)) {
    if (tags[start] === "VERB" || tags[start] === "AUX") return false;
    start -= 1;
  }
  if (start > 0 && !opensClause(words, tags, start)) return false;
  if (opensClause(words, tags, start)) start += 1;
  return (tags[start] === "ADP" || spatialPrepositionAt(words, start) !== null) && isSubject(words, tags, index + 1);
}

function opensClause(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  return /^(?:[,;:]|and|while)$/.test(words[index] ?? "") && tags[index] !== "NOUN";
}

/** A noun phrase with no verb of its own: "the umbrella stand a man is holding" has none to give. */
function isSubject(words: readonly string[], tags: readonly Tag[], from: number): boolean {
  const opens = tags[from] === "DET" || tags[from] === "NUM" || QUANTIFIERS.test(words[from] ?? "");
  if (!opens) return false;
  let at = from + 1;
  while (at < from + REACH && /^(?:ADJ|NOUN|PROPN|NUM|ADV)$/.test(tags[at] ?? "")) at += 1;
  return at > from + 1 && tags[at] !== "AUX";
}
