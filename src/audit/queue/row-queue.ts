/** The queue port: rows go in, outcomes come out in any order. Adapters: this process (local.ts), BullMQ's workers (bull/). */
import type { Outcome } from "../outcome.js";
import type { Row } from "../rows/row.js";

/** From what goes first to what goes last. */
export const PRIORITIES = ["high", "normal", "low"] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface Run {
  /** The same for every continuation of one audit: what an earlier one left in the queue is found by it. */
  readonly id: string;
  readonly priority: Priority;
  /** Aborted, no further row is begun: what was begun is finished and comes out, and then the run ends. It does not throw. */
  readonly signal: AbortSignal;
}

/** Rows, or what rows are packed in, over all runs. */
export interface Depth {
  readonly unit: "rows" | "chunks";
  /** Handed over and not begun. */
  readonly waiting: number;
  readonly active: number;
}

export interface RowQueue {
  /**
   * Each row's outcome at least once; a row may come twice where a worker was lost, and rows of an earlier session of the run may come
   * too. Rows are read no further ahead than they are worked on.
   * @throws YaffleError where the queue itself fails for good; what `rows` throws
   */
  process(rows: AsyncIterable<Row>, run: Run): AsyncIterable<Outcome>;
  depth(): Promise<Depth>;
  /** Idempotent. It does not wait for runs: end them first. */
  close(): Promise<void>;
}
