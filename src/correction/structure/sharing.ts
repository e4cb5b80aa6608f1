/** Which of the parts behind the last noun of a list belong to all of its nouns, and which to that one alone. */
import type { NounPhrase } from "../../language/passage.js";
import { targetOf } from "../../language/vocabulary/look-up.js";
import type { List, Part } from "./tree.js";

/** Prepositions that say what a thing has or is, wherever it stands. */
export const BINDS_TO_NOUN: ReadonlySet<string> = new Set(
  "of with without like such as including between along with together with".split(" "),
);
const ANIMATE: ReadonlySet<string> = new Set(
  "person bird cat dog horse sheep cow elephant bear zebra giraffe animal man woman child".split(" "),
);

/** Whether a phrase names what lives. */
export function isAnimate({ category }: NounPhrase): boolean {
  return ANIMATE.has(category);
}

/**
 * "a cat and a dog on the couch": what follows the last member belongs to all where all are alike (all alive, or two things joined
 * by a plain "and"), else to the last alone ("a dog and a car parked by a tree").
 */
export function shareLastParts(list: List): List {
  const last = list.members.at(-1);
  if (last === undefined || list.members.length < 2 || last.parts.length === 0) return list;
  const alive = list.members.filter(({ phrase }) => isAnimate(phrase)).length;
  const isPair = list.members.length === 2 && (list.separators[0]?.to ?? 0) - (list.separators[0]?.from ?? 0) === 1;
  const isAlike = alive === list.members.length || (alive === 0 && isPair);
  const isFirstPlace = list.members.slice(0, -1).every(({ parts }) => !parts.some((part) => isPlace(part) || isDeed(part)));
  const shared =
    isFirstPlace && (isAlike || last.parts.every(isScene))
      ? last.parts.filter(
          (part) => part.kind !== "relative" && !isNaming(part) && !(part.kind === "preposition" && part.head.word === "of"),
        )
      : [];
  const first = shared[0];
  if (first === undefined || last.parts.at(-1) !== shared.at(-1) || last.parts.slice(last.parts.indexOf(first)).length !== shared.length)
    return list;
  const own = last.parts.slice(0, last.parts.indexOf(first));
  const end = first.separator?.from ?? first.from;
  return { ...list, members: [...list.members.slice(0, -1), { ...last, to: end, parts: own }], parts: shared };
}

/** "a man riding a horse, a dog running": each does its own. */
function isDeed(part: Part): boolean {
  return part.kind === "participle" && part.phrase.verb.verb?.form === "ing";
}

/** "near the dog": who has a place of its own shares no other. */
function isPlace(part: Part): boolean {
  return part.kind === "preposition" && part.list !== null && !BINDS_TO_NOUN.has(part.head.word);
}

/** "the left", "the background": names a place in the picture. */
export function isPosition(phrase: NounPhrase | null | undefined): boolean {
  return POSITION.test(phrase?.category ?? "");
}

const POSITION = /^(?:(?:left|right)(?: side)?|middle|center|centre|background|foreground|front|back|top|bottom|(?:\w+ )?corner)$/;

/** "a dog and a cat called Tom": one name, one bearer. */
function isNaming(part: Part): boolean {
  return part.kind === "participle" && /^(?:called|named|titled|labeled|labelled)$/.test(part.phrase.verb.word);
}

/** "on the beach", "in the image": where everything is, not where the last one is. */
function isScene(part: Part): boolean {
  if (part.kind !== "preposition" || !/^(?:in|on|at|along|by|near|throughout|around|inside|outside)$/.test(part.head.word)) return false;
  const places = part.list?.members ?? [];
  return places.length === 1 && places.every(({ phrase }) => !phrase.isThing || targetOf(phrase.category).classes.length === 0);
}
