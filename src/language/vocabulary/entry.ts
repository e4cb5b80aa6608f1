/** How a line of the vocabulary is written. Extend the tables in words/ and test/language/vocabulary.test.ts checks the line. */

/** A category of the detector and the nouns, singular and lower case, that mean exactly that or a kind of it: "puppy" is a "dog". */
export type SynonymRow = readonly [category: string, ...nouns: readonly string[]];

/**
 * Nouns that stand for several classes, or for one only loosely. `exhaustive`: whoever finds none of the classes may say that there is
 * none of these ("van": car, truck or bus); false where the noun holds more than the classes do ("animal").
 */
export interface GroupRow {
  readonly category: string;
  readonly nouns: readonly string[];
  readonly classes: readonly string[];
  readonly exhaustive: boolean;
}
