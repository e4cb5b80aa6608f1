/** Nouns of several words, as one reads them: whoever knows "traffic light" takes its "light" for no adjective. */
import { plural } from "./grammar.js";
import { NOUNS } from "./vocabulary/look-up.js";
import { PhraseIndex } from "./vocabulary/phrases.js";
import { OUTSIDE_COMPOUNDS } from "./vocabulary/words/not-these.js";

const COMPOUNDS = new PhraseIndex(
  [...NOUNS, ...OUTSIDE_COMPOUNDS]
    .filter((noun) => noun.includes(" "))
    .flatMap((noun): [string, null][] => [
      [noun, null],
      [plural(noun), null],
    ]),
);

/** Words of the listed noun that begins at a place, 0 where none does. @param words lower case */
export function compoundLengthAt(words: readonly string[], index: number): number {
  return COMPOUNDS.at(words, index)?.length ?? 0;
}
