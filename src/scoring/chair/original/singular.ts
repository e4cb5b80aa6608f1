/**
 * A word's singular as pattern.en 3.6 makes it, right or wrong.
 *
 * Published CHAIR numbers rest on its slips, so they are kept: any ending of an unchanging word stays as it is ("s" of "news"), "cookies"
 * stays plural, "police" becomes "polouse", and the last rule takes the s of "bus", "glass" and "has". For good English see
 * `language/grammar`. Not for upper case: CHAIR lowers its captions first.
 */
import { ENDING_IN_IE, IRREGULAR, PREPOSITIONS, UNCOUNTABLE, UNINFLECTED } from "./singular-words.js";

/** Endings in the order in which they are tried; the first that fits decides. */
const ENDINGS: readonly (readonly [ending: RegExp, replacement: string])[] = [
  [/(.)ae$/, "$1a"],
  [/(.)itis$/, "$1itis"],
  [/(.)eaux$/, "$1eau"],
  [/(quiz)zes$/, "$1"],
  [/(matr)ices$/, "$1ix"],
  [/(ap|vert|ind)ices$/, "$1ex"],
  [/^(ox)en/, "$1"],
  [/(alias|status)es$/, "$1"],
  [/([octp|vir])i$/, "$1us"],
  [/(cris|ax|test)es$/, "$1is"],
  [/(shoe)s$/, "$1"],
  [/(o)es$/, "$1"],
  [/(bus)es$/, "$1"],
  [/([m|l])ice$/, "$1ouse"],
  [/(x|ch|ss|sh)es$/, "$1"],
  [/(m)ovies$/, "$1ovie"],
  [/(.)ombies$/, "$1ombie"],
  [/(s)eries$/, "$1eries"],
  [/([^aeiouy]|qu)ies$/, "$1y"],
  [/([aeo]l)ves$/, "$1f"],
  [/([^d]ea)ves$/, "$1f"],
  [/arves$/, "arf"],
  [/erves$/, "erve"],
  [/([nlw]i)ves$/, "$1fe"],
  [/([lr])ves$/, "$1f"],
  [/([aeo])ves$/, "$1ve"],
  [/(sive)s$/, "$1"],
  [/(tive)s$/, "$1"],
  [/(hive)s$/, "$1"],
  [/([^f])ves$/, "$1fe"],
  [/^analyses$/, "analysis"],
  [/(analy|ba|diagno|parenthe|progno|synop|the)ses$/, "$1sis"],
  [/(.)opses$/, "$1opsis"],
  [/(.)yses$/, "$1ysis"],
  [/(h|d|r|o|n|b|cl|p)oses$/, "$1ose"],
  [/(fruct|gluc|galact|lact|ket|malt|rib|sacchar|cellul)ose$/, "$1ose"],
  [/(.)oses$/, "$1osis"],
  [/([ti])a$/, "$1um"],
  [/(n)ews$/, "$1ews"],
  [/s$/, ""],
];

const UNCHANGED: ReadonlySet<string> = new Set([...UNINFLECTED, ...UNCOUNTABLE].flatMap(suffixesOf));
const KEPT_PLURALS: ReadonlySet<string> = new Set(ENDING_IN_IE.map((word) => `${word}s`));
/** The last three letters of every word that is listed by its ending: most words end otherwise, and need no look at the lists. */
const LAST_LETTERS: ReadonlySet<string> = new Set([...KEPT_PLURALS, ...IRREGULAR.keys()].map((ending) => ending.slice(-3)));
const LENGTHS_OF_IRREGULAR = lengthsOf(IRREGULAR.keys());
const LENGTHS_OF_KEPT = lengthsOf(KEPT_PLURALS);
type Ending = (typeof ENDINGS)[number];
/** Endings that fit whatever the last letter is. */
const OPEN_ENDINGS: readonly Ending[] = ENDINGS.filter(([ending]) => !ending.source.endsWith("$"));
const ENDINGS_BY_LETTER: ReadonlyMap<string, readonly Ending[]> = new Map(
  [..."aeisx"].map((letter) => [letter, ENDINGS.filter((one) => OPEN_ENDINGS.includes(one) || one[0].source.endsWith(`${letter}$`))]),
);
// Starts only where no apostrophe stands before, so that a long row of them is walked once.
const TRAILING_APOSTROPHES = /(?<!')'+$/;

/** @param word lower case, without white space around it */
export function singular(word: string): string {
  const hyphen = word.indexOf("-");
  if (hyphen >= 0) {
    const [first = "", second = "", ...rest] = word.split("-");
    if (PREPOSITIONS.has(second)) return [singular(first), second, ...rest].join("-");
  }
  if (word.endsWith("'")) {
    const stem = word.replace(TRAILING_APOSTROPHES, "");
    return singular(stem) + "'s".repeat(word.length - stem.length);
  }
  if (UNCHANGED.has(word)) return word;
  return (LAST_LETTERS.has(word.slice(-3)) ? listed(word) : null) ?? byEnding(word);
}

function listed(word: string): string | null {
  const kept = endingAmong(word, LENGTHS_OF_KEPT, (ending) => KEPT_PLURALS.has(ending));
  if (kept !== null) return word;
  const irregular = endingAmong(word, LENGTHS_OF_IRREGULAR, (ending) => IRREGULAR.has(ending));
  return irregular === null ? null : word.slice(0, word.length - irregular.length) + (IRREGULAR.get(irregular) ?? "");
}

function byEnding(word: string): string {
  for (const [ending, replacement] of ENDINGS_BY_LETTER.get(word.slice(-1)) ?? OPEN_ENDINGS) {
    if (ending.test(word)) return word.replace(ending, replacement);
  }
  return word;
}

function endingAmong(word: string, lengths: readonly number[], has: (ending: string) => boolean): string | null {
  for (const length of lengths) {
    if (length > word.length) continue;
    const ending = word.slice(word.length - length);
    if (has(ending)) return ending;
  }
  return null;
}

function lengthsOf(words: Iterable<string>): readonly number[] {
  return [...new Set([...words].map((word) => word.length))].sort((a, b) => b - a);
}

function suffixesOf(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_, start) => word.slice(start));
}
