/**
 * The queue on BullMQ: rows go out in chunks to workers on any machine, and come back by a shelf that is looked at often. Looking and not
 * listening: it asks nothing of the order of events, and goes on by itself where the server was restarted.
 */
import { setTimeout as wait } from "node:timers/promises";
import { failed } from "../../execute.js";
import type { Outcome } from "../../outcome.js";
import type { Row } from "../../rows/row.js";
import { PRIORITIES, type Priority, type RowQueue, type Run } from "../row-queue.js";
import type { Backend, ChunkQueue } from "./backend.js";
import { CHUNK_ROWS, type Chunk, chunked, chunkIdOf, PREFIX, QUEUE_NAME, unpackOutcomes } from "./chunk.js";
import { openBackend } from "./open-backend.js";
import { Outstanding } from "./outstanding.js";

export interface BullQueueOptions {
  /** redis://, rediss:// or postgres:// */
  readonly url: string;
  /** Names the keys in Redis, the schema in PostgreSQL. */
  readonly prefix?: string;
  /** Rows that a worker is given at once. */
  readonly chunkRows?: number;
}

const CHUNK_BYTES = 8 * 1024 * 1024;
const LOOK_MS = 25;
/** How often it is asked whether a chunk failed or was lost with the server's last second. */
const CHECK_MS = 2000;
const ATTEMPTS = 3;
const RETRY_DELAY_MS = 1000;

/** @throws YaffleError as `openBackend` */
export async function openBullQueue({ url, prefix = PREFIX, chunkRows = CHUNK_ROWS }: BullQueueOptions): Promise<RowQueue> {
  const backend = await openBackend(url, prefix);
  const queue = backend.openQueue(QUEUE_NAME);
  return {
    process: (rows, run) => new Session(queue, backend, run).process(rows, { rows: chunkRows, bytes: CHUNK_BYTES }),
    depth: async () => {
      const counts = await backend.steadily(() => queue.getJobCounts("waiting", "prioritized", "delayed", "active"));
      const { waiting = 0, prioritized = 0, delayed = 0, active = 0 } = counts;
      return { unit: "chunks", waiting: waiting + prioritized + delayed, active };
    },
    close: async () => {
      await queue.close();
      await backend.close();
    },
  };
}

/** One run while this process attends to it. */
class Session {
  readonly #queue: ChunkQueue;
  readonly #backend: Backend;
  readonly #run: Run;
  readonly #out = new Outstanding();

  constructor(queue: ChunkQueue, backend: Backend, run: Run) {
    this.#queue = queue;
    this.#backend = backend;
    this.#run = run;
  }

  async *process(rows: AsyncIterable<Row>, size: { readonly rows: number; readonly bytes: number }): AsyncGenerator<Outcome, void> {
    const { id, signal } = this.#run;
    const { shelf } = this.#backend;
    await this.#withdraw(await shelf.handed(id));
    const chunks = chunked(id, rows, size);
    let isRead = false;
    let isWithdrawn = false;
    let lookedMs = performance.now();
    try {
      while (!isRead || this.#out.size > 0) {
        while (!isRead && !signal.aborted && this.#out.hasRoom) {
          const next = await chunks.next();
          if (next.done === true) isRead = true;
          else await this.#hand(next.value);
        }
        if (signal.aborted && !isWithdrawn) {
          [isRead, isWithdrawn] = [true, true];
          await this.#withdraw(this.#out.all().map(([chunk]) => chunk));
        }
        if (!isRead && this.#out.mayWiden && (await this.#isAllTaken())) this.#out.widen();
        const came = yield* this.#collect();
        if (performance.now() - lookedMs > CHECK_MS) {
          lookedMs = performance.now();
          yield* this.#check(isWithdrawn);
        }
        if (!came && this.#out.size > 0) await wait(LOOK_MS);
      }
      yield* this.#collect();
      await shelf.clear(id);
    } finally {
      await chunks.return();
    }
  }

  async #hand(chunk: Chunk): Promise<void> {
    const id = chunkIdOf(chunk);
    this.#out.add(id, chunk);
    await this.#backend.shelf.hand(this.#run.id, id);
    const options = {
      jobId: id,
      priority: rankOf(this.#run.priority),
      attempts: ATTEMPTS,
      backoff: { type: "exponential", delay: RETRY_DELAY_MS },
    };
    await this.#backend.steadily(() => this.#queue.add("chunk", chunk, options));
  }

  /** Whether workers would take more than is out: none of it waits, and most of it is not back yet. */
  async #isAllTaken(): Promise<boolean> {
    const counts = await this.#backend.steadily(() => this.#queue.getJobCounts("waiting", "prioritized", "delayed"));
    const { waiting = 0, prioritized = 0, delayed = 0 } = counts;
    const back = await this.#backend.shelf.ready(this.#run.id);
    return waiting + prioritized + delayed === 0 && back.length < this.#out.size / 2;
  }

  /** Takes back what no worker has begun. What is being worked on stays, and its outcomes come. */
  async #withdraw(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const isRemoved = (await this.#remove(id)) === 1;
      if (!isRemoved || (await this.#isBack(id))) continue;
      this.#out.remove(id);
      await this.#backend.shelf.withdraw(this.#run.id, id);
    }
  }

  /** The outcomes that lie ready. A chunk is forgotten when they have been taken. @returns whether there were any */
  async *#collect(): AsyncGenerator<Outcome, boolean> {
    const { shelf } = this.#backend;
    const ids = await shelf.ready(this.#run.id);
    for (const id of ids) {
      const text = await shelf.outcomes(this.#run.id, id);
      if (text !== null) yield* unpackOutcomes(text);
      this.#out.remove(id);
      await shelf.take(this.#run.id, id);
      await this.#remove(id);
    }
    return ids.length > 0;
  }

  async #stateOf(id: string): Promise<{ readonly state: string; readonly reason: string }> {
    const job = await this.#queue.getJob(id);
    return { state: job === undefined ? "lost" : await job.getState(), reason: job?.failedReason ?? "no reason is known" };
  }

  async #isBack(id: string): Promise<boolean> {
    return (await this.#backend.shelf.outcomes(this.#run.id, id)) !== null;
  }

  #remove(id: string): Promise<number> {
    return this.#backend.steadily(() => this.#queue.remove(id));
  }

  /** Chunks that failed are asked row by row; those that the server lost are handed over again. */
  async *#check(isWithdrawn: boolean): AsyncGenerator<Outcome, void> {
    for (const [id, chunk] of this.#out.all()) {
      const { reason, state } = await this.#backend.steadily(() => this.#stateOf(id));
      if ((await this.#isBack(id)) || (state !== "lost" && state !== "unknown" && state !== "failed" && state !== "completed")) continue;
      this.#out.remove(id);
      await this.#remove(id);
      if (isWithdrawn) continue;
      if (state !== "failed") await this.#hand(chunk);
      else if (chunk.rows.length > 1) for (const row of chunk.rows) await this.#hand({ run: chunk.run, rows: [row] });
      else yield* chunk.rows.map((row) => failed(row, "internal", `No worker could finish this row: ${reason}.`));
    }
  }
}

/** BullMQ's own numbers: 1 goes first. */
function rankOf(priority: Priority): number {
  return PRIORITIES.indexOf(priority) + 1;
}
