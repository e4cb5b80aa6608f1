/** What a text says of several by parts ("one is black, the other white"): nothing of it can be said of the one that is left. */
import type { NounPhrase, Token } from "../language/passage.js";
import type { Cause, Draft } from "./draft.js";
import type { Mending, SentenceWork } from "./mending.js";

/** Nobody tells more than so many of a few apart. */
const MOST_SHARES = 6;

/** One of several, or the rest of them. */
const SHARE = /^(?:one|another|each|both|the (?:other|others|first|second|third|last|remaining))\b/;
const SHARE_WORDS =
  /^(?:one|each|both|some|others|the other|another|the others|the (?:second|third|fourth|last)(?: one)?|(?:one|two|three|four|each|both|some|most|all|several|many) of (?:which|them|whom))$/;

/** "One bear is brown. The other is black." after what is now one bear: such sentences go, up to the first that is about something else. */
export function dropShareSentences(mending: Mending, { sentence }: SentenceWork, { category }: NounPhrase, cause: Cause): void {
  for (let index = sentence.index + 1; index <= sentence.index + MOST_SHARES; index += 1) {
    const next = mending.passage.sentences[index];
    const subject = next?.nounPhrases[0];
    if (next === undefined || subject === undefined) return;
    // "They are asleep. One of them is black."
    if (/^(?:they|their)\b/i.test(subject.text)) continue;
    if (!isShare(next.tokens, subject, category)) return;
    mending.gone.set(index, cause);
  }
}

function isShare(tokens: readonly Token[], subject: NounPhrase, category: string): boolean {
  const isFirst = tokens.slice(0, subject.firstToken).every(({ tag }) => tag === "PUNCT" || tag === "ADV");
  const words = tokens.slice(subject.firstToken, subject.endToken).map(({ text }) => text.toLowerCase());
  if (!isFirst || !SHARE.test(words.join(" "))) return false;
  return (
    subject.category === category || /^(?:one|ones|other|another|first|second|third|last|each|both|them|which)$/.test(words.at(-1) ?? "")
  );
}

/** ", one black and the other white": said of several by adjectives alone. */
export function dropPlainShares(draft: Draft, from: number, cause: Cause): void {
  const { tokens } = draft;
  const end = plainSharesEnd(tokens, from);
  if (end === null) return;
  draft.drop({ from, to: tokens[end]?.text === "," && tokens[end + 1]?.tag !== "CCONJ" ? end + 1 : end }, cause);
}

/** Where ", one black and the other white" that begins at a token ends; null where nothing of the kind stands. */
export function plainSharesEnd(tokens: readonly Pick<Token, "text" | "tag">[], from: number): number | null {
  if (!/^[,(—–]$/.test(tokens[from]?.text ?? "") || !/^one$/i.test(tokens[from + 1]?.text ?? "") || tokens[from + 2]?.tag !== "ADJ")
    return null;
  for (let at = from + 3; at < from + MOST_SHARE_TOKENS; at += 1) {
    const text = tokens[at]?.text.toLowerCase() ?? "";
    const isShare = text === "one" || text === "other" || text === "another";
    if (isShare && tokens[at + 1]?.tag === "ADJ" && !/^(?:and|,)$/.test(tokens[at + 2]?.text ?? "")) return at + 2;
    if (isShare && tokens[at + 1]?.tag === "ADJ") {
      const next = tokens.slice(at + 2, at + 6).map((token) => token.text.toLowerCase());
      if (!next.includes("one") && !next.includes("other") && !next.includes("another")) return at + 2;
    } else if (!isShare && !/^(?:and|,|the|while)$/.test(text) && tokens[at]?.tag !== "ADJ") return null;
  }
  return null;
}

/** ", one black, one white and the other brown" with room to spare. */
const MOST_SHARE_TOKENS = 16;

/** "one", "the other", "two": of some that were named before. */
export function isShareWord({ text, quantity, head, span }: NounPhrase): boolean {
  return SHARE_WORDS.test(text.toLowerCase()) || (quantity !== null && head.start === span.start && head.end === span.end);
}

/** ", one of which is asleep", ", one lying and the other standing": of a single one nothing is said by parts. */
export function dropShares(mending: Mending, { sentence, draft }: SentenceWork, counted: NounPhrase, cause: Cause): void {
  dropPlainShares(draft, counted.endToken, cause);
  for (const phrase of sentence.nounPhrases) {
    if (phrase.firstToken < counted.endToken) continue;
    const words = sentence.tokens.slice(phrase.firstToken, phrase.endToken).map(({ text }) => text.toLowerCase());
    const after = sentence.tokens.slice(phrase.endToken, phrase.endToken + 2).map(({ text }) => text.toLowerCase());
    const isNumber = phrase.quantity !== null && /^of (?:which|them|whom)$/.test(after.join(" "));
    if (isNumber || SHARE_WORDS.test(words.join(" "))) {
      mending.phrases.set(phrase.span.start, cause);
    }
  }
}
