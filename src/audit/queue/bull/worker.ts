/** A worker: takes chunks from the queue, any number of them on any number of machines. */
import type { Logger } from "../../../telemetry/log.js";
import type { ExecuteRow } from "../../execute.js";
import { createSlots } from "../slots.js";
import { CHUNK_ROWS, type Chunk, chunkIdOf, KEPT_SECONDS, outcomesKey, PREFIX, packOutcomes, QUEUE_NAME } from "./chunk.js";
import { connect, loadBull } from "./connect.js";

export interface WorkerOptions {
  /** redis:// or rediss:// */
  readonly url: string;
  readonly execute: ExecuteRow;
  /** Rows at once. */
  readonly concurrency: number;
  readonly log: Logger;
  /** Names the keys in Redis. */
  readonly prefix?: string;
  /** A chunk whose worker says nothing for so long is given to another. */
  readonly lockMs?: number;
}

const LOCK_MS = 30_000;
/** A chunk that lost so many workers is given up: a row in it may be what ends them. */
const LOST_WORKERS = 3;

export interface QueueWorker {
  /** Finishes the chunks that it has and takes no further ones. */
  close(): Promise<void>;
}

/** @throws YaffleError as `connect` and `loadBull` */
export async function startWorker({
  url,
  execute,
  concurrency,
  log,
  prefix = PREFIX,
  lockMs = LOCK_MS,
}: WorkerOptions): Promise<QueueWorker> {
  const { bull, RedisClient } = await loadBull();
  const connection = await connect(url, RedisClient);
  const slots = createSlots(concurrency);
  const worker = new bull.Worker<Chunk, null>(
    QUEUE_NAME,
    async ({ data }) => {
      const outcomes = await Promise.all(
        data.rows.map(async (row) => {
          const release = await slots.take(0);
          return execute(row).finally(release);
        }),
      );
      const key = outcomesKey(prefix, data.run);
      await connection.multi().hset(key, chunkIdOf(data), packOutcomes(outcomes)).expire(key, KEPT_SECONDS).exec();
      return null;
    },
    {
      connection,
      prefix,
      // One chunk ends row by row while the next begins, so that no place stays empty.
      concurrency: Math.ceil(concurrency / CHUNK_ROWS) + 1,
      lockDuration: lockMs,
      stalledInterval: lockMs,
      maxStalledCount: LOST_WORKERS,
      removeOnComplete: { age: KEPT_SECONDS },
      removeOnFail: { age: KEPT_SECONDS },
    },
  );
  worker.on("error", (error) => log.warn({ reason: error.message }, "queue"));
  worker.on("completed", ({ data }) => log.info({ run: data.run, rows: data.rows.length }, "chunk done"));
  worker.on("stalled", (chunk) => log.warn({ chunk }, "chunk taken over: its worker is gone"));
  worker.on("failed", (job, error) => log.error({ chunk: job?.id, reason: error.message }, "chunk failed"));
  await worker.waitUntilReady();
  return {
    close: async () => {
      await worker.close();
      connection.disconnect();
    },
  };
}
