/** What was seen, in plain English: one sentence that a reader can hold against the picture. */
import type { DetectionEvidence } from "../domain/evidence.js";
import { article } from "../language/grammar/articles.js";
import { numberInWords } from "../language/grammar/numbers.js";
import { isMass, isPluralOnly, plural } from "../language/grammar.js";

/** Boxes at least this likely are counted in a sentence; fainter ones are not worth a reader's time. */
export const WORTH_NAMING = 0.5;

/** More scores than this tell a reader no more. */
const MOST_SCORES = 4;

/** "a dog", "an umbrella", "scissors"; COCO's class of skis is named in the plural. */
export function one(category: string): string {
  return isMass(category) || isPluralOnly(category) || category === "skis" ? category : `${article(category)} ${category}`;
}

/** 1 → "one dog", 2 → "two dogs", 0 → "no dog". */
export function several(count: number, category: string): string {
  if (count === 0) return `no ${category}`;
  return `${numberInWords(count)} ${count === 1 ? category : plural(category)}`;
}

/** "The detector found two dogs (0.91, 0.88)", without a full stop; of a faint find that it is not sure. */
export function found({ category, presence, boxes }: DetectionEvidence): string {
  const likely = boxes.filter(({ probability }) => probability >= WORTH_NAMING);
  if (likely.length > 0) return `The detector found ${several(likely.length, category)} (${scores(likely.map((box) => box.probability))})`;
  if (presence >= WORTH_NAMING) return `The detector finds it likely that there is ${one(category)} (${score(presence)})`;
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
