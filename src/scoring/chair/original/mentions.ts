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

/** In the order of the caption. */
export function originalMentions(caption: string): readonly PlacedMention[] {
  const placed = mergePairs(sentencesOf(caption.toLowerCase()).flatMap(tokensOf).map(singular));
  // The seat of a toilet is no chair; the places stay with the list from which it was not dropped.
  const words = placed.some(({ word }) => word === "toilet") ? placed.filter(({ word }) => word !== "seat") : placed;
  return words.flatMap(({ word }, index) => {
    const category = CATEGORY_OF.get(word);
    return category === undefined ? [] : [{ word, category, token: placed[index]?.token ?? index }];
  });
}
