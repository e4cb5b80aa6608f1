/**
 * The nouns of a description, in their singular, as nearly as may be those that AMBER's scorer finds with NLTK's tagger and WordNet.
 *
 * Words are parted by the Penn Treebank rules ("snow-covered" is one word and no snow) and made singular by WordNet's rules (Morphy), both
 * as in the scorer; the tags are the language model's of `language/`, which decides otherwise on a word in a hundred. Nothing is lowered,
 * as in the scorer: the "Mountain" of "Mountain Dew" is no mountain.
 */
import type { Tag } from "../../language/passage.js";
import { tagWords } from "../../language/tagger.js";
import { sentencesOf } from "../treebank/sentences.js";
import { tokensOf } from "../treebank/tokens.js";

/** @param known words that are looked for: a singular counts only where it is among them */
export function nounsOf(text: string, known: ReadonlySet<string>): readonly string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = tokensOf(sentence);
    const tags = tagWords(words.map((word) => ({ text: word, span: NOWHERE, type: typeOf(word) })));
    return words
      .flatMap((word, index) => (isNoun(words, tags, index) ? [nounSingular(word, known)] : []))
      .filter((noun) => known.has(noun));
  });
}

/** The tagger reads words, not places. */
const NOWHERE = { start: 0, end: 0 };

function typeOf(word: string): "word" | "number" | "mark" {
  if (/\p{L}/u.test(word)) return "word";
  return /\d/.test(word) ? "number" : "mark";
}

/** The tagger's word, but where the words beside it leave no choice: it reads a word by itself too often. */
function isNoun(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const [before, tag, after] = [tags[index - 1], tags[index], tags[index + 1]];
  const word = words[index] ?? "";
  if (tag === "NOUN" || tag === "PROPN") {
    const isSaidOfSubject = word.endsWith("s") && SUBJECTS.has(words[index - 1]?.toLowerCase() ?? "");
    const hasObject = word.endsWith("ing") && after === "DET";
    return !isSaidOfSubject && !hasObject;
  }
  // An article with adjectives and nothing behind them: the last of them is the noun ("a green fishing net").
  return tag === "ADJ" && OPENS_NOUN.has(before ?? "X") && !CONTINUES_NOUN.has(after ?? "X");
}

/** "he skates" */
const SUBJECTS: ReadonlySet<string> = new Set(["he", "she", "it", "who"]);
const OPENS_NOUN: ReadonlySet<Tag> = new Set<Tag>(["DET", "ADJ", "NOUN", "VERB"]);
const CONTINUES_NOUN: ReadonlySet<Tag> = new Set<Tag>(["NOUN", "PROPN", "ADJ", "NUM", "CCONJ"]);

/**
 * What the lemmatizer makes of AMBER's words where the endings alone would not say, looked up in WordNet 3.0: it takes the shortest of the words
 * that WordNet knows, the plural itself among them. So "men" stays (a work force, no longer than "man"), "vases" become a duct, and AMBER's
 * own plurals ("slippers", "earrings") are never found. By WordNet "glasses" would be a glass; that they stay is concluded from the
 * scorer's figures, which count two true objects fewer, and may as well be its tagger's doing.
 */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ men: "men", glasses: "glasses", women: "woman", children: "child", people: "people" },
    ...{ geese: "goose", mice: "mouse", knives: "knife", leaves: "leaf", shelves: "shelf", bookshelves: "bookshelf" },
    ...{ tomatoes: "tomato", potatoes: "potato", vases: "vas", sunglasses: "sunglass", slippers: "slipper" },
    ...{ chopsticks: "chopstick", earrings: "earring" },
  }),
);

/** AMBER's words that WordNet lacks: their plurals stay as they are, and are not found. */
const UNKNOWN_TO_WORDNET: ReadonlySet<string> = new Set(
  (
    "TV air-conditioning baconic bedsheet cann cathole closestool cooktop doghole e-book earing ebook electrombile hot kiwifruit " +
    "paraglider pissoir rpoe sanitizer scoon seegull showerpuff streetlamp waterfont"
  ).split(" "),
);

/** Morphy's endings for nouns (Fellbaum 1998). */
const ENDINGS: readonly (readonly [plural: string, singular: string])[] = [
  ["ses", "s"],
  ["ves", "f"],
  ["xes", "x"],
  ["zes", "z"],
  ["ches", "ch"],
  ["shes", "sh"],
  ["men", "man"],
  ["ies", "y"],
  ["s", ""],
];

/** The shortest known word that the noun may be the plural of; itself where there is none. */
export function nounSingular(noun: string, known: ReadonlySet<string>): string {
  const irregular = IRREGULAR.get(noun);
  if (irregular !== undefined) return irregular;
  const singulars = ENDINGS.flatMap(([plural, ending]) => (noun.endsWith(plural) ? [noun.slice(0, -plural.length) + ending] : []));
  const found = singulars
    .filter((singular) => known.has(singular) && !UNKNOWN_TO_WORDNET.has(singular))
    .sort((a, b) => a.length - b.length);
  return found[0] ?? noun;
}
