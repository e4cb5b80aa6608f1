/** What was seen, in plain English: one sentence that a reader can hold against the picture. */
import type { DetectionEvidence } from "../domain/evidence.js";
import { article } from "../language/grammar/articles.js";
import { numberInWords } from "../language/grammar/numbers.js";
import { isMass, isPluralOnly, plural } from "../language/grammar.js";
import { isWhole, targetOf } from "../language/vocabulary/look-up.js";
import type { Kind } from "./phrase.js";

/** Boxes at least this likely are counted in a sentence; fainter ones are not worth a reader's time. */
export const WORTH_NAMING = 0.5;

/** More scores than this tell a reader no more. */
const MOST_SCORES = 4;

/** "a dog", "an umbrella", "scissors"; COCO's class of skis is named in the plural. A "van" is found as "a car, a truck or a bus". */
export function one(category: string): string {
  return either(namesOf(category).map(single));
}

/** 1 → "one dog", 2 → "two dogs", 0 → "no dog". */
export function several(count: number, category: string): string {
  const names = either(namesOf(category).map((name) => (count < 2 ? name : plural(name))));
  return `${count === 0 ? "no" : numberInWords(count)} ${names}`;
}

/** "that it is a poodle is not checked", "that they are women is not checked" */
export function unchecked({ words, isPlural }: Kind): string {
  return `that ${isPlural ? `they are ${words}` : `it is ${single(words)}`} is not checked`;
}

/** "that the dog is a poodle is not checked" */
export function uncheckedOf(category: string, { words, isPlural }: Kind): string {
  return isPlural ? `that they are ${words} is not checked` : `that the ${category} is ${single(words)} is not checked`;
}

/** "how many of them are women is not checked" */
export function uncounted({ words, isPlural }: Kind): string {
  return `how many of them are ${isPlural ? words : plural(words)} is not checked`;
}

function single(noun: string): string {
  return isMass(noun) || isPluralOnly(noun) || noun === "skis" ? noun : `${article(noun)} ${noun}`;
}

/** What the detector really finds: the category, or the classes of which it may be. */
function namesOf(category: string): readonly string[] {
  const { classes } = targetOf(category);
  return isWhole(category) || classes.length === 0 ? [category] : classes;
}

function either(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`;
}

/** "The detector found two dogs (0.91, 0.88)", without a full stop; of a faint find that it is not sure. */
export function found({ category, presence, boxes }: DetectionEvidence): string {
  const likely = boxes.filter(({ probability }) => probability >= WORTH_NAMING);
  if (likely.length > 0) return `The detector found ${several(likely.length, category)} (${scores(likely.map((box) => box.probability))})`;
  if (presence >= WORTH_NAMING)
    return `The detector finds it likely that there is ${one(category)} (${score(presence)}), but is sure of no one place`;
  return `The detector is not sure of ${one(category)} (${score(presence)})`;
}

export function foundNone(category: string): string {
  return `The detector found no ${category}.`;
}

/** A chance as a reader wants it: 0.91. Never "1.00", for nothing here is certain. */
export function score(probability: number): string {
  return Math.min(probability, 0.99).toFixed(2);
}

function scores(probabilities: readonly number[]): string {
  if (probabilities.length <= MOST_SCORES) return probabilities.map(score).join(", ");
  return `${score(Math.max(...probabilities))} down to ${score(Math.min(...probabilities))}`;
}
