/** What the corrector of each claim kind reads and writes while one text is mended. */
import type { Edit } from "../domain/correction.js";
import type { Span } from "../domain/span.js";
import type { Passage, Sentence } from "../language/passage.js";
import type { Cause, Draft } from "./draft.js";
import type { TokenRange } from "./structure/item.js";
import type { SentenceTree } from "./structure/tree.js";

export interface SentenceWork {
  readonly sentence: Sentence;
  readonly draft: Draft;
  readonly tree: SentenceTree;
}

export interface Mending {
  readonly text: string;
  readonly passage: Passage;
  readonly prompt: string | null;
  /** The questions that sentences answer, by the sentence's index. */
  readonly questions: ReadonlyMap<number, string>;
  readonly work: readonly SentenceWork[];
  /** Noun phrases to take out where they stand, by offset. */
  readonly phrases: Map<number, Cause>;
  /** Words to take out where they stand, by offset. */
  readonly words: Map<number, Cause>;
  /** New grammatical number of rewritten noun phrases, by offset. */
  readonly numbers: Map<number, { readonly plural: boolean; readonly cause: Cause }>;
  /** Edits of what belongs to no sentence: the letter of a choice. */
  readonly outside: Edit[];
  /** Sentences that go whole. */
  readonly gone: Map<number, Cause>;
}

/** The sentence that a range of the text begins in; by bisection. */
export function workAt(mending: Mending, span: Span): SentenceWork | null {
  let low = 0;
  let high = mending.work.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = mending.work[middle]?.sentence.span.end ?? 0;
    if (end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = mending.work[low];
  return found !== undefined && found.sentence.span.start < span.end ? found : null;
}

/** Token indexes that the range of the text covers; by bisection. */
export function tokensIn({ tokens }: Sentence, span: Span): TokenRange {
  let from = 0;
  let high = tokens.length;
  while (from < high) {
    const middle = (from + high) >> 1;
    if ((tokens[middle]?.span.end ?? 0) <= span.start) from = middle + 1;
    else high = middle;
  }
  let to = from;
  while ((tokens[to]?.span.start ?? Number.POSITIVE_INFINITY) < span.end) to += 1;
  return { from, to };
}
