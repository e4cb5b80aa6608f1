/** Rows past a judge, several at once; a row that fails is counted, and only a judge that fails on every row is an error. */
import { asYaffleError, YaffleError } from "../../domain/error.js";
import type { KeptReply } from "./rows.js";

export interface JudgeRun {
  /** Rows at once. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onJudged: (judged: number, rows: number) => void;
}

/**
 * @param judge of one row; it puts the replies that it gets into the list. What it throws becomes an item by `fail`
 * @returns items in the order of the rows
 * @throws YaffleError of the first row where every row failed; the signal's reason where it aborts
 */
export async function judgeRows<Row, Item extends { readonly failed: string | null }>(
  rows: readonly Row[],
  judge: (row: Row, replies: KeptReply[]) => Promise<Item>,
  fail: (row: Row, message: string, replies: readonly KeptReply[]) => Item,
  { concurrency, signal, onJudged }: JudgeRun,
): Promise<readonly Item[]> {
  const items = new Map<number, Item>();
  const waiting = rows.entries();
  let first: YaffleError | null = null;
  const work = async (): Promise<void> => {
    for (const [index, row] of waiting) {
      const replies: KeptReply[] = [];
      const item = await judge(row, replies).catch((thrown: unknown) => {
        signal.throwIfAborted();
        const error = asYaffleError(thrown);
        if (error.code === "internal" || error.code === "invalid_request") throw error;
        first ??= error;
        return fail(row, error.message, replies);
      });
      items.set(index, item);
      onJudged(items.size, rows.length);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  if (first !== null && [...items.values()].every(({ failed }) => failed !== null)) throw firstOf(first);
  return rows.flatMap((_, index) => items.get(index) ?? []);
}

function firstOf(error: YaffleError): YaffleError {
  return new YaffleError(error.code, `The judge failed on every row: ${error.message}`, { cause: error });
}
