/** What stands before the noun of a phrase: number words and determiner, in any order that English allows. */
import type { Quantity } from "../domain/claim.js";
import type { Tag, Token } from "./passage.js";
import { numberOf, VAGUE_NUMBERS } from "./vocabulary/numbers.js";
import { NUMBER_MODIFIERS } from "./vocabulary/quantifiers.js";

const POSSESSIVE: ReadonlySet<string> = new Set(["my", "your", "his", "her", "its", "our", "their", "whose"]);
/** `end`: the first token after them. */
export interface Prefix {
  readonly end: number;
  readonly determiner: string | null;
  readonly quantity: Quantity | null;
}

/** A sentence under the reader's eye. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly tags: readonly Tag[];
  /** Tokens that belong to a preposition of several words: "front" of "in front of". */
  readonly taken: readonly boolean[];
  readonly context: ReadonlySet<string>;
}

/** Number words and determiner: "at least two", "a", "all of the", "both", "no". */
export function prefixAt(reading: Reading, start: number): Prefix {
  const { words, tokens } = reading;
  let index = start;
  let determiner: string | null = null;
  let quantity: Quantity | null = null;
  for (let guard = 0; guard < 8; guard += 1) {
    const word = words[index] ?? "";
    const token = tokens[index];
    if (token === undefined || (reading.taken[index] === true && index > start)) break;
    const modifier = NUMBER_MODIFIERS.at(words, index);
    const number = modifier === null ? null : numberAt(words, index + modifier.length);
    if (modifier !== null && number !== null && quantity === null) {
      quantity = modifier.value(number.value);
      index += modifier.length + number.length;
      continue;
    }
    const plain: NumberFound | null = quantity === null ? numberAt(words, index) : null;
    if (plain !== null) {
      quantity = { relation: plain.isRange ? "at_least" : "exactly", value: plain.value };
      index += plain.length;
      continue;
    }
    const vague = VAGUE_NUMBERS.get(word);
    if (
      vague !== undefined &&
      quantity === null &&
      (token.tag === "ADJ" || token.tag === "DET" || token.tag === "PRON" || token.tag === "NOUN")
    ) {
      quantity = word === "few" && determiner === null ? null : vague;
      if (word === "both" || word === "many" || word === "several" || word === "few") determiner ??= word;
      index += 1;
      continue;
    }
    if (token.tag === "DET" || (POSSESSIVE.has(word) && isOwning(reading, index))) {
      const isDenied: boolean = determiner === "no" || (determiner === "neither" && !/^(?:the|his|her|its|their|this|that)$/.test(word));
      determiner = isDenied ? determiner : word;
      index += 1;
      continue;
    }
    if (
      (word === "of" || word === "among") &&
      index > start &&
      quantity !== null &&
      /^(?:the|these|those|his|her|its|their)$/.test(words[index + 1] ?? "")
    ) {
      quantity = quantity.relation === "exactly" ? (quantity.value > 1 ? { relation: "at_least", value: quantity.value } : null) : quantity;
      index += 1;
      continue;
    }
    if (
      word === "of" &&
      (determiner === "all" || determiner === "some" || determiner === "both" || determiner === "each") &&
      /^(?:the|these|those|his|her|its|their)$/.test(words[index + 1] ?? "")
    ) {
      index += 1;
      continue;
    }
    break;
  }
  return { end: index, determiner, quantity };
}

/** A possessive that something nominal follows: "her hat", but not "behind her, a dog". */
function isOwning({ tokens, words }: Reading, index: number): boolean {
  if (words[index] !== "her" && words[index] !== "his") return true;
  const next = tokens[index + 1]?.tag;
  return (
    next === "NOUN" ||
    next === "PROPN" ||
    next === "ADJ" ||
    next === "NUM" ||
    (next === "ADV" && tokens[index + 2]?.tag === "ADJ") ||
    words[index + 1] === "own"
  );
}

interface NumberFound {
  readonly value: number;
  readonly length: number;
  /** "two or three": the least is meant. */
  readonly isRange: boolean;
}

/** "two", "two dozen", "two or three", "half a dozen", "a dozen". */
function numberAt(words: readonly string[], index: number): NumberFound | null {
  const word = words[index] ?? "";
  if (word === "half" && words[index + 1] === "a" && words[index + 2] === "dozen") return { value: 6, length: 3, isRange: false };
  if (word === "a" && words[index + 1] === "dozen") return { value: 12, length: 2, isRange: false };
  const value = numberOf(word);
  if (value === null) return null;
  const next = words[index + 1] ?? "";
  if (next === "dozen") return { value: value * 12, length: 2, isRange: false };
  if (next === "hundred" || next === "thousand") return { value: value * (next === "hundred" ? 100 : 1000), length: 2, isRange: false };
  const upper = numberOf(words[index + 2] ?? "");
  if ((next === "or" || next === "to" || next === "-" || next === "–") && upper !== null && upper > value) {
    return { value, length: 3, isRange: true };
  }
  return { value, length: 1, isRange: false };
}
