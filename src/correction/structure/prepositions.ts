/** Prepositions of one and more words, as captions use them. The longest that fits is taken. */
import type { Token } from "../../language/passage.js";

const SIDES = "left right side edge top bottom center centre middle front back end corner rear";

const PHRASES: readonly string[] = [
  ...SIDES.split(" ").flatMap((side) =>
    ["in", "on", "at", "to", "near", "from"].flatMap((word) => [`${word} the ${side} of`, `${word} ${side} of`]),
  ),
  ...["left", "right", "front", "back", "top", "bottom", "far", "near", "other", "opposite", "upper", "lower"].flatMap((side) =>
    ["in", "on", "at", "to", "towards", "toward"].flatMap((word) =>
      ["side", "part", "half", "corner", "edge", "end", "portion", "section", "area"].map((place) => `${word} the ${side} ${place} of`),
    ),
  ),
  ...["top", "bottom", "upper", "lower"].flatMap((row) =>
    ["left", "right"].flatMap((side) =>
      ["in", "at", "on"].flatMap((word) => [`${word} the ${row} ${side} corner of`, `${word} the ${row} ${side} of`]),
    ),
  ),
  ...["left", "right"].map((side) => `${side} of`),
  ..."next to|in front of|close to|near to|adjacent to|on top of|because of|out of|instead of|such as|along with|together with".split("|"),
  ..."on the roof of|on the surface of|on the inside of|by the side of|on the left hand side of|on the right hand side of".split("|"),
  ..."as part of|in between|in the midst of|on either side of|on both sides of|on each side of|on the other side of|in the vicinity of".split(
    "|",
  ),
  ..."in addition to|apart from|aside from|other than|due to|up to|away from|inside of|outside of|off of|ahead of|surrounded with".split(
    "|",
  ),
  ..."except for|with the exception of|in contrast to|in the process of|according to|accompanied by|followed by|to the left and right of|across from|in the direction of|in the company of|on board".split(
    "|",
  ),
];

const SINGLE: ReadonlySet<string> = new Set(
  (
    "of in on at by with without under underneath beneath below above over behind beside besides between among amongst amid near inside outside " +
    "into onto from to toward towards through throughout across along around against about beyond past off up down like including within upon " +
    "atop alongside opposite unlike except excluding barring during before after for via per despite than"
  ).split(" "),
);

const BY_FIRST_WORD: ReadonlyMap<string, readonly (readonly string[])[]> = group(PHRASES);

/** How many tokens the preposition at `at` has; 0 where none stands there. */
export function prepositionLength(tokens: readonly Token[], at: number): number {
  const first = tokens[at]?.text.toLowerCase() ?? "";
  for (const words of BY_FIRST_WORD.get(first) ?? []) {
    if (words.every((word, offset) => tokens[at + offset]?.text.toLowerCase() === word)) return words.length;
  }
  if (!SINGLE.has(first)) return 0;
  if (first === "to" && tokens[at + 1]?.tag === "VERB") return 0;
  return 1;
}

function group(phrases: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const groups = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(" ");
    const first = words[0] ?? "";
    groups.set(first, [...(groups.get(first) ?? []), words]);
  }
  for (const list of groups.values()) list.sort((a, b) => b.length - a.length);
  return groups;
}
