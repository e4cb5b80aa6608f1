/**
 * What is to change in one sentence, by token, and the edits that come of it. Stages of the corrector write into a draft in any order;
 * a token that is dropped stays dropped, whatever else was asked of it.
 */

import type { Edit } from "../domain/correction.js";
import { article } from "../language/grammar/articles.js";
import { capitalized } from "../language/grammar/casing.js";
import type { Sentence, Token } from "../language/passage.js";
import { editsOf } from "./draft-edits.js";
import type { TokenRange } from "./structure/item.js";

/** Ids of the refuted claims that ask for a change; at least one. */
export type Cause = readonly string[];

/** In tokens, its colon included. */
const LONGEST_LABEL = 7;

interface Change {
  readonly text: string;
  readonly cause: Cause;
}

export class Draft {
  readonly sentence: Sentence;
  readonly #dropped = new Map<number, Cause>();
  readonly #replaced = new Map<number, Change>();
  readonly #inserted = new Map<number, Change>();

  readonly #text: string;

  /** @param text the whole text that the sentence is of */
  constructor(sentence: Sentence, text: string) {
    this.sentence = sentence;
    this.#text = text;
  }

  get tokens(): readonly Token[] {
    return this.sentence.tokens;
  }

  get isEmpty(): boolean {
    return this.#dropped.size === 0 && this.#replaced.size === 0 && this.#inserted.size === 0;
  }

  /** Whether anything but marks stays. */
  get hasWords(): boolean {
    return this.isEmpty || this.#firstKeptWord() !== null;
  }

  drop({ from, to }: TokenRange, cause: Cause): void {
    for (let at = from; at < to; at += 1) if (!this.#dropped.has(at)) this.#dropped.set(at, cause);
  }

  replace(at: number, text: string, cause: Cause): void {
    this.#replaced.set(at, { text, cause });
  }

  /** Puts `text` where the tokens of the range stand. */
  replaceRange(range: TokenRange, text: string, cause: Cause): void {
    this.replace(range.from, text, cause);
    this.drop({ from: range.from + 1, to: range.to }, cause);
  }

  /** Puts a word before a token; the space between them is added. */
  insertBefore(at: number, text: string, cause: Cause): void {
    this.#inserted.set(at, { text, cause });
  }

  /** Puts a word before the first token that stays at or after `at`, and before what else is put there. */
  leadIn(at: number, text: string, cause: Cause): void {
    const first = this.#nextKept(at) ?? at;
    const known = this.#inserted.get(first);
    this.insertBefore(first, known === undefined ? text : `${text} ${known.text}`, cause);
  }

  isDropped(at: number): boolean {
    return this.#dropped.has(at);
  }

  /** Why a token goes; null where it stays. */
  causeAt(at: number): Cause | null {
    return this.#dropped.get(at) ?? null;
  }

  /** The token as it will read; empty where it goes. */
  textAt(at: number): string {
    if (this.#dropped.has(at)) return "";
    return this.#replaced.get(at)?.text ?? this.tokens[at]?.text ?? "";
  }

  /** Edits of this sentence, in order. */
  edits(): readonly Edit[] {
    if (this.isEmpty) return [];
    this.#tidyBrackets();
    this.#tidyQuotes();
    this.#tidySeparators();
    this.#fixArticles();
    for (const opening of openings(this.tokens)) this.#capitalize(opening);
    return editsOf(this.#text, this.tokens, { dropped: this.#dropped, replaced: this.#replaced, inserted: this.#inserted });
  }

  /** Next token that stays, at or after `at`; null at the end. */
  #nextKept(at: number): number | null {
    for (let next = at; next < this.tokens.length; next += 1) if (!this.#dropped.has(next)) return next;
    return null;
  }

  /** Last token that stays before `end`; null where none does. */
  lastKept(end: number): number | null {
    for (let at = end - 1; at >= 0; at -= 1) if (!this.#dropped.has(at)) return at;
    return null;
  }

  /** A bracket goes with its partner, and with all that stood between them. */
  #tidyBrackets(): void {
    const open: number[] = [];
    for (let at = 0; at < this.tokens.length; at += 1) {
      const text = this.tokens[at]?.text ?? "";
      if (text === "(") open.push(at);
      if (text !== ")") continue;
      const partner = open.pop();
      if (partner === undefined) continue;
      const cause =
        this.#dropped.get(at) ?? this.#dropped.get(partner) ?? (this.#nextKept(partner + 1) === at ? this.#dropped.get(at - 1) : undefined);
      if (cause === undefined) continue;
      this.drop({ from: at, to: at + 1 }, cause);
      this.drop({ from: partner, to: partner + 1 }, cause);
    }
  }

  /** As with brackets: half a quotation is none. */
  #tidyQuotes(): void {
    let opening: number | null = null;
    for (let at = 0; at < this.tokens.length; at += 1) {
      if (!/^["“”]$/.test(this.tokens[at]?.text ?? "")) continue;
      if (opening === null) {
        opening = at;
        continue;
      }
      const cause: Cause | undefined =
        this.#dropped.get(at) ?? this.#dropped.get(opening) ?? (this.#nextKept(opening + 1) === at ? this.#dropped.get(at - 1) : undefined);
      if (cause !== undefined) for (const half of [opening, at]) this.drop({ from: half, to: half + 1 }, cause);
      opening = null;
    }
  }

  /** Commas and conjunctions that lost what they joined go too. One pass over what stays, looking back at the last kept token. */
  #tidySeparators(): void {
    let before: number | null = null;
    let gap: Cause | null = null;
    for (let at = 0; at < this.tokens.length; at += 1) {
      const dropped = this.#dropped.get(at);
      if (dropped !== undefined) {
        gap ??= dropped;
        continue;
      }
      if (gap !== null) {
        const text = this.textAt(at);
        if (
          before === null
            ? isComma(text) || (isConjunction(text) && at > 0)
            : (isComma(this.textAt(before)) && (isComma(text) || isStop(text) || text === "]")) ||
              (this.textAt(before) === "[" && isComma(text))
        ) {
          if (before === null || isComma(text)) {
            this.#dropped.set(at, gap);
            continue;
          }
          this.#dropped.set(before, gap);
        } else if (before !== null && isConjunction(this.textAt(before)) && (isStop(text) || isComma(text))) {
          this.#dropped.set(before, gap);
        }
      }
      before = at;
      gap = null;
    }
  }

  #fixArticles(): void {
    for (let at = 0; at < this.tokens.length; at += 1) {
      const text = this.textAt(at);
      if (!/^an?$/i.test(text)) continue;
      const next = this.#nextKept(at + 1);
      if (next === null) continue;
      const cause = this.#causeNear(at, next);
      if (cause === null) continue;
      const right = article(this.#inserted.get(next)?.text ?? this.textAt(next));
      const cased = text.startsWith("A") ? right.replace("a", "A") : right;
      if (cased !== text) this.replace(at, cased, cause);
    }
  }

  /** What changed between an article and the word after it. */
  #causeNear(at: number, next: number): Cause | null {
    const change = this.#replaced.get(at) ?? this.#replaced.get(next) ?? this.#inserted.get(next);
    if (change !== undefined) return change.cause;
    return next > at + 1 ? (this.#dropped.get(at + 1) ?? null) : null;
  }

  /** What now opens a sentence, or stands first behind a label, is written as what opened it was. */
  #capitalize(opening: number): void {
    const first = this.#firstKeptWord(opening);
    if (first === null || !/^\p{Lu}/u.test(this.tokens[opening]?.text ?? "")) return;
    const inserted = this.#inserted.get(first);
    if (inserted !== undefined) {
      this.#inserted.set(first, { ...inserted, text: capitalized(inserted.text) });
      const token = this.tokens[first];
      if (first === opening && token !== undefined && token.tag !== "PROPN" && token.text !== "I") {
        const text = this.textAt(first);
        this.replace(first, text.charAt(0).toLowerCase() + text.slice(1), inserted.cause);
      }
      return;
    }
    const text = this.textAt(first);
    if (capitalized(text) === text) return;
    const cause = this.#replaced.get(first)?.cause ?? this.#dropped.get(opening);
    if (cause !== undefined) this.replace(first, capitalized(text), cause);
  }

  #firstKeptWord(from = 0): number | null {
    for (let at = this.#nextKept(from); at !== null; at = this.#nextKept(at + 1)) if (/[\p{L}\p{N}]/u.test(this.textAt(at))) return at;
    return null;
  }
}

/** Claim ids of several causes, each once, in order. */
export function union(causes: readonly Cause[]): Cause {
  return [...new Set([...new Set(causes)].flat())];
}

/** The first word, and the first behind a label: "**Vehicles**: Cars and two bicycles". */
function openings(tokens: readonly Token[]): readonly number[] {
  const starts = [0];
  const colon = tokens.slice(0, LONGEST_LABEL).findIndex(({ text }) => text === ":");
  if (colon > 0) starts.push(colon + 1);
  return starts.flatMap((start) => {
    const at = tokens.findIndex(({ text }, index) => index >= start && /[\p{L}\p{N}]/u.test(text));
    return at < 0 ? [] : [at];
  });
}

function isComma(text: string): boolean {
  return text === ",";
}

function isStop(text: string): boolean {
  return /^[.!?;:…]+$/.test(text);
}

function isConjunction(text: string): boolean {
  return /^(?:and|or|but|nor|yet|as well as)$/i.test(text);
}
