/** A sentence as a row of items: phrases, verbs, prepositions and what joins them. Adverbs and the like are passed over. */
import type { SpatialPredicate } from "../domain/claim.js";
import type { NounPhrase, Sentence } from "../language/passage.js";
import { type VerbForm, verbFormOf } from "../language/verbs.js";
import { neutralPrepositionAt, spatialPrepositionAt } from "../language/vocabulary/phrases.js";

interface Place {
  /** Range of tokens in the sentence, half-open. */
  readonly first: number;
  readonly end: number;
}

export interface PhraseItem extends Place {
  readonly type: "phrase";
  readonly phrase: NounPhrase;
}
export interface PrepositionItem extends Place {
  readonly type: "preposition";
  /** Lower case, words parted by spaces. */
  readonly words: string;
  readonly predicate: SpatialPredicate | null;
}
export interface VerbItem extends Place {
  readonly type: "verb";
  readonly lemma: string;
  readonly form: VerbForm;
}
export interface AdjectiveItem extends Place {
  readonly type: "adjective";
  readonly word: string;
}
/** What joins and parts: "break" is any mark but a comma. */
export interface JoiningItem extends Place {
  readonly type: "be" | "auxiliary" | "not" | "there" | "and" | "comma" | "break" | "relative" | "subordinator" | "possessive" | "to";
  readonly word: string;
}
export type Item = PhraseItem | PrepositionItem | VerbItem | AdjectiveItem | JoiningItem;

/** @param skipped tokens that belong to quoted words */
export function itemsOf(sentence: Sentence, skipped: readonly boolean[]): readonly Item[] {
  const { tokens, nounPhrases } = sentence;
  const words = tokens.map(({ text }) => text.toLowerCase().replaceAll("’", "'"));
  const phraseAt = new Map(nounPhrases.map((phrase) => [phrase.firstToken, phrase]));
  const items: Item[] = [];
  for (let index = 0; index < tokens.length; ) {
    if (skipped[index] === true) {
      const first = index;
      while (skipped[index] === true) index += 1;
      // "a dog on a sofa, and "HOME" is printed on the pillow": what bears the words goes on with nothing before them.
      if (phraseAt.has(index)) items.push({ type: "break", word: "", first, end: index });
      continue;
    }
    const phrase = phraseAt.get(index);
    if (phrase !== undefined) {
      items.push({ type: "phrase", phrase, first: index, end: phrase.endToken });
      index = phrase.endToken;
      continue;
    }
    const item = itemAt(sentence, words, index);
    if (item !== null) items.push(item);
    index = item?.end ?? index + 1;
  }
  return items;
}

const RELATIVES: ReadonlySet<string> = new Set(["which", "who", "whom", "whose", "where"]);

function itemAt({ tokens }: Sentence, words: readonly string[], first: number): Item | null {
  const token = tokens[first];
  const word = words[first] ?? "";
  if (token === undefined) return null;
  if (word === "like" && /^(?:looks?|seems?|appears?)$/.test(words[first - 1] ?? ""))
    return { type: "subordinator", word, first, end: first + 1 };
  const spatial = spatialPrepositionAt(words, first);
  if (
    spatial !== null &&
    (spatial.length > 1 || token.tag === "ADP" || token.tag === "ADV" || token.tag === "SCONJ" || word === "near" || word === "surrounding")
  ) {
    const end = first + spatial.length;
    return { type: "preposition", words: words.slice(first, end).join(" "), predicate: spatial.value, first, end };
  }
  const neutral = neutralPrepositionAt(words, first);
  if (neutral !== null) {
    const after = first + neutral.length;
    return { type: "preposition", words: words.slice(first, after).join(" "), predicate: null, first, end: after };
  }
  const end = first + 1;
  if (word === "there") return { type: "there", word, first, end };
  if (RELATIVES.has(word) || (word === "that" && token.tag === "PRON")) return { type: "relative", word, first, end };
  switch (token.tag) {
    case "ADP":
      if (word === "to" && tokens[end]?.tag === "VERB") return { type: "to", word, first, end };
      return { type: "preposition", words: word, predicate: null, first, end };
    case "PART":
      if (word === "to") return { type: "to", word, first, end };
      if (word === "not" && /^(?:only|just|merely)$/.test(words[end] ?? "")) return null;
      return { type: word === "'s" || word === "'" ? "possessive" : "not", word, first, end };
    case "AUX":
      if (token.lemma === "be") return { type: "be", word, first, end };
      return isMainVerb(tokens[end]?.tag, token.lemma)
        ? { type: "verb", lemma: token.lemma, form: word === "has" ? "third" : "base", first, end }
        : { type: "auxiliary", word, first, end };
    case "VERB":
      return { type: "verb", lemma: token.lemma, form: verbFormOf(word), first, end };
    case "ADJ":
      return { type: "adjective", word, first, end };
    case "CCONJ":
      return { type: word === "but" ? "break" : "and", word, first, end };
    case "SCONJ":
      return { type: "subordinator", word, first, end };
    case "PUNCT":
      return { type: word === "," ? "comma" : "break", word, first, end };
    default:
      // "Neither is she", "neither tall nor short"
      if (word === "neither") return { type: tokens[end]?.tag === "AUX" ? "and" : "not", word: "nor", first, end };
      if (word === "never" || word === "nowhere") return { type: "not", word, first, end };
      return word === "visible" || word === "alone" ? { type: "adjective", word, first, end } : null;
  }
}

/** "has a hat" against "has been eaten". */
function isMainVerb(next: string | undefined, lemma: string): boolean {
  return lemma === "have" && next !== "AUX" && next !== "VERB" && next !== "PART";
}
