/**
 * Mends what the tagger gets wrong in descriptions of pictures: verbs taken for nouns, possessive "'s", participles, nouns of the
 * vocabulary taken for verbs. Local rules over neighbours; where two readings stand, the one commoner in captions is taken.
 */

import { closedClass } from "./closed-class.js";
import { isColorHere, isFoodHere } from "./colors-here.js";
import { compoundLengthAt } from "./compounds.js";
import { singular } from "./grammar.js";
import { isIngCompound } from "./ing-compounds.js";
import { isInverted } from "./inversion.js";
import { isAfterColors, isAnimalDeed, isDeed, isFillingParticiple, isLastNoun, isSecondDeed } from "./noun-or-deed.js";
import { isPlural } from "./number.js";
import type { Tag, Token } from "./passage.js";
import { tagWords } from "./tagger.js";
import type { RawToken } from "./tokenize.js";
import { ING_NOUNS, NEVER_NOUNS, NOUN_LIKE_VERBS, verbFormOf, verbOf } from "./verbs.js";
import { basicColorOf } from "./vocabulary/colors.js";
import { categoryOf } from "./vocabulary/look-up.js";
import { attributeTypeOf, OPINIONS } from "./vocabulary/qualities.js";
import { BE, looksPlural, MOVING, POSSESSIVES, PRONOUNS, SUBORDINATORS } from "./word-classes.js";

/** Longer words are no English nouns; the plural rules are not run on them. */
const LONGEST_NOUN = 30;

/** Tokens of one sentence with tags and dictionary forms, mended. */
export function tagSentence(raw: readonly RawToken[]): readonly Token[] {
  const words = raw.map((token) => token.text.toLowerCase().replaceAll("’", "'"));
  const tagged = tagWords(raw);
  const tags: Tag[] = raw.map((_token, index) => closedClass(raw, words, index) ?? tagged[index] ?? "X");
  const isNoun = words.map(() => false);
  words.forEach((_word, index) => {
    const length = compoundLengthAt(words, index);
    if (length > 0) isNoun.fill(true, index, index + length);
  });
  let hasFinite = false;
  // "A man who is sitting looks …": the verb of a relative clause is not yet that of its subject.
  let awaitsMain = false;
  for (let index = 0; index < raw.length; index += 1) {
    const word = words[index] ?? "";
    const tag = isNoun[index] === true ? "NOUN" : openClass(words, tags, index, hasFinite);
    tags[index] = tag;
    const opensClause = tag === "AUX" ? tags[index - 1] !== "AUX" : tag === "VERB" && isFiniteForm(word);
    if (opensClause) {
      hasFinite = !awaitsMain;
      awaitsMain = false;
    } else if (!hasFinite && /^(?:who|which|that|whose)$/.test(word) && isNominal(tags[index - 1] ?? null)) awaitsMain = true;
    if (startsClause(words, tags, index)) hasFinite = false;
  }
  return raw.map((token, index): Token => {
    const tag = tags[index] ?? "X";
    return { text: token.text, span: token.span, tag, lemma: lemmaOf(words[index] ?? "", tag) };
  });
}

const AUXILIARY_LEMMAS: ReadonlyMap<string, string> = new Map(
  Object.entries({ has: "have", had: "have", "'ve": "have", does: "do", did: "do", "'ll": "will", "'d": "would", "n't": "not" }),
);

function lemmaOf(word: string, tag: Tag): string {
  const contracted = AUXILIARY_LEMMAS.get(word);
  if (tag === "AUX") return BE.has(word) ? "be" : (contracted ?? word);
  if (tag === "VERB") return verbOf(word)?.lemma ?? unlistedLemma(word);
  if (tag === "NOUN" || tag === "PROPN") return word.length > LONGEST_NOUN ? word : singular(word);
  return contracted ?? word;
}

/** Without the table, whether a final e fell cannot be known: the bare stem is given. */
function unlistedLemma(word: string): string {
  if (word.length < 4) return word;
  const stem = word.replace(/(?:ing|ed)$/, "");
  if (stem !== word) return /([^aeiousl])\1$/.test(stem) ? stem.slice(0, -1) : stem;
  return word.replace(/(?<=[^s])s$/, "");
}

const OPEN_CLASSES: ReadonlySet<Tag> = new Set<Tag>(["NOUN", "PROPN", "VERB", "ADJ", "ADV", "X", "INTJ", "SCONJ"]);

/** "in the bottom left corner", "at the bottom left of the image": one place, and "bottom" is no noun there. */
function isSideOfTwo(words: readonly string[], index: number): boolean {
  if (!/^(?:top|bottom|middle|center)$/.test(words[index] ?? "") || !/^(?:left|right)$/.test(words[index + 1] ?? "")) return false;
  return /^(?:|\W+|corner|hand|side|part|area|edge|portion|section|quadrant|half|of|is|are|there|and)$/.test(words[index + 2] ?? "");
}

function openClass(words: readonly string[], tags: readonly Tag[], index: number, hasFinite: boolean): Tag {
  const word = words[index] ?? "";
  const tag = tags[index] ?? "X";
  const before = tags[index - 1] ?? null;
  const next = tags[index + 1] ?? null;
  if (word === "that") return isNominal(before) ? "PRON" : isNominal(next) || next === "ADJ" ? "DET" : tag;
  if (!OPEN_CLASSES.has(tag)) return tag;
  if (SUBORDINATORS.has(word)) return "SCONJ";
  if (isSideOfTwo(words, index)) return "ADJ";
  if (/^(?:left|right)$/.test(word) && tag === "VERB" && isNominal(next) && before !== "PRON" && before !== "AUX") return "ADJ";
  if (word === "likely" && /(?:ing|ed)$/.test(words[index + 1] ?? "")) return "ADV";
  if (word === "part" && words[index + 1] === "of") return "NOUN";
  if (word === "right" && /^(?:far|extreme)$/.test(words[index - 1] ?? "") && !isNounAhead(words, tags, index)) return "NOUN";
  if (/^(?:stands?|sits?|lies?|hangs?|rests?)$/.test(word) && isInverted(words, tags, index)) return "VERB";
  if (basicColorOf(word) !== null && word !== "orange" && word !== "rose") return isFoodHere(words, tags, index) ? "NOUN" : "ADJ";
  // "a natural and cozy setting"
  if (tag === "NOUN" && OPINIONS.has(word) && isNounAhead(words, tags, index)) return "ADJ";
  if (word === "brand" && words[index + 1] === "new") return "ADV";
  if (word === "orange" && isColorHere(words, tags, index)) return "ADJ";
  if (tag === "ADV" && /^(?:size|material)$/.test(attributeTypeOf(word))) return "ADJ";
  // "is facing left"
  if (word === "left" && tag === "VERB" && before === "VERB" && !isNominal(next) && next !== "DET" && next !== "PRON") return "ADV";
  if (isAnimalDeed(words, tags, index)) return "VERB";
  if (isAfterColors(words, tags, index)) return "VERB";
  const opensPhrase = before === "DET" || before === "NUM" || before === "ADJ" || isPossessive(words, tags, index - 1);
  if (tag !== "NOUN" && endsCategory(words, tags, index, opensPhrase)) return "NOUN";
  // "three boats, spread across the bay"
  if (word === "spread" && (before === "PUNCT" || isNominal(before)) && next === "ADP") return "VERB";
  if (tag === "VERB" && word === "setting" && before !== "AUX" && next !== "DET" && before !== null && before !== "PRON") return "NOUN";
  if (isFillingParticiple(words, tags, index)) return "ADJ";
  if (isIngCompound(words, index - 1)) return "NOUN";
  const verb = verbOf(word);
  if (/[a-z]ing$/.test(word) && !ING_NOUNS.has(word) && word.length > 4) return ingForm(words, tags, index, opensPhrase);
  if (isExistential(words, index) && tag === "VERB" && !/(?:ing|ed)$/.test(word)) return "NOUN";
  if (NEVER_NOUNS.has(word) && !opensPhrase) return "VERB";
  if (isDeed(words, tags, index, hasFinite)) return "VERB";
  if (tag === "VERB" && isLastNoun(words, tags, index)) return "NOUN";
  // "at coordinates", but "to coordinate"
  if (verb === null && tag === "VERB" && before === "ADP" && words[index - 1] !== "to" && !word.endsWith("ed")) return "NOUN";
  // "This allows people to relax": "this" takes no plural noun.
  if (index === 1 && words[0] === "this" && isPlural(word) && !hasFinite && next !== "AUX" && next !== "VERB") return "VERB";
  // "in ties and skirts"
  if (verb === null && tag === "VERB" && before === "CCONJ" && looksPlural(word) && isNominal(tags[index - 2] ?? null)) return "NOUN";
  if (verb === null)
    return tag === "VERB" && (opensPhrase || categoryOf(singular(word.slice(0, 30))) !== null) ? nominal(words, tags, index) : tag;
  if (verb.form === "participle" || verb.form === "past") return pastForm(words, tags, index, opensPhrase);
  // "This creates a sense of depth": "this" takes no plural noun.
  if (verb.form === "third" && /^(?:this|that)$/.test(words[index - 1] ?? "") && !hasFinite) return "VERB";
  if (opensPhrase && !(before === "ADJ" && isPredicative(tags, index))) return tag === "VERB" ? nominal(words, tags, index) : tag;
  return presentForm(words, tags, index, hasFinite, verb.form === "third");
}

/** "a traffic light", "a remote on the table": nouns of the vocabulary that are adjectives elsewhere. */
function endsCategory(words: readonly string[], tags: readonly Tag[], index: number, opensPhrase: boolean): boolean {
  const word = words[index] ?? "";
  if (tags[index] !== "ADJ" || word.length > LONGEST_NOUN) return false;
  const next = tags[index + 1] ?? null;
  if (isNominal(tags[index - 1] ?? null) && categoryOf(`${words[index - 1]} ${singular(word)}`) !== null) return true;
  return opensPhrase && categoryOf(word) !== null && !isNominal(next) && next !== "ADJ" && next !== "NUM";
}

/** "there are clouds": what follows is a noun. */
function isExistential(words: readonly string[], index: number): boolean {
  return words[index - 2] === "there" && BE.has(words[index - 1] ?? "");
}

/** A noun, or a word in -ing that is mostly one. */
function isNounAhead(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  return isNominal(tags[index + 1] ?? null) || ING_NOUNS.has(words[index + 1] ?? "");
}

function isNominal(tag: Tag | null): boolean {
  return tag === "NOUN" || tag === "PROPN";
}

function isPossessive(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const word = words[index] ?? "";
  return POSSESSIVES.has(word) || (word === "'s" && tags[index] === "PART") || word === "her";
}

function nominal(words: readonly string[], tags: readonly Tag[], index: number): Tag {
  return (isNominal(tags[index + 1] ?? null) || tags[index + 1] === "ADJ") && /(?:ed|ing)$/.test(words[index] ?? "") ? "ADJ" : "NOUN";
}

/** After a form of "be" an adjective ends the phrase: "the dog is small and lies" has no noun "small". */
function isPredicative(tags: readonly Tag[], index: number): boolean {
  return tags[index - 2] === "AUX";
}

function ingForm(words: readonly string[], tags: readonly Tag[], index: number, opensPhrase: boolean): Tag {
  const next = tags[index + 1] ?? null;
  if (isIngCompound(words, index)) return "NOUN";
  const isShare = words[index - 1] === "other" && words.includes("one");
  if (/^(?:other|others|latter|former)$/.test(words[index - 1] ?? "") && next !== null && !isNominal(next) && (next !== "PUNCT" || isShare))
    return "VERB";
  if (
    /^(?:some|one|many|several|both|each|another|two|three)$/.test(words[index - 1] ?? "") &&
    /^[,;]$|^(?:and|with)$/.test(words[index - 2] ?? "")
  )
    return "VERB";
  if (opensPhrase)
    return isNominal(next) || next === "ADJ"
      ? "ADJ"
      : BE.has(words[index - 2] ?? "")
        ? "VERB"
        : verbOf(words[index] ?? "") === null
          ? "NOUN"
          : asTail(tags, index);
  // "a visually appealing scene", "vibrant and visually appealing scene"
  const isQualified =
    tags[index - 1] === "ADV" && /ly$/.test(words[index - 1] ?? "") && /^(?:DET|CCONJ|ADJ|ADP)$/.test(tags[index - 2] ?? "");
  if (isQualified && isNominal(next)) return "ADJ";
  return "VERB";
}

/** "the man standing": an -ing word right after a determiner and no noun after it is a noun, after an adjective it may be either. */
function asTail(tags: readonly Tag[], index: number): Tag {
  return tags[index - 1] === "NUM" ? "VERB" : "NOUN";
}

function pastForm(words: readonly string[], tags: readonly Tag[], index: number, opensPhrase: boolean): Tag {
  const word = words[index] ?? "";
  if (
    word === "left" &&
    /^(?:far|very|extreme|upper|lower|top|bottom)$/.test(words[index - 1] ?? "") &&
    !isNominal(tags[index + 1] ?? null)
  )
    return "NOUN";
  if (word === "left" || word === "found" || word === "saw") {
    if (opensPhrase) return word === "left" ? (isNominal(tags[index + 1] ?? null) ? "ADJ" : "NOUN") : "VERB";
  }
  if (opensPhrase && (isNominal(tags[index + 1] ?? null) || tags[index + 1] === "ADJ") && !isPredicative(tags, index)) return "ADJ";
  // "a broken mirror": no bare verb follows an article and a participle.
  if (opensPhrase && tags[index - 1] !== "ADJ" && tags[index + 1] === "VERB" && verbFormOf(words[index + 1] ?? "") === "base") return "ADJ";
  if (NOUN_LIKE_VERBS.has(word) && opensPhrase) return "NOUN";
  // "an old, worn suitcase"
  if (words[index - 1] === "," && tags[index - 2] === "ADJ" && isNominal(tags[index + 1] ?? null)) return "ADJ";
  // "in nicely decorated rooms"
  if (isExistential(words, index) && isNominal(tags[index + 1] ?? null)) return "ADJ";
  const isQualified = tags[index - 1] === "ADV" && (tags[index - 2] === "ADP" || tags[index - 2] === "DET");
  return isQualified && isNominal(tags[index + 1] ?? null) ? "ADJ" : "VERB";
}

function presentForm(words: readonly string[], tags: readonly Tag[], index: number, hasFinite: boolean, isThird: boolean): Tag {
  const word = words[index] ?? "";
  const tag = tags[index] ?? "X";
  const before = tags[index - 1] ?? null;
  const next = tags[index + 1] ?? null;
  const beforeWord = words[index - 1] ?? "";
  if (word === "leaves" && (before === "VERB" || before === "ADP")) return "NOUN";
  if (beforeWord === "to" && !isThird)
    return NOUN_LIKE_VERBS.has(word) && next !== "DET" && tag === "NOUN" && !/^(?:ride|play|walk|catch|cut|rest|board)$/.test(word)
      ? tag
      : "VERB";
  if (before === "PRON" && PRONOUNS.has(beforeWord) && beforeWord !== "there") return "VERB";
  if (BE.has(beforeWord) && !isThird) return "ADJ";
  // "is not present"
  if (before === "PART" && BE.has(words[index - 2] ?? "") && !isThird && tag !== "NOUN") return "ADJ";
  if (before === "AUX" || (before === "PART" && beforeWord !== "'s"))
    return isThird ? tag : NOUN_LIKE_VERBS.has(word) && tag !== "VERB" ? tag : "VERB";
  if (before === "ADP") return tag === "VERB" ? "NOUN" : tag;
  // "a woman whose umbrella is red walks by"
  const isAfterQuality = before === "ADJ" && isPredicative(tags, index) && !hasFinite && isThird;
  const isSubjectBefore = isNominal(before) || isAfterQuality || (before === "ADV" && isNominal(tags[index - 2] ?? null));
  const agrees = isThird ? !looksPlural(beforeWord) : looksPlural(beforeWord) || (before === "ADV" && looksPlural(words[index - 2] ?? ""));
  const goesOn =
    next === null ||
    ["DET", "ADP", "ADV", "PRON", "NUM", "PUNCT", "SCONJ", "CCONJ", "ADJ", "PART"].includes(next) ||
    words[index + 1] === "her";
  if (isSubjectBefore && agrees && !hasFinite && words[index + 1] === "as" && isThird) return "VERB";
  if (isSubjectBefore && agrees && goesOn && !hasFinite) {
    const isOpen = next === null || next === "PUNCT" || next === "CCONJ" || next === "ADP";
    return NOUN_LIKE_VERBS.has(word) && isOpen && !MOVING.has(word) ? (tag === "VERB" ? "NOUN" : tag) : "VERB";
  }
  // "a man wearing glasses drinks wine": the verb of the first noun
  const isAfterParticiple = isThird && isSubjectBefore && !hasFinite && tags.slice(0, index).includes("VERB");
  if (isAfterParticiple && (isNominal(next) || goesOn) && next !== "PUNCT" && next !== null && next !== "CCONJ") return "VERB";
  // "sits at a desk with a laptop and types on it": a second deed of one subject.
  if (before === "CCONJ" && isThird && goesOn && isSecondDeed(words, tags, index)) return "VERB";
  if (before === "CCONJ" && isThird && goesOn && next !== "PUNCT" && next !== null)
    return NOUN_LIKE_VERBS.has(word) && next === "ADP" && !AWAY.test(words[index + 1] ?? "") ? tag : "VERB";
  if (NOUN_LIKE_VERBS.has(word)) return hasFinite || index === 0 ? (tag === "VERB" ? "NOUN" : tag) : tag;
  // "Does the image contain a dog?": the auxiliary stands first.
  if (isSubjectBefore && !isThird && tags[0] === "AUX" && !BE.has(words[0] ?? "")) return "VERB";
  if (isSubjectBefore && !agrees && !isThird && !words.slice(Math.max(0, index - 8), index).includes("and"))
    return tag === "VERB" ? "NOUN" : tag;
  if (isSubjectBefore && goesOn && !hasFinite) return "VERB";
  return tag;
}

/** Prepositions that follow deeds rather than things: "and drinks from a cup". */
const AWAY = /^(?:from|at|into|toward|towards|through)$/;

function isFiniteForm(word: string): boolean {
  const form = verbOf(word)?.form;
  return form === "base" || form === "third" || (form === undefined && /[^s]s$/.test(word));
}

function startsClause(words: readonly string[], tags: readonly Tag[], index: number): boolean {
  const word = words[index] ?? "";
  return tags[index] === "CCONJ" || tags[index] === "SCONJ" || /^(?:which|who|that|,|;|:|—|–)$/.test(word);
}
