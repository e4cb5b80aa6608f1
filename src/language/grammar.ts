/**
 * Singular and plural of English nouns, the last word of a phrase carrying the number ("wine glass" → "wine glasses").
 *
 * The regular work is `pluralize`'s; the tables hold what it gets wrong among things that stand in pictures. It may be wrong for
 * rare borrowings, and it does not know which sense is meant ("glasses" to drink from or to wear).
 */
import pluralize from "pluralize";

/** Same form in both numbers, or no plural in use. */
const INVARIABLE: ReadonlySet<string> = new Set(
  (
    "luggage baggage furniture clothing equipment broccoli sushi pasta rice bread cattle police aircraft sheep deer fish moose bison shrimp " +
    "food fruit traffic water grass sand snow hair jewelry skis scissors pants jeans trousers shorts sunglasses eyeglasses binoculars " +
    "goggles series species headphones tongs pliers tights pajamas leggings graffiti foliage greenery scenery silverware tableware cutlery"
  ).split(" "),
);

/** Singular to plural where the library errs. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["cookie", "cookies"],
  ["lens", "lenses"],
  ["canvas", "canvases"],
  ["passer-by", "passers-by"],
  ["passerby", "passersby"],
  ["person", "people"],
  ["axe", "axes"],
  ["scarf", "scarves"],
  ["bus", "buses"],
  ["ski", "skis"],
  ["roof", "roofs"],
  ["wharf", "wharves"],
  ["dwarf", "dwarves"],
  ["calf", "calves"],
  ["movie", "movies"],
  ["cafe", "cafes"],
]);
const IRREGULAR_SINGULAR: ReadonlyMap<string, string> = new Map([...IRREGULAR].map(([one, many]) => [many, one]));

/** Plural in form always, though one thing is meant: "a pair of scissors". */
const PLURAL_ONLY: ReadonlySet<string> = new Set(
  "scissors pants jeans trousers shorts sunglasses eyeglasses binoculars goggles headphones tongs pliers tights pajamas leggings cattle police".split(
    " ",
  ),
);

/** Things that are not counted one by one: "some luggage", "a piece of luggage". */
const MASS: ReadonlySet<string> = new Set(
  (
    "luggage baggage furniture clothing equipment wildlife livestock broccoli sushi pasta rice bread food traffic water grass sand snow hair jewelry foliage " +
    "greenery scenery silverware tableware cutlery graffiti smoke steam ice wood metal glassware cheese milk coffee tea juice soup wine beer ketchup mustard mayonnaise sauce butter mud dirt gravel hay lettuce broth"
  ).split(" "),
);

/** "dog" → "dogs", "Child" → "Children", "wine glass" → "wine glasses"; a plural stays as it is. */
export function plural(noun: string): string {
  return onLastWord(noun, (word) => {
    const lower = word.toLowerCase();
    if (INVARIABLE.has(lower) || IRREGULAR_SINGULAR.has(lower)) return word;
    const irregular = IRREGULAR.get(lower);
    return irregular === undefined ? pluralize.plural(word) : inCaseOf(word, irregular);
  });
}

/** Forms of words that were asked for before: the same few hundred nouns make up descriptions, and each costs the library dozens of patterns. */
const SINGULARS = new Map<string, string>();
const MOST_KEPT = 4000;

/** "dogs" → "dog", "people" → "person", "scissors" → "scissors"; a singular stays as it is. */
export function singular(noun: string): string {
  const known = SINGULARS.get(noun);
  if (known !== undefined) return known;
  const one = singularOf(noun);
  if (SINGULARS.size >= MOST_KEPT) SINGULARS.clear();
  SINGULARS.set(noun, one);
  return one;
}

function singularOf(noun: string): string {
  return onLastWord(noun, (word) => {
    const lower = word.toLowerCase();
    if (lower === "skis") return inCaseOf(word, "ski");
    if (INVARIABLE.has(lower) || IRREGULAR.has(lower)) return word;
    const irregular = IRREGULAR_SINGULAR.get(lower);
    return irregular === undefined ? pluralize.singular(word) : inCaseOf(word, irregular);
  });
}

/** True for "scissors" and "pants": one of them still takes a plural verb, and no "a". */
export function isPluralOnly(noun: string): boolean {
  return PLURAL_ONLY.has(lastWord(noun).toLowerCase());
}

/** True for "luggage" and "water": takes no "a" and no number. */
export function isMass(noun: string): boolean {
  return MASS.has(lastWord(noun).toLowerCase());
}

function lastWord(phrase: string): string {
  return phrase.slice(phrase.lastIndexOf(" ") + 1);
}

function onLastWord(phrase: string, change: (word: string) => string): string {
  const start = phrase.lastIndexOf(" ") + 1;
  return phrase.slice(0, start) + change(phrase.slice(start));
}

function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
  const first = model.charAt(0);
  return first !== first.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
