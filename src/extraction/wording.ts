/** Claims in plain words: "there are two dogs", "the car is red", "the dog is left of the cat". For reports and for questions to experts. */
import type { Quantity } from "../domain/claim.js";
import { article } from "../language/grammar/articles.js";
import { numberInWords } from "../language/grammar/numbers.js";
import { isMass, isPluralOnly, singular } from "../language/grammar.js";
import type { Entity } from "./memory.js";

const PREDICATES: ReadonlyMap<string, string> = new Map([
  ["left_of", "left of"],
  ["right_of", "right of"],
  ["in_front_of", "in front of"],
  ["image_left", "on the left side of the image"],
  ["image_right", "on the right side of the image"],
  ["image_top", "at the top of the image"],
  ["image_bottom", "at the bottom of the image"],
  ["image_center", "in the center of the image"],
  ["foreground", "in the foreground"],
  ["background", "in the background"],
]);

/** "there is a dog", "there are no people", "there is snow". */
export function existenceInWords({ words, plural }: Entity, negated: boolean): string {
  if (plural) return `there are ${negated ? "no " : ""}${words}`;
  if (negated) return `there is no ${words}`;
  return isMass(words) || isPluralOnly(words) ? `there is ${words}` : `there is ${article(words)} ${words}`;
}

/** "there are at least three dogs", "there are not two dogs". */
export function countInWords({ words }: Entity, count: Quantity, negated: boolean): string {
  const relation = { exactly: "", at_least: "at least ", at_most: "at most ", about: "about " }[count.relation];
  const verb = count.value === 1 ? "is" : "are";
  const number = count.value === 1 && count.relation === "exactly" ? "one" : numberInWords(count.value);
  const counted = words === "couple" ? "people" : count.value === 1 ? singular(words) : words;
  return `there ${verb} ${negated ? "not " : ""}${relation}${number} ${counted}`;
}

/** "the car is red", "the dogs are not sitting". */
export function attributeInWords({ words, plural }: Entity, value: string, negated: boolean): string {
  return `the ${words} ${plural ? "are" : "is"} ${negated ? "not " : ""}${value}`;
}

/** "the dog is left of the cat", "the cup is between the plate and the fork". */
export function placeInWords({ words, plural }: Entity, predicate: string, targets: readonly Entity[], negated: boolean): string {
  const phrase = PREDICATES.get(predicate) ?? predicate.replaceAll("_", " ");
  const named = [...new Set(targets.map((target) => `the ${target.words}`))].join(" and ");
  return `the ${words} ${plural ? "are" : "is"} ${negated ? "not " : ""}${phrase}${named === "" ? "" : ` ${named}`}`;
}

/** "the woman is holding a kite": @param verb as it follows the subject, "is holding" */
export function actionInWords({ words }: Entity, verb: string, target: Entity | null): string {
  return `the ${words} ${verb}${target === null ? "" : ` the ${target.words}`}`;
}
