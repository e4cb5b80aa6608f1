/**
 * Noun phrases of a tagged sentence, left to right in one pass: number words, determiner, what qualifies, noun. "A group of people" is
 * one phrase about people; "a giraffe's head" is two. Wrong where the tags are.
 */
import type { Quantity } from "../domain/claim.js";
import { isMass, plural as pluralOf } from "./grammar.js";
import { nameHead } from "./heads.js";
import { isFillingParticiple } from "./noun-or-deed.js";
import { isPlural } from "./number.js";
import type { NounPhrase, Token } from "./passage.js";
import { type Prefix, prefixAt, type Reading } from "./phrase-prefix.js";
import { basicColorOf } from "./vocabulary/colors.js";
import { COLLECTIVES, PLURAL_ONLY } from "./vocabulary/numbers.js";
import { neutralPrepositionAt, spatialPrepositionAt } from "./vocabulary/phrases.js";
import { isMaterial } from "./vocabulary/qualities.js";

const PERSONAL: ReadonlySet<string> = new Set([
  ...["he", "she", "it", "they", "him", "them", "himself", "herself", "itself", "themselves", "others", "her", "someone", "something"],
  ...["none", "everyone", "nothing", "anyone", "anything", "everything", "i", "we", "you", "us", "me", "these", "those", "this"],
]);
/** Adjectives that stand for a noun after a determiner: "the left", "the other". */
const STANDALONE: ReadonlySet<string> = new Set(["left", "right", "top", "bottom", "other", "others", "latter", "former", "rest", "same"]);

/** @param context every word of the whole text, lower case: it decides words of two senses */
export function nounPhrasesOf(text: string, tokens: readonly Token[], context: ReadonlySet<string>): readonly NounPhrase[] {
  const words = tokens.map((token) => token.text.toLowerCase().replaceAll("’", "'"));
  const tags = tokens.map(({ tag }) => tag);
  const reading: Reading = { text, tokens, tags, words, taken: takenByPrepositions(words), context };
  const phrases: NounPhrase[] = [];
  for (let index = 0; index < tokens.length; ) {
    const phrase = phraseAt(reading, index);
    if (phrase === null) index += 1;
    else {
      phrases.push(phrase);
      index = phrase.endToken;
    }
  }
  return phrases;
}

function takenByPrepositions(words: readonly string[]): readonly boolean[] {
  const taken = words.map(() => false);
  for (let index = 0; index < words.length; index += 1) {
    const found = spatialPrepositionAt(words, index) ?? neutralPrepositionAt(words, index);
    if (found === null || found.length < 2) continue;
    taken.fill(true, index, index + found.length);
    index += found.length - 1;
  }
  return taken;
}

function phraseAt(reading: Reading, start: number): NounPhrase | null {
  if (reading.taken[start] === true) return null;
  const first = reading.tokens[start];
  if (first === undefined || first.tag === "PUNCT") return null;
  if (isIdiom(reading.words, start)) return bare(reading, start, start + 3, "rain", false, null);
  const denied = noneOf(reading, start);
  if (denied !== null) return denied;
  const prefix = prefixAt(reading, start);
  const simple = simplePhrase(reading, start, prefix);
  if (simple === null) return nobodyAt(reading, start) ?? pronounAt(reading, start) ?? numberAlone(reading, start, prefix);
  return mergedWithOf(reading, simple) ?? simple;
}

/** "It is raining cats and dogs": neither is there. */
function isIdiom(words: readonly string[], start: number): boolean {
  return (
    words[start] === "cats" &&
    words[start + 1] === "and" &&
    words[start + 2] === "dogs" &&
    /^rain(?:s|ed|ing)?$/.test(words[start - 1] ?? "")
  );
}

/** "none of the dogs": the dogs are there, and what is said of them is denied. */
function noneOf(reading: Reading, start: number): NounPhrase | null {
  const { words } = reading;
  if (!/^(?:none|neither)$/.test(words[start] ?? "") || words[start + 1] !== "of") return null;
  const inner = simplePhrase(reading, start + 2, prefixAt(reading, start + 2));
  return inner === null ? null : span(reading, { ...inner, determiner: "none", quantity: null, firstToken: start });
}

/** "a pair of", "dozens of": one phrase with what follows. */
function mergedWithOf(reading: Reading, outer: NounPhrase): NounPhrase | null {
  const { words, tokens } = reading;
  const headWord = words[outer.endToken - 1] ?? "";
  const ofAt = outer.endToken;
  // "is part of the engine" says what it belongs to, "part of the engine is visible" names it.
  if (headWord === "part" && /^(?:is|are|was|were|be)$/.test(words[outer.firstToken - 1] ?? "")) return null;
  if (words[ofAt] !== "of" || reading.taken[ofAt] === true || !COLLECTIVES.has(headWord)) return null;
  const innerPrefix = prefixAt(reading, ofAt + 1);
  const inner = simplePhrase(reading, ofAt + 1, innerPrefix) ?? pronounAt(reading, ofAt + 1);
  if (inner === null || inner.firstToken !== ofAt + 1) return null;
  const nested = mergedWithOf(reading, inner) ?? inner;
  const counted = countedBy(headWord, outer, nested);
  const isDefinite = nested.determiner !== null && /^(?:the|his|her|its|their|these|those|this|my|our)$/.test(nested.determiner);
  return span(reading, {
    ...nested,
    determiner: isDefinite ? nested.determiner : outer.determiner,
    quantity: counted ?? nested.quantity,
    firstToken: outer.firstToken,
    isThing: nested.isThing,
    plural: nested.plural && tokens.length > 0,
  });
}

function countedBy(collective: string, outer: NounPhrase, inner: NounPhrase): Quantity | null {
  const unit = COLLECTIVES.get(collective) ?? null;
  if (collective === "pair" && PLURAL_ONLY.has(inner.text.split(" ").at(-1)?.toLowerCase() ?? "")) return outer.quantity;
  if (collective === "pairs" && outer.quantity !== null) {
    return PLURAL_ONLY.has(inner.text.split(" ").at(-1)?.toLowerCase() ?? "")
      ? outer.quantity
      : { ...outer.quantity, value: outer.quantity.value * 2 };
  }
  if (collective === "dozen" && outer.quantity !== null) return outer.quantity;
  // Two slices may be of one pizza.
  if (/^(?:pieces?|slices?)$/.test(collective)) return isMass(inner.category) ? outer.quantity : null;
  return inner.plural ? unit : null;
}

function span(reading: Reading, phrase: NounPhrase): NounPhrase {
  const start = reading.tokens[phrase.firstToken]?.span.start ?? 0;
  const end = reading.tokens[phrase.endToken - 1]?.span.end ?? start;
  return { ...phrase, span: { start, end }, text: reading.text.slice(start, end) };
}

/** Determiner, what qualifies, and the noun. Null where no noun stands. */
function simplePhrase(reading: Reading, start: number, prefix: Prefix): NounPhrase | null {
  const { tokens, words, taken } = reading;
  let lastNoun = -1;
  let index = prefix.end;
  for (; index < tokens.length && taken[index] !== true; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const { tag } = token;
    if (tag === "NOUN" || tag === "PROPN") {
      lastNoun = index;
      continue;
    }
    if (lastNoun >= 0) {
      if (tag === "NUM" && lastNoun === index - 1 && /^\d/.test(token.text)) continue;
      // "a snow covered hill"
      if (tag === "ADJ" && lastNoun === index - 1 && isFillingParticiple(words, reading.tags, index)) continue;
      break;
    }
    if (tag === "ADJ" || (tag === "ADV" && tokens[index + 1]?.tag === "ADJ")) continue;
    if (
      index > prefix.end &&
      (tag === "CCONJ" || token.text === ",") &&
      isQualifier(tokens[index + 1], tokens[index + 2]) &&
      hasNounSoon(tokens, index + 1)
    )
      continue;
    if (index === prefix.end && tag === "VERB" && index === start && isParticipleBeforeNoun(reading, index)) continue;
    if (tag === "NUM" && index > prefix.end) continue;
    break;
  }
  const isBareColor = lastNoun < 0 && index > prefix.end && prefix.end > start;
  if (
    lastNoun < 0 &&
    isBareColor &&
    (STANDALONE.has(words[index - 1] ?? "") || (/^oranges?$/.test(words[index - 1] ?? "") && words[start] !== "one"))
  )
    lastNoun = index - 1;
  if (lastNoun < 0) return null;
  const end = lastNoun + 1;
  const head = nameHead({ ...reading, first: prefix.end, end });
  // "both the man and the dog": "both" joins, and counts neither.
  const isPairing = prefix.determiner !== null && words.slice(start, prefix.end).includes("both") && words[end] === "and";
  const isMeasure = measuresNoun(reading, prefix, lastNoun);
  const isPossessed = words[start - 1] === "'s" && tokens[start - 1]?.tag === "PART";
  const base: NounPhrase = {
    span: { start: 0, end: 0 },
    text: "",
    head: { start: tokens[head.firstToken]?.span.start ?? 0, end: tokens[lastNoun]?.span.end ?? 0 },
    category: head.category,
    isThing: head.isThing,
    plural: isPlural(words[lastNoun] ?? "") || (!isPairing && !isMeasure && prefix.quantity !== null && prefix.quantity.value > 1),
    determiner: prefix.determiner ?? (isPossessed ? "'s" : null),
    quantity:
      isPairing || isMeasure
        ? null
        : (prefix.quantity ??
          (/^couple$/.test(words[lastNoun] ?? "") && head.category === "person" ? { relation: "exactly", value: 2 } : null)),
    firstToken: start,
    endToken: end,
  };
  return span(reading, base);
}

/** "a four lane road", "a two story house": the number is of lanes, and the road is one. */
function measuresNoun({ tokens, words }: Reading, { quantity, end }: Prefix, lastNoun: number): boolean {
  const word = words[lastNoun] ?? "";
  if (quantity === null || quantity.relation !== "exactly" || quantity.value < 2 || lastNoun === end || word.length > LONGEST_NOUN)
    return false;
  return MEASURES.test(words[lastNoun - 1] ?? "") && tokens[lastNoun - 1]?.tag === "NOUN" && !isPlural(word) && pluralOf(word) !== word;
}

const MEASURES =
  /^(?:lane|story|storey|door|wheel|seat|burner|tier|foot|inch|meter|mile|person|man|piece|bedroom|way|level|layer|drawer|car|year|hour|engine|bulb|blade|bay|pound|dollar|star|panel|section)$/;
/** Longer words are no English nouns; the plural rules are not run on them. */
const LONGEST_NOUN = 30;

/** @param after "wooden and metal benches": a material before its noun qualifies too */
function isQualifier(token: Token | undefined, after: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.tag === "NOUN") return after?.tag === "NOUN" && isMaterial(token.text.toLowerCase());
  return token.tag === "ADJ" || (token.tag === "ADV" && (!token.text.endsWith("ly") || after?.tag === "ADJ"));
}

/** How far a list of adjectives may run before its noun. */
const ADJECTIVE_REACH = 8;

function hasNounSoon(tokens: readonly Token[], start: number): boolean {
  for (let index = start; index < Math.min(tokens.length, start + ADJECTIVE_REACH); index += 1) {
    const tag = tokens[index]?.tag;
    if (tag === "NOUN" || tag === "PROPN") return true;
    if (tag !== "ADJ" && tag !== "ADV" && tag !== "CCONJ" && tokens[index]?.text !== ",") return false;
  }
  return false;
}

/** "parked cars" where no determiner shows the phrase: at the start of a sentence, after a preposition or a comma. */
function isParticipleBeforeNoun({ tokens, words }: Reading, index: number): boolean {
  const before = tokens[index - 1];
  const isOpen = before === undefined || before.tag === "ADP" || before.tag === "CCONJ" || before.text === ",";
  return isOpen && /(?:ed|en|wn)$/.test(words[index] ?? "") && tokens[index + 1]?.tag === "NOUN";
}

/** "nobody", "no one": persons, denied as by "no person". */
function nobodyAt(reading: Reading, start: number): NounPhrase | null {
  const [word, next] = reading.words.slice(start, start + 2);
  const isAnyone =
    /^any(?:one|body)$/.test(word ?? "") &&
    reading.words.slice(Math.max(0, start - 4), start).some((before) => /^(?:not|n't|never|hardly)$/.test(before));
  if (isAnyone) return { ...bare(reading, start, start + 1, "person", false, "any"), isThing: true };
  const length = word === "no" && next === "one" ? 2 : word === "nobody" || word === "no-one" ? 1 : 0;
  return length === 0 ? null : { ...bare(reading, start, start + length, "person", false, "no"), isThing: true };
}

function pronounAt(reading: Reading, start: number): NounPhrase | null {
  const word = reading.words[start] ?? "";
  if (!PERSONAL.has(word)) return null;
  const token = reading.tokens[start];
  if (token === undefined) return null;
  return bare(reading, start, start + 1, word, /^(?:they|them|themselves|others|these|those|we|us|everyone)$/.test(word), null);
}

/** "two are red", "one of them": a number that stands for a noun. */
function numberAlone(reading: Reading, start: number, prefix: Prefix): NounPhrase | null {
  if (prefix.end === start || (prefix.quantity === null && prefix.determiner === null)) return null;
  if (/^\d/.test(reading.words[start] ?? "")) return null;
  const isWhole = prefix.quantity !== null || /^(?:another|some|any|all|each|both|these|those|many|several)$/.test(prefix.determiner ?? "");
  if (!isWhole || basicColorOf(reading.words[prefix.end] ?? "") !== null) return null;
  return {
    ...bare(reading, start, prefix.end, reading.words[start] ?? "", (prefix.quantity?.value ?? 2) > 1, prefix.determiner),
    quantity: prefix.quantity,
  };
}

function bare(reading: Reading, start: number, end: number, category: string, plural: boolean, determiner: string | null): NounPhrase {
  const range = { start: reading.tokens[start]?.span.start ?? 0, end: reading.tokens[end - 1]?.span.end ?? 0 };
  const phrase = { span: range, head: range, text: reading.text.slice(range.start, range.end), category, isThing: false, plural };
  return { ...phrase, determiner, quantity: null, firstToken: start, endToken: end };
}
