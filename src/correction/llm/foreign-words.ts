/**
 * Words that a correction brings from nowhere. A rewriting may use the response's own words, what the experts saw, and the small words that
 * hold a sentence together; a name, a thing or a deed from elsewhere was made up, or was smuggled in through the response.
 */
import type { Edit } from "../../domain/correction.js";
import { parse } from "../../language/parse.js";
import type { Tag } from "../../language/passage.js";

/** Tags of words that say nothing of a picture by themselves. */
const SMALL: ReadonlySet<Tag> = new Set<Tag>(["ADP", "AUX", "CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT", "SCONJ", "SPACE"]);
const PLAIN: ReadonlySet<string> = new Set("only just also there alone together instead none image picture photo scene be have".split(" "));

/** No number of things: a number to call, or a year. */
const LONG_NUMBER = /\d{3}/;

/** @returns the words, lower case, as the edits have them */
export function foreignWords(edits: readonly Edit[], original: string, facts: readonly string[]): readonly string[] {
  const known = new Set([...lemmasOf(original), ...facts.flatMap(lemmasOf)]);
  return edits.flatMap(({ replacement }) =>
    parse(replacement)
      .sentences.flatMap(({ tokens }) => tokens)
      .filter(
        ({ tag, lemma, text }) =>
          (!SMALL.has(tag) || LONG_NUMBER.test(text)) && !PLAIN.has(lemma) && !known.has(lemma) && !known.has(text.toLowerCase()),
      )
      .map(({ text }) => text.toLowerCase()),
  );
}

function lemmasOf(text: string): readonly string[] {
  return parse(text).sentences.flatMap(({ tokens }) => tokens.flatMap(({ lemma, text: word }) => [lemma, word.toLowerCase()]));
}
