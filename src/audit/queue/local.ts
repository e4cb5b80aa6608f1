/** The queue without a server: rows are worked on in this process, so many at once over all runs. The journal is what survives. */
import type { ExecuteRow } from "../execute.js";
import type { Outcome } from "../outcome.js";
import { mailbox } from "./mailbox.js";
import { PRIORITIES, type RowQueue } from "./row-queue.js";
import { createSlots } from "./slots.js";

interface Finished {
  readonly outcome: Outcome;
  /** A place is given back when its outcome is taken, so that outcomes do not pile up before a slow disk. */
  readonly release: () => void;
}

export function createLocalQueue(execute: ExecuteRow, concurrency: number): RowQueue {
  const slots = createSlots(concurrency);
  return {
    async *process(rows, { priority, signal }) {
      const source = rows[Symbol.asyncIterator]();
      const box = mailbox<Finished>();
      let isOver = false;
      const feed = async (): Promise<void> => {
        for (;;) {
          const release = await slots.take(PRIORITIES.indexOf(priority));
          const next = signal.aborted || isOver ? null : await source.next().catch((thrown: unknown) => box.fail(thrown));
          if (!next || next.done === true) return release();
          box.expect();
          execute(next.value).then(
            (outcome) => box.put({ outcome, release }),
            (thrown: unknown) => {
              release();
              box.fail(thrown);
            },
          );
        }
      };
      const feeding = feed().finally(() => box.close());
      try {
        for await (const { outcome, release } of box.all()) {
          release();
          yield outcome;
        }
      } finally {
        isOver = true;
        for (const { release } of box.rest()) release();
        await feeding;
        await source.return?.();
      }
    },
    depth: async () => ({ unit: "rows", waiting: slots.waiting, active: slots.taken }),
    close: async () => undefined,
  };
}
