/** Words that are a color in one place and food in another, told apart by their neighbors. */
import type { Tag } from "./passage.js";
import { basicColorOf } from "./vocabulary/colors.js";
import { BE } from "./word-classes.js";

/** Shades that are eaten: "a hot dog with mustard". */
const FOODS: ReadonlySet<string> = new Set("mustard cream olive lime plum peach apricot salmon chestnut".split(" "));

export function isFoodHere(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  if (!FOODS.has(words[index] ?? "") || BE.has(words[index - 1] ?? "")) return false;
  const next = tags[index + 1] ?? null;
  const joinsColor = next === "CCONJ" && basicColorOf(words[index + 2] ?? "") !== null;
  return !isNominal(next) && next !== "ADJ" && !joinsColor;
}

/** "an orange and white cat", "an orange couch", "the cat is orange", "white and orange": the color; "an orange and a cup": the fruit. */
export function isColorHere(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const next = words[index + 1] ?? "";
  if (BE.has(words[index - 1] ?? "")) return words[index - 2] !== "there";
  // "one black, one white, and one orange"
  if (
    words[index - 1] === "one" &&
    words.some((word, at) => word === "one" && at < index - 1 && basicColorOf(words[at + 1] ?? "") !== null)
  )
    return true;
  // "the cat is white and orange"
  if (/^(?:and|or|,|&)$/.test(words[index - 1] ?? "") && basicColorOf(words[index - 2] ?? "") !== null) return true;
  if (next === "and" || next === ",") return basicColorOf(words[index + 2] ?? "") !== null;
  return isNominal(tags[index + 1] ?? null) && !/^(?:slice|juice|peel|tree|segment|half)/.test(next);
}

function isNominal(tag: Tag | null): boolean {
  return tag === "NOUN" || tag === "PROPN";
}
