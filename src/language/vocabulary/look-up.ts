/** From nouns to the categories that a detector knows. A table of words: what it has not, is outside the vocabulary and never refuted. */
import type { Target } from "../../domain/check.js";
import { COCO_CATEGORIES } from "./coco.js";
import { ANIMALS } from "./words/animals.js";
import { BELONGINGS } from "./words/belongings.js";
import { FOOD } from "./words/food.js";
import { GROUPS } from "./words/groups.js";
import { HOUSEHOLD } from "./words/household.js";
import { KINDS, KINDS_OF_BIRDS, KINDS_OF_PEOPLE } from "./words/kinds.js";
import { PEOPLE } from "./words/people.js";
import { VEHICLES } from "./words/vehicles.js";
import { WHOLE, WHOLE_GROUPS } from "./words/whole.js";

/** Every line of the synonym tables. */
export const SYNONYM_ROWS = [
  ...[...PEOPLE, ...ANIMALS, ...VEHICLES, ...BELONGINGS, ...HOUSEHOLD, ...FOOD],
  ...[...KINDS, ...KINDS_OF_BIRDS, ...KINDS_OF_PEOPLE],
];

const CATEGORY_BY_NOUN: ReadonlyMap<string, string> = new Map([
  ...SYNONYM_ROWS.flatMap(([category, ...nouns]) => nouns.map((noun): [string, string] => [noun, category])),
  ...GROUPS.flatMap(({ category, nouns }) => nouns.map((noun): [string, string] => [noun, category])),
  ...COCO_CATEGORIES.map((category): [string, string] => [category, category]),
]);

const GROUP_BY_CATEGORY = new Map(GROUPS.map((group) => [group.category, group]));
const COCO = new Set(COCO_CATEGORIES);

/** Words of the longest noun in the tables: how far a look-up must reach. */
export const LONGEST_NOUN_WORDS = Math.max(...[...CATEGORY_BY_NOUN.keys()].map((noun) => noun.split(" ").length));

const WHOLE_NOUNS: ReadonlySet<string> = new Set([...WHOLE, ...WHOLE_GROUPS].flatMap(([, ...nouns]) => nouns));

/**
 * Whether all that a detector finds of the noun's category is what the noun means: true for "sofa" and "animal", false for "poodle" and
 * "van". What is outside the vocabulary is looked for by its own name, and so is true.
 */
export function isWhole(noun: string): boolean {
  return COCO.has(noun) || WHOLE_NOUNS.has(noun) || !CATEGORY_BY_NOUN.has(noun);
}

/** Every noun of the tables, singular. */
export const NOUNS: readonly string[] = [...CATEGORY_BY_NOUN.keys()];

/** The category or group of a noun, singular and lower case, its words parted by single spaces; null where it is outside the vocabulary. */
export function categoryOf(noun: string): string | null {
  return CATEGORY_BY_NOUN.get(noun) ?? null;
}

/**
 * What a detector must find for a category (`Mention.category`).
 * @returns classes that stand for it, none where it is outside the vocabulary; `exhaustive` where finding none of them means there is none
 */
export function targetOf(category: string): Target & { readonly exhaustive: boolean } {
  if (COCO.has(category)) return { category, classes: [category], exhaustive: true };
  const group = GROUP_BY_CATEGORY.get(category);
  if (group !== undefined) return { category, classes: group.classes, exhaustive: group.exhaustive };
  const known = CATEGORY_BY_NOUN.get(category.toLowerCase());
  return known === undefined || known === category ? { category, classes: [], exhaustive: false } : targetOf(known);
}
