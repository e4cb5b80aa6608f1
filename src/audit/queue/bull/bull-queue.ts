/**
 * The queue on BullMQ and Redis: rows go out in chunks to workers on any machine, and come back through a hash that is looked at
 * often. Looking and not listening: it asks nothing of the order of events, and goes on by itself where Redis was restarted.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Job, Queue } from "bullmq";
import type { Redis } from "ioredis";
import { failed } from "../../execute.js";
import type { Outcome } from "../../outcome.js";
import type { Row } from "../../rows/row.js";
import { PRIORITIES, type Priority, type RowQueue, type Run } from "../row-queue.js";
import {
  CHUNK_ROWS,
  type Chunk,
  chunked,
  chunkIdOf,
  chunksKey,
  KEPT_SECONDS,
  outcomesKey,
  PREFIX,
  QUEUE_NAME,
  unpackOutcomes,
} from "./chunk.js";
import { connect, loadBull } from "./connect.js";
import { Outstanding } from "./outstanding.js";

export interface BullQueueOptions {
  /** redis:// or rediss:// */
  readonly url: string;
  /** Names the keys in Redis. */
  readonly prefix?: string;
  /** Rows that a worker is given at once. */
  readonly chunkRows?: number;
}

const CHUNK_BYTES = 8 * 1024 * 1024;
const LOOK_MS = 25;
/** How often it is asked whether a chunk failed or was lost with Redis' last second. */
const CHECK_MS = 2000;
const ATTEMPTS = 3;
const RETRY_DELAY_MS = 1000;

/** @throws YaffleError as `connect` and `loadBull` */
export async function openBullQueue({ url, prefix = PREFIX, chunkRows = CHUNK_ROWS }: BullQueueOptions): Promise<RowQueue> {
  const { bull, RedisClient } = await loadBull();
  const connection = await connect(url, RedisClient);
  const queue = new bull.Queue<Chunk>(QUEUE_NAME, { connection, prefix });
  queue.on("error", () => undefined);
  return {
    process: (rows, run) => new Session(queue, connection, prefix, run).process(rows, { rows: chunkRows, bytes: CHUNK_BYTES }),
    depth: async () => {
      const counts = await queue.getJobCounts("waiting", "prioritized", "delayed", "active");
      const { waiting = 0, prioritized = 0, delayed = 0, active = 0 } = counts;
      return { unit: "chunks", waiting: waiting + prioritized + delayed, active };
    },
    close: async () => {
      await queue.close();
      connection.disconnect();
    },
  };
}

/** One run while this process attends to it. */
class Session {
  readonly #queue: Queue<Chunk>;
  readonly #redis: Redis;
  readonly #run: Run;
  readonly #outcomes: string;
  readonly #chunks: string;
  readonly #out = new Outstanding();

  constructor(queue: Queue<Chunk>, redis: Redis, prefix: string, run: Run) {
    this.#queue = queue;
    this.#redis = redis;
    this.#run = run;
    this.#outcomes = outcomesKey(prefix, run.id);
    this.#chunks = chunksKey(prefix, run.id);
  }

  async *process(rows: AsyncIterable<Row>, size: { readonly rows: number; readonly bytes: number }): AsyncGenerator<Outcome, void> {
    const { id, signal } = this.#run;
    await this.#withdraw(await this.#redis.smembers(this.#chunks));
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
      await this.#redis.del(this.#outcomes, this.#chunks);
    } finally {
      await chunks.return();
    }
  }

  async #hand(chunk: Chunk): Promise<void> {
    const id = chunkIdOf(chunk);
    this.#out.add(id, chunk);
    await this.#redis.multi().sadd(this.#chunks, id).expire(this.#chunks, KEPT_SECONDS).exec();
    await this.#queue.add("chunk", chunk, {
      jobId: id,
      priority: rankOf(this.#run.priority),
      attempts: ATTEMPTS,
      backoff: { type: "exponential", delay: RETRY_DELAY_MS },
    });
  }

  /** Whether workers would take more than is out: none of it waits, and most of it is not back yet. */
  async #isAllTaken(): Promise<boolean> {
    const { waiting = 0, prioritized = 0, delayed = 0 } = await this.#queue.getJobCounts("waiting", "prioritized", "delayed");
    const back = await this.#redis.hlen(this.#outcomes);
    return waiting + prioritized + delayed === 0 && back < this.#out.size / 2;
  }

  /** Takes back what no worker has begun. What is being worked on stays, and its outcomes come. */
  async #withdraw(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const isRemoved = (await this.#queue.remove(id)) === 1;
      const isDone = (await this.#redis.hexists(this.#outcomes, id)) === 1;
      if (!isRemoved || isDone) continue;
      this.#out.remove(id);
      await this.#redis.srem(this.#chunks, id);
    }
  }

  /** The outcomes that lie ready. A chunk is forgotten in Redis when they have been taken. @returns whether there were any */
  async *#collect(): AsyncGenerator<Outcome, boolean> {
    const ids = await this.#redis.hkeys(this.#outcomes);
    for (const id of ids) {
      const text = await this.#redis.hget(this.#outcomes, id);
      if (text !== null) yield* unpackOutcomes(text);
      this.#out.remove(id);
      await this.#redis.multi().hdel(this.#outcomes, id).srem(this.#chunks, id).exec();
      await this.#queue.remove(id);
    }
    return ids.length > 0;
  }

  /** Chunks that failed are asked row by row; those that Redis lost are handed over again. */
  async *#check(isWithdrawn: boolean): AsyncGenerator<Outcome, void> {
    for (const [id, chunk] of this.#out.all()) {
      const job = await this.#queue.getJob(id);
      const state = job === undefined ? "lost" : await job.getState();
      const isBack = (await this.#redis.hexists(this.#outcomes, id)) === 1;
      if (isBack || (state !== "lost" && state !== "unknown" && state !== "failed" && state !== "completed")) continue;
      this.#out.remove(id);
      if (job !== undefined) await this.#queue.remove(id);
      if (isWithdrawn) continue;
      if (state !== "failed") await this.#hand(chunk);
      else if (chunk.rows.length > 1) for (const row of chunk.rows) await this.#hand({ run: chunk.run, rows: [row] });
      else yield* chunk.rows.map((row) => failed(row, "internal", `No worker could finish this row: ${reasonOf(job)}.`));
    }
  }
}

function reasonOf(job: Job<Chunk> | undefined): string {
  return job?.failedReason ?? "no reason is known";
}

/** BullMQ's own numbers: 1 goes first. */
function rankOf(priority: Priority): number {
  return PRIORITIES.indexOf(priority) + 1;
}
