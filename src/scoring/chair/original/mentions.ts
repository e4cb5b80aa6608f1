/** The objects that a caption names, by the steps of CHAIR's scorer (Rohrbach et al. 2018) with all their slips; see the files beside. */

import { sentencesOf } from "../../treebank/sentences.js";
import { tokensOf } from "../../treebank/tokens.js";
import type { ObjectMention } from "../mention.js";
import { mergePairs } from "./pairs.js";
import { singular } from "./singular.js";
import { CATEGORY_OF } from "./synonyms.js";

export interface PlacedMention extends ObjectMention {
  /** Place of its first word among the caption's tokens, as the scorer states it: too low behind a dropped "seat". */
  readonly token: number;
}

/** Captions repeat their words: so many are remembered with their singular before the memory starts anew. */
const MOST_WORDS_REMEMBERED = 50_000;

/** A reader for many captions. */
export function originalReader(): (caption: string) => readonly PlacedMention[] {
  const remembered = new Map<string, string>();
  const singularOf = (word: string): string => {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    if (remembered.size >= MOST_WORDS_REMEMBERED) remembered.clear();
    const made = singular(word);
    remembered.set(word, made);
    return made;
  };
  return (caption) => originalMentions(caption, singularOf);
}

/** In the order of the caption. */
export function originalMentions(caption: string, singularOf: (word: string) => string = singular): readonly PlacedMention[] {
  const tokens = sentencesOf(caption.toLowerCase()).flatMap(tokensOf);
  const placed = mergePairs(tokens.map((token) => singularOf(token)));
  // The seat of a toilet is no chair; the places stay with the list from which it was not dropped.
  const words = placed.some(({ word }) => word === "toilet") ? placed.filter(({ word }) => word !== "seat") : placed;
  return words.flatMap(({ word }, index) => {
    const category = CATEGORY_OF.get(word);
    return category === undefined ? [] : [{ word, category, token: placed[index]?.token ?? index }];
  });
}
