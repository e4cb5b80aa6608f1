/** Words whose class the word alone decides, lower case. The tagger is right about most of them, and wrong often enough. */

/** Forms of "be", contracted ones included. */
export const BE: ReadonlySet<string> = new Set([
  "is",
  "are",
  "was",
  "were",
  "be",
  "been",
  "being",
  "am",
  "’s",
  "'s",
  "'re",
  "’re",
  "'m",
  "’m",
]);
/** Auxiliary verbs. */
export const AUXILIARIES: ReadonlySet<string> = new Set([
  ...BE,
  ...["has", "have", "had", "do", "does", "did", "can", "could", "may", "might", "will", "would", "shall", "should", "must"],
]);
/** Words that stand for a noun. */
export const PRONOUNS: ReadonlySet<string> = new Set([
  ...[
    "i",
    "you",
    "he",
    "she",
    "it",
    "we",
    "they",
    "him",
    "them",
    "us",
    "me",
    "who",
    "which",
    "someone",
    "somebody",
    "everyone",
    "nobody",
    "no-one",
    "none",
  ],
  ...["himself", "herself", "itself", "themselves", "others", "there", "whom"],
]);
/** Words that own what follows. */
export const POSSESSIVES: ReadonlySet<string> = new Set(["my", "your", "his", "its", "our", "their", "whose"]);
/** Words that open a noun phrase. */
export const DETERMINERS: ReadonlySet<string> = new Set([
  ...["a", "an", "the", "this", "these", "those", "some", "any", "no", "every", "each", "another", "both", "all", "neither", "either"],
]);
/** Prepositions of one word. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(
  (
    "in on at by of with without under over above below beneath underneath behind near beside between among amid against along around across through " +
    "into onto from to for toward towards inside outside off up down atop alongside past upon within during beyond about like unlike underneath aboard amidst amongst"
  ).split(" "),
);
/** Adverbs that the tagger errs on. */
export const ADVERBS: ReadonlySet<string> = new Set(
  (
    "not also very quite too just only still already together away nearby there here apart side-by-side outdoors indoors upstairs downstairs " +
    "overhead upright upside-down upwards downwards upward downward everywhere elsewhere"
  ).split(" "),
);
/** Words that join. */
export const CONJUNCTIONS: ReadonlySet<string> = new Set(["and", "or", "but", "nor", "&"]);
/** Words that open a clause within a sentence. */
export const SUBORDINATORS: ReadonlySet<string> = new Set("while because although though whereas if since when where as that".split(" "));

/** Words for deeds that are as often nouns, and verbs where a subject stands before and a preposition after: "a man walks along". */
export const MOVING: ReadonlySet<string> = new Set(
  (
    "walk walks ride rides look looks play plays rest rests run runs stop stops turn turns slide slides roll rolls swing swings dance dances work works " +
    "race races travel travels surf surfs ski skis sail sails fall falls land lands watch watches call calls picnic camp camps film films lead leads"
  ).split(" "),
);

const IRREGULAR_PLURALS: ReadonlySet<string> = new Set(
  "people men women children sheep geese cattle they others police deer fish".split(" "),
);

/** Whether a noun, by its form, takes a plural verb. */
export function looksPlural(word: string): boolean {
  return IRREGULAR_PLURALS.has(word) || (/[^s]s$/.test(word) && word !== "bus");
}
