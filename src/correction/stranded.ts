/** Small words that say nothing once what they led to is gone, and those that still do. A table of words: rare ones are missing. */
import type { Draft } from "./draft.js";
import type { Part } from "./structure/tree.js";

/** Prepositions that follow a verb without a noun: "walks past". */
export const PARTICLES: ReadonlySet<string> = new Set("by past along around over through across up down away out off on".split(" "));

/** "[, possibly] flying a kite", "[skillfully] guiding a horse": said of what is gone. */
export function isHedge({ from, to }: Part, { tokens }: Draft, lost: Part): boolean {
  const word = tokens[from]?.text ?? "";
  if (to - from === 1 && lost.kind === "participle" && lost.separator === null && tokens[from]?.tag === "ADV" && /ly$/i.test(word))
    return true;
  return to - from === 1 && /^(?:possibly|perhaps|maybe|probably|apparently|likely|seemingly|presumably)$/i.test(word);
}

/** "with a mouse [nearby]": near what is not there. */
export function isOnlyNearness(lost: Part, next: Part, { tokens }: Draft): boolean {
  if (lost.kind !== "preposition" || lost.head.word !== "with" || next.separator !== null) return false;
  return next.to - next.from === 1 && /^(?:nearby|alongside|beside|behind|around|above|below)$/i.test(tokens[next.from]?.text ?? "");
}

/** "is [red] with white stripes": nothing is "with" anything by itself. */
export function isCompany(part: Part): boolean {
  return part.kind === "preposition" && /^(?:with|without|of|from|like|as|than)$/.test(part.head.word);
}
