/**
 * Words that are a noun and a verb by turns, decided by the phrase that they end or follow: "A man waves" (nobody says "a waves"), "two
 * wedding dresses", "a skateboard ramp". Each rule rests on number: a singular article takes no plural noun, a singular subject no bare verb.
 */
import { singular } from "./grammar.js";
import { isIngCompound } from "./ing-compounds.js";
import { isPlural } from "./number.js";
import type { Tag } from "./passage.js";
import { NOUN_LIKE_VERBS, verbOf } from "./verbs.js";
import { basicColorOf, COLOR_QUALIFIERS } from "./vocabulary/colors.js";
import { categoryOf } from "./vocabulary/look-up.js";
import { MOVING } from "./word-classes.js";

/** How far a noun phrase is looked back through. */
const REACH = 8;
/** Longer words are no English nouns. */
const LONGEST_NOUN = 30;

/** Categories of what does things by itself. */
const LIVING: ReadonlySet<string> = new Set(
  "person bird cat dog horse sheep cow elephant bear zebra giraffe animal pet livestock buffalo chicken goat donkey monkey duck".split(" "),
);
const ONE = /^(?:an?|another|each|every|this|that|one)$/;
const SEVERAL = /^(?:several|many|few|both|these|those|various|multiple|numerous)$/;
/** Who or what follows these does something in its bare form: "watches a boy ride". */
const CAUSING = /^(?:watch|see|let|make|help|have|hear|observe|notice|feel|photograph)$/;

interface Edge {
  /** Where the phrase begins. */
  readonly start: number;
  readonly opener: string;
  /** It is the second of "a cat and a dog". */
  readonly isJoined: boolean;
}

/** The phrase that ends right before a place. */
function edgeBefore(words: readonly string[], tags: readonly Tag[], index: number): Edge {
  let start = index;
  while (start > Math.max(0, index - REACH) && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(tags[start - 1] ?? "")) start -= 1;
  if (/^(?:DET|PRON)$/.test(tags[start - 1] ?? "")) start -= 1;
  const isJoined = tags[start - 1] === "CCONJ" && (isNominal(tags[start - 2]) || words[start - 2] === ",");
  return { start, opener: words[start] ?? "", isJoined };
}

function isNominal(tag: Tag | undefined): boolean {
  return tag === "NOUN" || tag === "PROPN";
}

function isLiving(word: string): boolean {
  return word.length <= LONGEST_NOUN && LIVING.has(categoryOf(singular(word)) ?? "");
}

/**
 * "A man waves", "the horse drinks", "two people kiss": what the noun before does.
 * @param hasFinite the clause has another verb; then only "watches a boy ride" is one
 */
export function isDeed(words: readonly string[], tags: readonly Tag[], index: number, hasFinite: boolean): boolean {
  const form = verbOf(words[index] ?? "")?.form;
  const owner = words[index - 1] ?? "";
  // "No one sits": nobody says "one sits" of a thing.
  if (form === "third" && !hasFinite && owner === "one" && words[index - 2] === "no") return !isFollowedByVerb(words, tags, index);
  if (form === "base" && !hasFinite && isAmountOfKnown(words, tags, index)) return true;
  if ((form !== "third" && form !== "base") || !isNominal(tags[index - 1])) return false;
  const { opener, start, isJoined } = edgeBefore(words, tags, index);
  if (form === "base" && isLiving(owner) && isCaused(words, start) && /^(?:DET|ADP|PRON|NUM|ADV)$/.test(tags[index + 1] ?? "")) return true;
  // "the ball that the dog chases is red"
  if (/^(?:that|which|whom)$/.test(words[start - 1] ?? "") && /^(?:DET|PRON)$/.test(tags[start] ?? "") && !isNominal(tags[index + 1]))
    return isPlural(owner) === (form === "base");
  if (hasFinite) return false;
  if (/^waves?$/.test(words[index] ?? "") && /^(?:flag|banner)s?$/.test(owner)) return isPlural(owner) === (form === "base");
  if (form === "third" && ONE.test(opener) && start < index - 1 && !isPlural(owner)) return !isFollowedByVerb(words, tags, index);
  if (!isLiving(owner) || words[index + 1] === "of" || isFollowedByVerb(words, tags, index)) return false;
  const isOpened = /^(?:DET|NUM|PRON)$/.test(tags[start] ?? "") || start === 0 || SEVERAL.test(opener) || isJoined;
  if (!isOpened) return false;
  const isMany = isPlural(owner) || isJoined;
  return form === "third" ? !isPlural(owner) && !takesPlural(words, tags, start) : isMany;
}

/** Animals that are deeds too. */
const ANIMAL_DEEDS = /^(?:bears|ducks|cranes|swallows|rams|seals|parrots|fishes|hounds|badgers)$/;

/**
 * "an umbrella that bears the flag", "a man who ducks under it", "the bus bears a sign": right behind a relative pronoun an article would leave
 * a plural noun without its verb, and so it would behind a noun of one thing.
 */
export function isAnimalDeed(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  if (!ANIMAL_DEEDS.test(words[index] ?? "")) return false;
  const before = words[index - 1] ?? "";
  const next = tags[index + 1];
  const takesObject = /^(?:DET|PRON|NUM|PROPN)$/.test(next ?? "") || /^["“]$/.test(words[index + 1] ?? "");
  if (/^(?:who|which)$/.test(before) || (before === "that" && tags[index - 1] === "PRON"))
    return takesObject || /^(?:ADP|ADJ|NOUN)$/.test(next ?? "");
  if (/^(?:he|she|it)$/.test(before)) return true;
  if (!isNominal(tags[index - 1]) || isPlural(before)) return false;
  const { start, opener } = edgeBefore(words, tags, index);
  if (!takesObject && !(next === "ADP" && ONE.test(opener))) return false;
  return /^(?:DET|PRON)$/.test(tags[start] ?? "") && !SEVERAL.test(opener) && !takesPlural(words, tags, start + 1);
}

/** "The two look happy": nobody says "two look". A word for one and for many ("the two fish") may be the noun. */
function isAmountOfKnown(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  if (tags[index - 1] !== "NUM" || !/^(?:the|all)$/.test(words[index - 2] ?? "") || /^(?:fish|deer|sheep)$/.test(words[index] ?? ""))
    return false;
  return (
    !isNominal(tags[index + 1]) &&
    words[index - 1] !== "one" &&
    !/^\d/.test(words[index - 1] ?? "") &&
    !isFollowedByVerb(words, tags, index)
  );
}

/** "The dog leads are red": the verb comes, and the word before it is none. */
function isFollowedByVerb(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  for (const at of [index + 1, index + 2]) {
    if (tags[at] === "AUX") return true;
    const form = verbOf(words[at] ?? "")?.form;
    if (tags[at] === "VERB" && (form === "third" || form === "base")) return true;
    if (!isNominal(tags[at])) return false;
  }
  return false;
}

/** "two", "several": the noun that follows is a plural. */
function takesPlural(words: readonly string[], tags: readonly Tag[], start: number): boolean {
  const opener = words[start] ?? "";
  return SEVERAL.test(opener) || (tags[start] === "NUM" && opener !== "one");
}

/** "two wedding dresses", "a side walk", "a volleyball net": the last noun of its phrase, though it could be a verb elsewhere. */
export function isLastNoun(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const word = words[index] ?? "";
  const before = words[index - 1] ?? "";
  if (!isNominal(tags[index - 1]) || isPlural(before)) return false;
  const { start, opener, isJoined } = edgeBefore(words, tags, index);
  if (isPlural(word)) return takesPlural(words, tags, start) && !/^(?:DET|PRON|ADP)$/.test(tags[index + 1] ?? "X");
  const form = verbOf(word)?.form ?? (/(?:ing|ed|s|n't)$/.test(word) ? null : "base");
  if (form !== "base" || isJoined || isLiving(before) || start === index - 1) return false;
  if (/^(?:DET|PRON)$/.test(tags[index + 1] ?? "")) return false;
  return !isCaused(words, start) && !SEVERAL.test(opener);
}

/** How many words of colors are looked back through. */
const COLORS_REACH = 6;

/** "painted in yellow and blue stands", "a woman in white holds": the verb of a subject whose colors stand behind it. */
export function isAfterColors(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const word = words[index] ?? "";
  if (verbOf(word)?.form !== "third" || basicColorOf(words[index - 1] ?? "") === null) return false;
  if (NOUN_LIKE_VERBS.has(word) && !MOVING.has(word)) return false;
  if (tags[index + 1] !== undefined && !/^(?:ADP|DET|ADV|PRON|NUM|PUNCT|CCONJ)$/.test(tags[index + 1] ?? "")) return false;
  let at = index - 1;
  const isOfRow = (one: string): boolean => basicColorOf(one) !== null || COLOR_QUALIFIERS.has(one) || /^(?:and|&|,)$/.test(one);
  while (at > index - COLORS_REACH && isOfRow(words[at] ?? "")) at -= 1;
  if (/^(?:painted|dyed|stained)$/.test(words[at] ?? "")) return true;
  return words[at] === "in" && (isNominal(tags[at - 1]) || tags[at - 1] === "VERB");
}

/** How far back the first deed of a subject stands. */
const DEED_REACH = 16;

/** "The woman sits at a desk and types": after a deed in the same form, where no list of plurals could be meant. */
export function isSecondDeed(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const { start } = edgeBefore(words, tags, index - 1);
  const isAfterThing = isNominal(tags[index - 2]) && !isPlural(words[index - 2] ?? "") && /^(?:DET|PRON)$/.test(tags[start] ?? "");
  const isAfterDeed = /^(?:VERB|ADV)$/.test(tags[index - 2] ?? "");
  if (!isAfterThing && !isAfterDeed) return false;
  for (let at = index - 2; at > Math.max(0, index - DEED_REACH); at -= 1)
    if (tags[at] === "VERB" && verbOf(words[at] ?? "")?.form === "third") return true;
  return false;
}

/** How far before its object a verb of seeing or letting may stand. */
const CAUSE_REACH = 4;

function isCaused(words: readonly string[], start: number): boolean {
  return words.slice(Math.max(0, start - CAUSE_REACH), start).some((earlier) => CAUSING.test(verbOf(earlier)?.lemma ?? ""));
}

/** Participles that make one quality with the noun before them: "a snow covered hill". */
const FILLING =
  /^(?:covered|filled|lined|topped|glazed|coated|frosted|shaped|colored|patterned|themed|painted|flavored|infused|framed|paneled|panelled|tiled|trimmed|stuffed|wrapped|decorated|printed|based|powered|drawn|looking)$/;

/** @param tags of the words, those before the index mended already */
export function isFillingParticiple(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const before = words[index - 1] ?? "";
  if (!FILLING.test(words[index] ?? "") || !isNominal(tags[index - 1]) || isPlural(before)) return false;
  if (words[index] !== "drawn" && isLiving(before)) return false;
  const next = words[index + 1] ?? "";
  return (
    isNominal(tags[index + 1]) ||
    (tags[index + 1] === "ADJ" && !next.endsWith("ed") && (isNominal(tags[index + 2]) || isIngCompound(words, index + 2))) ||
    isIngCompound(words, index + 1)
  );
}
