/**
 * Where a sentence supposes, wishes or advises instead of telling: "if there is a dog", "I wish there were a dog", "keep your dog on a leash".
 * What is named there is not said to be in a picture. Words decide, so that a rare turn is taken for a statement.
 */
import type { NounPhrase, Sentence, Token } from "./passage.js";
import { PhraseIndex } from "./vocabulary/phrases.js";

/** Words that suppose wherever they stand. */
const SUPPOSING = new PhraseIndex<true>(
  (
    "if|even if|if only|unless|whether|in case|would|should|supposing|whenever|provided that|providing that|provided there|as long as|so long as|" +
    "assuming that|assuming there|assuming a|assuming an|i wish|we wish|he wishes|she wishes|it is better to|it is best to|it would"
  )
    .split("|")
    .map((phrase) => [phrase, true]),
);

/** The same at the head of a sentence or behind a comma: "Suppose there is", "Had there been", "Were there". */
const OPENING =
  /^(?:suppose|assume|imagine|pretend|(?:had|were|should) (?:there|an?|the|any|he|she|it|they)|(?:let's|let us) (?:say|assume|imagine))\b/;

/** Verbs of advice without a subject: "Keep your dog on a leash." */
const ADVISING = /^(?:keep|use|bring|add|try|avoid|put|buy|get|wear|never|make|ask|include|leave)$/;

/** Whether a supposition opens at a token. @param words the sentence's, lower case with plain apostrophes */
export function supposesAt(words: readonly string[], index: number): boolean {
  if (SUPPOSING.at(words, index) !== null) return true;
  const opens = index === 0 || words[index - 1] === ",";
  return (
    opens &&
    OPENING.test(
      words
        .slice(index, index + 4)
        .join(" ")
        .replace(/^let 's\b/, "let's"),
    )
  );
}

/** "Keep your dog on a leash.", "Dogs must be kept on a leash.": what somebody should do. */
export function isAdvice(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (first === undefined || second === undefined) return false;
  if (/^do$/i.test(first.text) && /^(?:n't|n’t|not)$/i.test(second.text)) return true;
  const isCommand = first.tag !== "NOUN" && ADVISING.test(first.text.toLowerCase()) && /^(?:DET|PRON)$/.test(second.tag);
  const isRule = first.tag === "NOUN" && /s$/i.test(first.text) && /^(?:must|should|ought)$/i.test(second.text);
  return isRule || isCommand;
}

/** How far before its noun a supposition is looked for, in tokens. */
const REACH = 40;

/** Whether a noun phrase is new where it is only supposed. "If the dog barks" takes the dog for known, and is not meant. */
export function isSupposed({ firstToken, determiner, plural }: NounPhrase, { tokens }: Sentence): boolean {
  const isNew = determiner === null ? plural : /^(?:an?|any|another|some|no)$/.test(determiner);
  if (!isNew) return false;
  if (isAdvice(tokens)) return true;
  const all = plainWords(tokens);
  const words = all.slice(Math.max(0, firstToken - REACH), firstToken);
  const from = words.findLastIndex((word) => /^(?:[;:—–]|but)$/.test(word)) + 1;
  for (let at = from; at < words.length; at += 1) if (supposesAt(words, at)) return true;
  return false;
}

/** A sentence is asked about by each of its phrases and by every rule of stance. */
const wordsOf = new WeakMap<readonly Token[], readonly string[]>();

/** Words of tokens, lower case with plain apostrophes. */
export function plainWords(tokens: readonly Token[]): readonly string[] {
  const known = wordsOf.get(tokens);
  if (known !== undefined) return known;
  const words = tokens.map(({ text }) => text.toLowerCase().replaceAll("’", "'"));
  wordsOf.set(tokens, words);
  return words;
}
