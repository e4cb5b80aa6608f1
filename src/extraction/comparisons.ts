/**
 * Things that are named only to say what another is like: "as white as a sheep", "guards it like a person", "the color of an orange", "a brand
 * of hot dogs". Nothing of the kind need be in the picture. What is known ("as big as the cat") is there, and so are examples ("pets like
 * dogs and cats"). What hangs on the likened thing ("like a sailor on an old boat") goes with it as far as it is as new as that.
 */

import type { NounPhrase, Sentence } from "../language/passage.js";
import { plainWords } from "../language/supposition.js";
import { BE } from "../language/word-classes.js";
import { clauseEnd } from "./clause-end.js";
import { PARTS } from "./lexicon.js";

/** "as well as a dog", "as many as ten dogs": no likeness. */
const NO_DEGREE = /^(?:well|soon|long|far|many|much|few|little|often|if|though)$/;
/** "the size of a dog" */
const MEASURE = /^(?:colou?r|size|shape|texture|height|length|hue|shade)$/;
/** What bears another's name: "a brand of hot dogs". */
const NAMER = /^(?:brand|maker|manufacturer|producer|seller|supplier|vendor|name|nickname)$/;
/** "looks like a dog" is a doubt, which the stance knows. */
const SEEMING = /^(?:look|looks|seem|seems|appear|appears|sound|sounds)$/;
const KNOWN = /^(?:the|this|that|these|those|my|your|his|her|its|our|their|'s|both|each|every|all)$/;
/** Behind it another clause begins. */
const BREAK = /^(?:[,;:.!—–]|but|while)$/;
/** How far the second "as" stands behind the first. */
const DEGREE_REACH = 3;

/** Marks each token that belongs to a thing which is only compared with. */
export function comparedTokens(sentence: Sentence): readonly boolean[] {
  const words = plainWords(sentence.tokens);
  const compared = words.map(() => false);
  const phrases = new Map(sentence.nounPhrases.map((phrase) => [phrase.firstToken, phrase]));
  for (let index = 0; index < words.length; index += 1) {
    if (isLikeDeed(sentence, words, index)) compared.fill(true, index, clauseEnd(words, index, BREAK));
    const start = comparisonAt(sentence, words, index);
    const phrase = start === null ? undefined : phrases.get(start);
    if (start === null || phrase === undefined || isKnown(phrase)) continue;
    // "the color of grass" is no thing of its own either.
    const measure = MEASURE.test(words[index] ?? "") ? sentence.nounPhrases.find(({ endToken }) => endToken === index + 1) : undefined;
    compared.fill(true, measure?.firstToken ?? start, reachOf(words, phrases, phrase));
  }
  return compared;
}

/** Where what is compared with begins, if a comparison opens at a token. */
function comparisonAt(sentence: Sentence, words: readonly string[], index: number): number | null {
  const word = words[index] ?? "";
  if (word === "as") return secondAs(sentence, words, index);
  if (word === "like") return likens(sentence, words, index) ? index + 1 : null;
  if (words[index + 1] !== "of") return null;
  if (MEASURE.test(word)) return isMeasured(sentence, words, index) ? index + 2 : null;
  return NAMER.test(word) && sentence.tokens[index]?.tag !== "VERB" ? index + 2 : null;
}

/** "as white as a sheep": the place after the second "as". */
function secondAs({ tokens }: Sentence, words: readonly string[], index: number): number | null {
  if (NO_DEGREE.test(words[index + 1] ?? "")) return null;
  for (let at = index + 2; at <= index + DEGREE_REACH; at += 1) {
    if (words[at] === "as") return at + 1;
    if (!/^(?:ADJ|ADV)$/.test(tokens[at]?.tag ?? "")) return null;
  }
  return null;
}

/** Behind a noun in the plural or without an article come examples: "pets like a dog", "furniture like a chair". */
function likens({ nounPhrases }: Sentence, words: readonly string[], index: number): boolean {
  const before = words[index - 1] ?? "";
  if (SEEMING.test(before) || /^(?:would|to|i|we|you|they|not|n't|also|do|does)$/.test(before)) return false;
  const owner = nounPhrases.find(({ endToken }) => endToken === index);
  if (owner?.isThing !== true) return index > 0 && before !== ",";
  return (!owner.plural && owner.determiner !== null) || PARTS.has(owner.category);
}

/** "It's like watching a bird": the whole deed is another's. */
function isLikeDeed({ tokens }: Sentence, words: readonly string[], index: number): boolean {
  if (words[index] !== "like" || tokens[index + 1]?.tag !== "VERB" || !/ing$/.test(words[index + 1] ?? "")) return false;
  return BE.has(words[index - 1] ?? "") || /^(?:just|almost|much|exactly)$/.test(words[index - 1] ?? "");
}

/** "is the color of an orange", "a bird the size of a cat"; "the color of a car is red" speaks of the car. */
function isMeasured({ nounPhrases, tokens }: Sentence, words: readonly string[], index: number): boolean {
  const phrase = nounPhrases.find(({ firstToken, endToken }) => firstToken <= index && endToken > index);
  if (phrase === undefined || phrase.endToken !== index + 1 || phrase.determiner !== "the") return false;
  const before = words[phrase.firstToken - 1] ?? "";
  return (
    BE.has(before) || /^(?:,|in|almost|nearly|about|roughly|just|exactly)$/.test(before) || tokens[phrase.firstToken - 1]?.tag === "NOUN"
  );
}

/** What belongs to the likened thing: "a bird's feather", "a sailor on an old boat", "a prince or a king". */
function reachOf(words: readonly string[], phrases: ReadonlyMap<number, NounPhrase>, first: NounPhrase): number {
  let end = first.endToken;
  for (let next = first; ; ) {
    const link = words[end] ?? "";
    const isOwner = link === "'s" || link === "'";
    const following = phrases.get(end + 1);
    if (!isOwner && !/^(?:of|on|in|with|or)$/.test(link)) return end;
    if (following === undefined) return end;
    if (!isOwner && (isKnown(following) || isBare(following) !== isBare(next))) return end;
    end = following.endToken;
    if (!isOwner) next = following;
  }
}

function isBare({ determiner }: NounPhrase): boolean {
  return determiner === null;
}

function isKnown({ determiner }: NounPhrase): boolean {
  return determiner !== null && KNOWN.test(determiner);
}
