/**
 * What a noun phrase asks beyond its category. "A woman" is a person and more, "two red cars" are cars and more: a detector of persons and
 * cars can show that none is there, but where it finds some it has not shown that they are the ones.
 */
import type { Mention } from "../domain/claim.js";
import { numberValue } from "../language/grammar/numbers.js";
import { singular } from "../language/grammar.js";
import { categoryOf, isWhole, LONGEST_NOUN_WORDS, targetOf } from "../language/vocabulary/look-up.js";

/** Words before a noun that choose no kind. */
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the this that these those some any no another other one each every both all several many few couple pair of at least most more than " +
    "fewer less about around approximately exactly only just nearly almost over up to single his her its their my your our dozen dozens " +
    "multiple various numerous group bunch set lot lots total mix mixture variety number range collection assortment array piece pieces neither nor either none not"
  ).split(" "),
);

/** Words for anybody. All others that stand for a person and are in no table may mean a kind: "Anna". */
const ANYBODY: ReadonlySet<string> = new Set("being somebody someone anybody anyone nobody no-one".split(" "));

/** True where the phrase asks for more than any instance of its category. */
export function isNarrow(mention: Mention): boolean {
  return extraWords(mention).length > 0;
}

/**
 * What nobody looks at of a thing that was found, as words for a sentence: "a woman" of "the woman", "young women" of "two young women", "a poodle"
 * of "a brown poodle". Colors and the like of things are claims of their own.
 * @param whole with all that narrows the noun: "a red car" of "no red car"
 * @returns null where the phrase asks for nothing more than its category
 */
export function kindOf(mention: Mention, whole = false): Kind | null {
  const { phrase, category } = mention;
  const words = wordsIn(phrase);
  const head = headOf(words.map(lowerCase), category);
  const isNamed = whole || category === "person" ? isNarrow(mention) : !meansAll(head.join(" "), category);
  if (!isNamed) return null;
  const first = words.findIndex((word) => !isPlainWord(word.toLowerCase()));
  const text = words.slice(whole || category === "person" ? first : -head.length).join(" ");
  const starts = /^\p{Lu}\p{Ll}/u.test(text) && first === 0 ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;
  return { words: starts, isPlural: numberMeant(mention) > 1 && !/ of /.test(starts) };
}

/** Words that name a kind, the number they are in. */
export interface Kind {
  readonly words: string;
  readonly isPlural: boolean;
}

/** How many the phrase speaks of: 2 for "two dogs" and "dogs", 1 for "a dog". */
export function numberMeant({ phrase }: Mention): number {
  const words = wordsOf(phrase);
  const number = words.map(numberValue).find((value) => value !== null && value > 0);
  if (number !== undefined && number !== null) return number;
  const last = words.at(-1) ?? "";
  return singular(last) === last ? 1 : 2;
}

function extraWords({ phrase, category }: Mention): readonly string[] {
  const words = wordsOf(phrase).filter((word) => !isPlainWord(word));
  if (words.length === 0) return [];
  const head = headOf(words, category);
  const before = words.slice(0, words.length - head.length);
  const noun = head.join(" ");
  return meansAll(noun, category) ? before : [...before, noun];
}

function meansAll(noun: string, category: string): boolean {
  return isWhole(noun) && (category !== "person" || categoryOf(noun) !== null || ANYBODY.has(noun));
}

function isPlainWord(word: string): boolean {
  return PLAIN_WORDS.has(word) || numberValue(word) !== null;
}

/** The last words of the phrase that name the category, in the singular. */
function headOf(words: readonly string[], category: string): readonly string[] {
  for (let start = Math.max(0, words.length - LONGEST_NOUN_WORDS); start < words.length; start += 1) {
    const tail = words.slice(start);
    const noun = [...tail.slice(0, -1), singular(tail.at(-1) ?? "")];
    const named = categoryOf(noun.join(" "));
    if (noun.join(" ") === category || (named !== null && targetOf(named).category === category)) return noun;
  }
  return words.slice(-1).map(singular);
}

function wordsOf(phrase: string): readonly string[] {
  return wordsIn(phrase).map(lowerCase);
}

function wordsIn(phrase: string): readonly string[] {
  return phrase.match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}

function lowerCase(word: string): string {
  return word.toLowerCase();
}
