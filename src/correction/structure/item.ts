/**
 * A sentence as a row of small items: noun phrases, prepositions, verb groups, separators. The row has no ambiguity left but how the
 * items hang together, which tree.ts decides. It knows the tags of the reader and short word lists, so it errs where a tag errs.
 */
import type { NounPhrase, Sentence, Token } from "../../language/passage.js";
import { prepositionLength } from "./prepositions.js";
import { isFiniteForm, type VerbGroup, verbGroupAt } from "./verb-group.js";

export type ItemKind =
  | ("phrase" | "preposition" | "verb" | "conjunction" | "comma" | "break" | "end")
  | ("relative" | "subordinator" | "adjective" | "adverb" | "there" | "interjection" | "other");

/** Token indexes in the sentence, half-open. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

export interface Item extends TokenRange {
  readonly kind: ItemKind;
  /** As written, lower case, words joined by one space. */
  readonly word: string;
  readonly phrase: NounPhrase | null;
  readonly verb: VerbGroup | null;
}

const RELATIVES: ReadonlySet<string> = new Set("which who whom whose that where what how why".split(" "));
const SUBORDINATORS: ReadonlySet<string> = new Set(
  "while whereas as because if when although though since so until unless whether whilst".split(" "),
);
const CONJUNCTIONS: ReadonlySet<string> = new Set("and or but nor yet & plus".split(" "));
const BREAKS: ReadonlySet<string> = new Set([";", ":", "—", "–", "--"]);
const PICTOGRAPH = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f)+$/u;
/** Around a noun phrase they are part of it: a cat named "Tom". */
const QUOTES: ReadonlySet<string> = new Set(['"', "“", "”", "'", "‘", "’"]);
const ENDS: ReadonlySet<string> = new Set([".", "!", "?", "…", "..."]);

/** The sentence's items in order; every token belongs to exactly one. */
export function itemsOf(sentence: Sentence): readonly Item[] {
  const { tokens } = sentence;
  // "whose dog": the word opens a clause, and its noun stands behind it.
  const isWhose = (at: number): boolean => /^whose$/i.test(tokens[at]?.text ?? "");
  const phrases = new Map(sentence.nounPhrases.map((phrase) => [phrase.firstToken + (isWhose(phrase.firstToken) ? 1 : 0), phrase]));
  const items: Item[] = [];
  let at = 0;
  while (at < tokens.length) {
    const item = itemAt(tokens, at, phrases);
    items.push(item);
    at = Math.max(item.to, at + 1);
  }
  return items;
}

function itemAt(tokens: readonly Token[], at: number, phrases: ReadonlyMap<number, NounPhrase>): Item {
  const make = (kind: ItemKind, to: number, extra: { phrase?: NounPhrase; verb?: VerbGroup } = {}): Item => ({
    kind,
    from: at,
    to,
    word: wordsOf(tokens, at, to),
    phrase: extra.phrase ?? null,
    verb: extra.verb ?? null,
  });
  const token = tokens[at];
  const word = token?.text.toLowerCase() ?? "";
  const next = tokens[at + 1];
  // ", and neither is the man": opens a clause as "so" does.
  if (word === "neither" && next?.tag === "AUX") return make("subordinator", at + 1);
  if (word === "as" && wordsOf(tokens, at, at + 3) === "as well as") return make("conjunction", at + 3);
  if (RELATIVES.has(word) && isRelativeAt(tokens, at)) return make("relative", at + 1);
  if (
    word === "there" &&
    next !== undefined &&
    (next.tag === "AUX" || /^(?:'s|’s|is|are|was|were|appears?|seems?|stands?|lies?)$/i.test(next.text))
  ) {
    return make("there", at + 1);
  }
  const prepositionTokens = prepositionLength(tokens, at);
  if (prepositionTokens > 1) return make("preposition", at + prepositionTokens);
  const phrase = possessedFrom(tokens, phrases.get(at), phrases);
  if (phrase !== undefined && phrase.endToken > at) return make("phrase", pictographsEnd(tokens, phrase.endToken), { phrase });
  const quoted = QUOTES.has(word) ? phrases.get(at + 1) : undefined;
  if (quoted !== undefined && quoted.endToken > at + 1 && QUOTES.has(tokens[quoted.endToken]?.text ?? "")) {
    return make("phrase", quoted.endToken + 1, { phrase: quoted });
  }
  const verb = verbGroupAt(tokens, at, phrases);
  if (verb !== null) return make("verb", verb.to, { verb });
  if (token === undefined) return make("other", at + 1);
  if (word === ",") return make("comma", at + 1);
  if (BREAKS.has(word)) return make("break", at + 1);
  if (ENDS.has(word) && at >= tokens.length - 3) return make("end", at + 1);
  if (CONJUNCTIONS.has(word)) return make("conjunction", at + 1);
  if (SUBORDINATORS.has(word) && (token.tag === "SCONJ" || token.tag === "ADP" || token.tag === "ADV")) return make("subordinator", at + 1);
  if (prepositionTokens === 1) return make("preposition", at + 1);
  if (token.tag === "ADJ") return make("adjective", at + 1);
  if (token.tag === "ADV" || token.tag === "PART") return make("adverb", at + 1);
  if (token.tag === "INTJ") return make("interjection", at + 1);
  return make("other", at + 1);
}

/** "a cat 🐱": the little picture goes with the noun before it. */
function pictographsEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (PICTOGRAPH.test(tokens[to]?.text ?? "")) to += 1;
  return to;
}

/** "the zebra's stripes" is one item, and what it names is the stripes. */
function possessedFrom(
  tokens: readonly Token[],
  phrase: NounPhrase | undefined,
  phrases: ReadonlyMap<number, NounPhrase>,
): NounPhrase | undefined {
  let last = phrase;
  while (last !== undefined && /^['’]s?$/.test(tokens[last.endToken]?.text ?? "")) {
    const possessed: NounPhrase | undefined = phrases.get(last.endToken + 1) ?? phrases.get(last.endToken);
    if (possessed === undefined) break;
    last = possessed;
  }
  return last;
}

/** "that" and "where" are relative after a noun and before a verb or a subject; "which" and "who" nearly always. */
function isRelativeAt(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  const word = tokens[at]?.text.toLowerCase() ?? "";
  if (word === "what" || word === "how" || word === "why") return /^(?:VERB|AUX|ADJ|ADP|CCONJ|ADV)$/.test(before.tag);
  if (word !== "that") return true;
  const after = tokens[at + 1];
  if (tokens[at]?.tag === "SCONJ") return true;
  return before.tag === "NOUN" || before.tag === "PROPN" || (before.tag === "PUNCT" && (after?.tag === "VERB" || after?.tag === "AUX"));
}

/** Whether a finite verb follows a noun phrase at each item before the next comma or break: "a dog [is …]". One pass from the right. */
export function subjectsOf(items: readonly Item[]): readonly boolean[] {
  const reaches: boolean[] = new Array(items.length).fill(false);
  for (let at = items.length - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item === undefined) continue;
    if (item.verb !== null && isFiniteForm(item.verb)) reaches[at] = true;
    else if (isTransparent(item)) reaches[at] = reaches[at + 1] ?? false;
  }
  return reaches;
}

function isTransparent({ kind }: Item): boolean {
  return (
    kind === "phrase" || kind === "preposition" || kind === "conjunction" || kind === "verb" || kind === "adjective" || kind === "adverb"
  );
}

/** Lower case, joined by spaces. */
export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.text.toLowerCase())
    .join(" ");
}
