/**
 * Whether a text is English enough to be read by these rules. By its commonest small words: cheap, and sure for a sentence or more. Short
 * answers ("Yes.", "Two red buses") have few of them, so a text is called foreign only on signs of another language.
 */
import type { Passage } from "../language/passage.js";
import { categoryOf } from "../language/vocabulary/look-up.js";

const ENGLISH: ReadonlySet<string> = new Set(
  "i you we do does can see yes it its as be has have the a an is are was were of in on at and or with there this that to it he she they his her its two three no not yes one by from some next near".split(
    " ",
  ),
);
const FOREIGN: ReadonlySet<string> = new Set(
  (
    "el la los las un una unos unas es son con del por para que y en hay sobre le les des une est sont avec dans sur et qui il elle du au aux " +
    "der das ein eine einen einem und ist sind mit auf im von zu den dem ich nicht lo gli di che sono nel nella per della sul " +
    "os um uma da na em com são het een van op met zijn niet naast på och är som det ett med og jest na się"
  ).split(" "),
);

/** Fewer words than this say too little to call them foreign by. */
const FEWEST_WORDS = 3;

export function isEnglish({ sentences }: Passage): boolean {
  let english = 0;
  let foreign = 0;
  let plain = 0;
  let other = 0;
  for (const { tokens } of sentences) {
    for (const { text, lemma } of tokens) {
      const word = text.toLowerCase();
      const isPlain = /^[a-z]+$/.test(word);
      if (!isPlain && !/\p{L}/u.test(text)) continue;
      if (!isPlain && !/^[\p{Script=Latin}\p{M}'’-]+$/u.test(word)) other += 1;
      else plain += 1;
      if (ENGLISH.has(word) || categoryOf(lemma) !== null) english += 1;
      else if (FOREIGN.has(word)) foreign += 1;
    }
  }
  if (other > plain) return false;
  return plain < FEWEST_WORDS || foreign <= english;
}
