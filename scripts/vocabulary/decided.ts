/** What a person decided on the candidates: a row of the vocabulary has the word, or rejected.txt does. */
import { readFileSync } from "node:fs";
import { categoryOf } from "../../src/language/vocabulary/look-up.js";
import { OUTSIDE_COMPOUNDS } from "../../src/language/vocabulary/words/not-these.js";

/** Lines "category: word | word | …"; "#" opens a remark. */
export const REJECTED: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readFileSync(new URL("./rejected.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.includes(": ") && !line.startsWith("#"))
    .map((line) => {
      const at = line.indexOf(": ");
      return [line.slice(0, at), new Set(line.slice(at + 2).split(" | "))];
    }),
);

/** "bald eagle" needs no row of its own: its last word has one. */
export function isDecided(category: string, word: string): boolean {
  if (categoryOf(word.split(/[ -]/).at(-1) ?? word) === category) return true;
  return categoryOf(word) !== null || OUTSIDE_COMPOUNDS.has(word) || REJECTED.get(category)?.has(word) === true;
}
