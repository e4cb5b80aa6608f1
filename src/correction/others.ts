/** "Three other people" beside a woman: of one person that the picture holds no other is left, of three there are two. */
import type { NounPhrase, Token } from "../language/passage.js";
import type { Cause } from "./draft.js";
import type { Mending, SentenceWork } from "./mending.js";
import { dropShareSentences, dropShares } from "./shares.js";

const OTHER = /^(?:other|others|another|additional|further)$/i;

/** Whether the phrase counts those beside others that were named before it. */
export function isOfOthers({ firstToken, endToken }: NounPhrase, tokens: readonly Token[]): boolean {
  return tokens.slice(firstToken, endToken).some(({ text }) => OTHER.test(text));
}

/**
 * How many others there are where the picture holds `total` of the kind.
 * @returns null where the text before does not tell how many it has named
 */
export function othersLeft({ passage }: Mending, phrase: NounPhrase, total: number): number | null {
  const before = passage.sentences
    .flatMap(({ nounPhrases }) => nounPhrases)
    .filter(({ span, category, isThing }) => isThing && category === phrase.category && span.end <= phrase.span.start);
  const [first] = before;
  if (first === undefined) return total;
  const introduced = before.filter(
    (each) => each === first || each.determiner === "a" || each.determiner === "an" || each.quantity !== null,
  );
  if (introduced.some(({ plural, quantity }) => plural && quantity === null)) return null;
  return Math.max(0, total - introduced.reduce((sum, { quantity }) => sum + (quantity?.value ?? 1), 0));
}

/** Dooms others that are none, with what is said of them by shares ("two of them standing") and as "they". */
export function dropOthers(mending: Mending, work: SentenceWork, phrase: NounPhrase, cause: Cause): void {
  mending.phrases.set(phrase.span.start, cause);
  dropShares(mending, work, phrase, cause);
  dropShareSentences(mending, work, phrase, cause);
  const next = mending.passage.sentences[work.sentence.index + 1]?.nounPhrases.slice(0, 1) ?? [];
  const behind = work.sentence.nounPhrases.filter(({ firstToken }) => firstToken >= phrase.endToken);
  for (const { text, span } of [...behind, ...next]) if (/^(?:they|them)$/i.test(text)) mending.phrases.set(span.start, cause);
}
