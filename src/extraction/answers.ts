/** Short answers, read with their question. */
import type { Passage } from "../language/passage.js";
import type { Draft } from "./draft.js";
import type { Memory } from "./memory.js";

export interface AnswerReading {
  readonly drafts: readonly Draft[];
  /** Sentences of the response that the answer used up. */
  readonly sentences: ReadonlySet<number>;
}

export function answerDrafts(_passage: Passage, _prompt: string, _memory: Memory): AnswerReading | null {
  return null;
}
