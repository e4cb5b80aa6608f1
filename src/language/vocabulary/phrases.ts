/** Finds phrases of several words in a run of words: prepositions ("to the left of") and whatever else is listed by its words. */

import type { SpatialPredicate } from "../../domain/claim.js";
import { NEUTRAL_PREPOSITIONS, OUTER_PREPOSITIONS, SPATIAL_PREPOSITIONS } from "./prepositions.js";

/** Phrases by their first word, the longest first, so that a look-up costs no more than the few that begin alike. */
export class PhraseIndex<Value> {
  readonly #byFirstWord = new Map<string, { readonly words: readonly string[]; readonly value: Value }[]>();

  constructor(phrases: Iterable<readonly [string, Value]>) {
    for (const [phrase, value] of phrases) {
      const words = phrase.split(" ");
      const first = words[0] ?? "";
      const alike = this.#byFirstWord.get(first) ?? [];
      alike.push({ words, value });
      alike.sort((a, b) => b.words.length - a.words.length);
      this.#byFirstWord.set(first, alike);
    }
  }

  /** The longest phrase that stands at a place; `length` in words. */
  at(words: readonly string[], index: number): { readonly length: number; readonly value: Value } | null {
    for (const { words: phrase, value } of this.#byFirstWord.get(words[index] ?? "") ?? []) {
      if (phrase.every((word, offset) => words[index + offset] === word)) return { length: phrase.length, value };
    }
    return null;
  }
}

const PREPOSITIONS = new PhraseIndex(SPATIAL_PREPOSITIONS);

const NEUTRAL = new PhraseIndex(
  [...NEUTRAL_PREPOSITIONS, ...OUTER_PREPOSITIONS.filter((phrase) => phrase.includes(" "))].map((phrase): [string, null] => [phrase, null]),
);

/** The preposition without a place that stands here: "in addition to". @param words lower case */
export function neutralPrepositionAt(words: readonly string[], index: number): { readonly length: number } | null {
  const neutral = NEUTRAL.at(words, index);
  return neutral !== null && neutral.length > (PREPOSITIONS.at(words, index)?.length ?? 0) ? neutral : null;
}

/** The spatial preposition that stands at a place, the longest that fits. @param words lower case */
export function spatialPrepositionAt(
  words: readonly string[],
  index: number,
): { readonly length: number; readonly value: SpatialPredicate } | null {
  const spatial = PREPOSITIONS.at(words, index);
  // "in addition to" is no "in".
  return spatial !== null && spatial.length >= (NEUTRAL.at(words, index)?.length ?? 0) ? spatial : null;
}
