/**
 * Nouns that mean a kind of a detector's category and nothing else: all their senses in WordNet lie under the category's. A word of two
 * senses is left to src/language/senses.ts, since a table cannot tell which is meant and one wrong sense refutes a true sentence.
 * Still a person decides on each: WordNet knows no "Mustang" that is a car, and annotators call no puma a cat.
 */
import type { WordNet } from "./wordnet.js";

interface Root {
  readonly category: string;
  /** The noun whose sense holds the kinds, and which of its senses, counted from 1. */
  readonly noun: string;
  readonly sense: number;
}

export const ROOTS: readonly Root[] = (
  "person bicycle car motorcycle airplane bus train truck boat bench bird cat dog horse sheep cow elephant bear zebra giraffe backpack umbrella " +
  "handbag tie suitcase kite:3 bottle cup fork knife spoon bowl sandwich hot-dog:2 pizza donut cake:3 chair bed toilet:2 laptop refrigerator oven sink " +
  "book:2 clock vase apple scissors ship=boat cattle=cow sofa=couch stove=oven table:2=dining-table television:2=tv wineglass=wine-glass"
)
  .split(" ")
  .map((entry) => {
    const [, noun = "", sense = "1", category = noun] = /^([a-z-]+)(?::(\d))?(?:=([a-z-]+))?$/.exec(entry) ?? [];
    return { noun: noun.replaceAll("-", " "), sense: Number(sense), category: category.replaceAll("-", " ") };
  });

/** Persons are legion: only those are proposed that were met in the texts that WordNet's authors tagged. */
const TOO_MANY: ReadonlySet<string> = new Set(["person"]);

/** By category, sorted. */
export function candidates(wordnet: WordNet): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { category, noun, sense } of ROOTS) {
    const root = wordnet.sensesOf(noun)[sense - 1];
    if (root === undefined) throw new Error(`WordNet has no sense ${sense} of "${noun}"`);
    const kinds = wordnet.kindsOf(root);
    const own = found.get(category) ?? new Set<string>();
    found.set(category, own);
    for (const synset of kinds) {
      for (const word of wordnet.nounsOf(synset)) {
        const isSingle = !/[\d.]/.test(word) && wordnet.sensesOf(word).every((each) => kinds.has(each));
        const isMet = !TOO_MANY.has(category) || (wordnet.frequencyOf(word, synset) > 0 && !word.includes(" "));
        if (isSingle && isMet && !isLatin(word, wordnet)) own.add(word);
      }
    }
  }
  return new Map([...found].map(([category, words]) => [category, [...words].sort()]));
}

/** "canis familiaris": two words of which WordNet knows neither alone. */
function isLatin(word: string, wordnet: WordNet): boolean {
  const last = word.split(" ").at(-1) ?? word;
  return word.includes(" ") && wordnet.sensesOf(last).length === 0;
}
