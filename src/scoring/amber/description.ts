/** AMBER's generative part: which objects a description names, covers and imagines (Wang et al. 2023). */
import type { Totals } from "../../statistics/totals.js";
import { nounsOf } from "./nouns.js";
import type { AmberItem, GenerativeEntry } from "./rows.js";
import type { AmberWords } from "./words.js";

/** Hallucinated and kept nouns, covered and true objects, responses with a hallucination and responses, expected objects hit and expected. */
export const DESCRIPTION_COLUMNS = 8;

export interface JudgedDescription {
  readonly item: AmberItem;
  readonly totals: Totals;
}

/**
 * A noun covers at most one true object: the first that it may stand for, else the one of its name; so a word in `truth` twice is covered
 * once. Safe words are passed over but stay among the kept.
 */
export function judgeDescription(response: string, { id, truth, hallu }: GenerativeEntry, words: AmberWords): JudgedDescription {
  const mentioned = nounsOf(response, words.known);
  const covered = new Set<number>();
  const imagined = new Set<number>();
  const hallucinated: string[] = [];
  for (const noun of mentioned) {
    if (words.safe.has(noun)) continue;
    const place = placeOf(noun, truth, words);
    if (place !== null) {
      covered.add(place);
      continue;
    }
    hallucinated.push(noun);
    const expected = placeOf(noun, hallu, words);
    if (expected !== null) imagined.add(expected);
  }
  return {
    item: { id, type: "generative", mentioned, hallucinated, covered: pick(truth, covered), expected_but_absent: pick(hallu, imagined) },
    totals: [
      ...[hallucinated.length, mentioned.length, covered.size, truth.length],
      ...[hallucinated.length > 0 ? 1 : 0, 1, imagined.size, hallu.length],
    ],
  };
}

function placeOf(noun: string, objects: readonly string[], { associations }: AmberWords): number | null {
  const associated = objects.findIndex((object) => associations.get(object)?.includes(noun) ?? false);
  if (associated >= 0) return associated;
  const named = objects.indexOf(noun);
  return named >= 0 ? named : null;
}

function pick(objects: readonly string[], places: ReadonlySet<number>): readonly string[] {
  return objects.filter((_, index) => places.has(index));
}
