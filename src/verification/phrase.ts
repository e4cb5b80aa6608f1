/**
 * What a noun phrase asks beyond its category. "A woman" is a person and more, "two red cars" are cars and more: a detector of persons and
 * cars can show that none is there, but where it finds some it has not shown that they are the ones.
 */
import type { Mention } from "../domain/claim.js";
import { numberValue } from "../language/grammar/numbers.js";
import { singular } from "../language/grammar.js";
import { categoryOf, isKind, LONGEST_NOUN_WORDS, targetOf } from "../language/vocabulary/look-up.js";

/** Words before a noun that choose no kind. */
const PLAIN_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the this that these those some any no another other one each every both all several many few couple pair of at least most more than " +
    "fewer less about around approximately exactly only just nearly almost over up to single his her its their my your our dozen dozens " +
    "multiple various numerous group bunch set lot lots total"
  ).split(" "),
);

/** Nouns that mean the category and nothing narrower. For all others a narrower kind may be meant. */
const PLAIN_PERSONS: ReadonlySet<string> = new Set(
  "person people individual human being somebody someone anybody anyone nobody no-one figure".split(" "),
);

/** Young or special kinds of a category: a detector of dogs knows no puppies. */
const NARROW_KINDS: ReadonlySet<string> = new Set(
  (
    "puppy kitten calf lamb foal colt pony cub chick duckling fawn bull ox stallion mare rooster hen duck goose swan seagull gull pigeon parrot " +
    "eagle owl sparrow taxi cab sedan suv jeep limousine minivan hatchback convertible sailboat canoe kayak yacht ferry rowboat " +
    "speedboat ship moped scooter tricycle jet helicopter loveseat tricycle cupcake"
  ).split(" "),
);

/** True where the phrase asks for more than any instance of its category. */
export function isNarrow(mention: Mention): boolean {
  return extraWords(mention).length > 0;
}

/** The noun with what narrows it: "woman" of "the two women", "red car" of "a red car"; null where nothing does. */
export function narrowing(mention: Mention): string | null {
  const extra = extraWords(mention);
  return extra.length === 0 ? null : extra.join(" ");
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
  const words = wordsOf(phrase).filter((word) => !PLAIN_WORDS.has(word) && numberValue(word) === null);
  if (words.length === 0) return [];
  const head = headOf(words, category);
  const before = words.slice(0, words.length - head.length);
  const noun = head.join(" ");
  const isPlain = category === "person" ? PLAIN_PERSONS.has(noun) : !NARROW_KINDS.has(noun) && !isKind(noun);
  return isPlain ? before : [...before, noun];
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
  return phrase.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu) ?? [];
}
