/**
 * The nouns of a description, in their singular.
 *
 * AMBER's scorer tags with NLTK and looks words up in WordNet; here the language model of `language/` does both. They disagree on a word
 * in a hundred or so, most of them words that AMBER does not know anyway. As in the scorer a capital letter keeps a word out ("Mountain"
 * begins a title, and no word of AMBER's has a capital but "TV").
 */
import { parse } from "../../language/parse.js";

export function nounsOf(text: string): readonly string[] {
  return parse(text).sentences.flatMap(({ tokens }) =>
    tokens.flatMap(({ tag, text: written, lemma }) => {
      if (tag !== "NOUN" && tag !== "PROPN") return [];
      return [/^\p{Lu}/u.test(written) ? written : lemma];
    }),
  );
}
