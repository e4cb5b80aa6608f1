/**
 * Sentences that were read before. The corrected text is read again to be checked, and nearly all its sentences are those of the original:
 * their words and phrases are the same, only their places differ. Bounded, so that memory does not grow with the texts.
 */
import type { Span } from "../domain/span.js";
import type { NounPhrase, Sentence, Token } from "./passage.js";

type Read = Pick<Sentence, "tokens" | "nounPhrases">;

/** How many sentences are kept, and how long one may be: some megabytes in all. */
const MOST_KEPT = 256;
const LONGEST_KEPT = 400;

interface Kept extends Read {
  /** Where it stood. */
  readonly start: number;
}

const kept = new Map<string, Kept>();

/**
 * The words and phrases of a sentence, from memory where it was read before under the same key.
 * @param key all that the reading depends on: the words, and what decides between their senses
 * @param start offset of the sentence in the text
 */
export function remembered(key: string, start: number, read: () => Read): Read {
  if (key.length > LONGEST_KEPT) return read();
  const known = kept.get(key);
  if (known !== undefined) return known.start === start ? known : shifted(known, start - known.start);
  const fresh = read();
  kept.set(key, { ...fresh, start });
  if (kept.size > MOST_KEPT)
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      break;
    }
  return fresh;
}

function shifted({ tokens, nounPhrases }: Kept, by: number): Read {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    tokens: tokens.map(({ text, span, lemma, tag }): Token => ({ text, span: move(span), lemma, tag })),
    nounPhrases: nounPhrases.map((phrase): NounPhrase => ({ ...phrase, span: move(phrase.span), head: move(phrase.head) })),
  };
}
