/** The other colors of a thing of several: "black and white", "white with black spots". Each then needs only its part of the thing. */
import type { Sentence } from "../language/passage.js";
import { COLOR_QUALIFIERS, colorsIn } from "../language/vocabulary/colors.js";

const JOINING = /^(?:and|or|,|&|\/|mostly|mainly|partly|partially|also)$/;
/** A longer row of colors is no thing's. */
const MOST_WORDS = 12;
/** How far behind "with" a color is looked for: "with a few large black spots". */
const MARKS_REACH = 7;

/**
 * Colors in the words that a color stands among, itself included; as written, in lower case.
 * @param at index of the color's token
 */
export function colorsAround({ tokens }: Sentence, at: number): readonly string[] {
  const wordAt = (index: number): string => tokens[index]?.text.toLowerCase() ?? "";
  const goesOn = (index: number): boolean => {
    const word = wordAt(index);
    return JOINING.test(word) || COLOR_QUALIFIERS.has(word) || colorsIn(word).length > 0;
  };
  let [from, to] = [at, at + 1];
  while (at - from < MOST_WORDS && goesOn(from - 1)) from -= 1;
  while (to - at < MOST_WORDS && goesOn(to)) to += 1;
  const words = tokens.slice(from, to).map((_token, offset) => wordAt(from + offset));
  while (to - at < MOST_WORDS && (tokens[to]?.tag === "NOUN" || tokens[to]?.tag === "ADJ")) to += 1;
  if (wordAt(to) === "with") {
    for (let index = to + 1; index < to + MARKS_REACH && !/^(?:AUX|VERB|SCONJ)$/.test(tokens[index]?.tag ?? "AUX"); index += 1)
      words.push(wordAt(index));
  }
  return [...new Set(words.flatMap(colorsIn))];
}
