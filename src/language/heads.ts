/** The noun of a phrase and what it names: the longest listed compound that ends the phrase, else its last word. */
import { singular } from "./grammar.js";
import type { Token } from "./passage.js";
import { senseOf } from "./senses.js";
import { categoryOf, LONGEST_NOUN_WORDS } from "./vocabulary/look-up.js";
import { NON_THINGS } from "./vocabulary/non-things.js";
import { isMaterial } from "./vocabulary/qualities.js";
import { ANIMALS_OF_MATERIAL, LIKENESS_MODIFIERS, OUTSIDE_COMPOUNDS, REAL_IN_ANY_MATERIAL } from "./vocabulary/words/not-these.js";

interface Named {
  readonly firstToken: number;
  readonly category: string;
  readonly isThing: boolean;
}

interface Range {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly context: ReadonlySet<string>;
  /** First token that may belong to the noun, after the determiner. */
  readonly first: number;
  readonly end: number;
}

/** Longer words are no English nouns; the plural rules are not run on them. */
const LONGEST_NOUN = 30;

/** Nouns whose form without s is another word. */
const NO_SINGULAR: ReadonlySet<string> = new Set([
  "clothes",
  "stairs",
  "surroundings",
  "belongings",
  "greens",
  "goods",
  "groceries",
  "woods",
  "bleachers",
]);

export function nameHead(range: Range): Named {
  const last = range.end - 1;
  const word = range.words[last] ?? "";
  const one = word.length > LONGEST_NOUN || NO_SINGULAR.has(word) ? word : singular(word);
  const compound = compoundAt(range, one);
  if (compound !== null) return likenessOf(range, compound);
  if (/^glass(?:es)?$/.test(word) && range.words[range.end] === "of") return { firstToken: last, category: "glass", isThing: true };
  const sense = senseOf(word, one, range.context);
  if (sense !== null) return { firstToken: last, category: sense, isThing: !NON_THINGS.has(sense) };
  const known = categoryOf(word) ?? categoryOf(one);
  if (known !== null) return likenessOf(range, { firstToken: last, category: known, isThing: true });
  return { firstToken: last, category: one, isThing: !isName(range, last) && !/^\d/.test(word) && isThing(range, word, one) };
}

/** Two words and more: "hot dogs", "fire hydrant", "dog house". Hyphens part words as spaces do. */
function compoundAt({ words, first, end }: Range, lastSingular: string): Named | null {
  const last = end - 1;
  const own = lastSingular.replaceAll("-", " ");
  const ownCategory = own === lastSingular ? null : (categoryOf(own) ?? (OUTSIDE_COMPOUNDS.has(own) ? own : null));
  for (let start = Math.max(first, end - LONGEST_NOUN_WORDS); start < last; start += 1) {
    const noun = [...words.slice(start, last), lastSingular].join(" ").replaceAll("-", " ");
    if (OUTSIDE_COMPOUNDS.has(noun)) return { firstToken: start, category: noun, isThing: true };
    const category = categoryOf(noun) ?? categoryOf(words.slice(start, end).join(" "));
    if (category !== null) return { firstToken: start, category, isThing: true };
  }
  return ownCategory === null ? null : { firstToken: last, category: ownCategory, isThing: true };
}

/** "a toy car" is no car; "a paper cup" is a cup. */
function likenessOf({ words, first }: Range, named: Named): Named {
  if (REAL_IN_ANY_MATERIAL.has(named.category)) return named;
  const before = words.slice(Math.max(first, named.firstToken - 3), named.firstToken);
  const isLikeness = (word: string): boolean =>
    LIKENESS_MODIFIERS.has(word) || (isMaterial(word) && ANIMALS_OF_MATERIAL.has(named.category));
  const likeness = before.find(isLikeness);
  return likeness === undefined ? named : { ...named, category: `${likeness} ${named.category}` };
}

/** "England", "Scott Brown": a name inside a sentence, unless an article makes a thing of it ("a Wii"). */
function isName({ tokens, words, first }: Range, last: number): boolean {
  if (last === 0 || !/^\p{Lu}\p{Ll}/u.test(tokens[last]?.text ?? "")) return false;
  if (/^(?:an?|the|two|three|some|this|his|her|their|its)$/.test(words[first - 1] ?? "")) return false;
  const capitals = tokens.filter(({ text }) => /^\p{Lu}/u.test(text)).length;
  return capitals * 2 <= tokens.length;
}

function isThing({ words, first, end }: Range, word: string, one: string): boolean {
  if (word === "lights") return true;
  if (one === "object" || one === "item")
    return !words.slice(first, end).some((before) => /^(?:main|key|primary|central|focal)$/.test(before));
  if (one === "top" && end - first > 1) return !/^(?:the|very)$/.test(words[end - 2] ?? "") && !/left|right/.test(words[end - 2] ?? "");
  if (one === "light" && end - first > 1)
    return /^(?:street|ceiling|tail|head|lamp|flood|spot|string|brake|pendant)$/.test(words[end - 2] ?? "");
  return !NON_THINGS.has(one) && !NON_THINGS.has(word);
}
