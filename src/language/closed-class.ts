/** Tags of words whose class is closed: the word alone decides, or one neighbor. */
import type { Tag } from "./passage.js";
import { isPossessiveClitic } from "./tagger.js";
import type { RawToken } from "./tokenize.js";
import { numberOf } from "./vocabulary/numbers.js";
import { ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, POSSESSIVES, PREPOSITIONS, PRONOUNS } from "./word-classes.js";

/** Null for words of the open classes. @param words lower case */
export function closedClass(raw: readonly RawToken[], words: readonly string[], index: number): Tag | null {
  const word = words[index] ?? "";
  const token = raw[index];
  if (token === undefined) return null;
  if (token.type === "mark") return word === "&" ? "CCONJ" : "PUNCT";
  if (token.type === "number") return /(?:st|nd|rd|th)$/.test(word) ? "ADJ" : word.endsWith("s") ? "NOUN" : "NUM";
  if (word === "'s") return isPossessiveClitic(raw, index) ? "PART" : "AUX";
  if (word === "n't" || word === "not") return "PART";
  if (AUXILIARIES.has(word)) return "AUX";
  if (word.startsWith("'") && ["'ve", "'ll", "'d"].includes(word)) return "AUX";
  if (word === "that") return null;
  if (word === "her") return "PRON";
  if (POSSESSIVES.has(word)) return "PRON";
  if (PRONOUNS.has(word)) return "PRON";
  if (DETERMINERS.has(word)) return "DET";
  if (numberOf(word) !== null && word !== "one") return "NUM";
  if (word === "one") return "NUM";
  if (CONJUNCTIONS.has(word)) return "CCONJ";
  if (PREPOSITIONS.has(word)) return "ADP";
  if (word === "only" && /^(?:the|an|its|his|her|their)$/.test(words[index - 1] ?? "")) return "ADJ";
  if (/^(?:outdoors|indoors)$/.test(word) && /^(?:the|great)$/.test(words[index - 1] ?? "")) return "NOUN";
  if (ADVERBS.has(word)) return "ADV";
  return null;
}
