/** A worker: takes chunks from the queue, any number of them on any number of machines. */
import type { Logger } from "../../../telemetry/log.js";
import type { ExecuteRow } from "../../execute.js";
import { createSlots } from "../slots.js";
import { CHUNK_ROWS, chunkIdOf, KEPT_SECONDS, PREFIX, packOutcomes, QUEUE_NAME } from "./chunk.js";
import { openBackend } from "./open-backend.js";

export interface WorkerOptions {
  /** redis://, rediss:// or postgres:// */
  readonly url: string;
  readonly execute: ExecuteRow;
  /** Rows at once. */
  readonly concurrency: number;
  readonly log: Logger;
  /** Names the keys in Redis, the schema in PostgreSQL. */
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

/** @throws YaffleError as `openBackend` */
export async function startWorker({
  url,
  execute,
  concurrency,
  log,
  prefix = PREFIX,
  lockMs = LOCK_MS,
}: WorkerOptions): Promise<QueueWorker> {
  const backend = await openBackend(url, prefix);
  const slots = createSlots(concurrency);
  const worker = backend.openWorker(
    QUEUE_NAME,
    async ({ data }) => {
      const outcomes = await Promise.all(
        data.rows.map(async (row) => {
          const release = await slots.take(0);
          return execute(row).finally(release);
        }),
      );
      await backend.shelf.put(data.run, chunkIdOf(data), packOutcomes(outcomes));
      return null;
    },
    {
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
      await backend.close();
    },
  };
}
