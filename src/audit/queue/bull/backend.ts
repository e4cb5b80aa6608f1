/** Where BullMQ keeps its jobs: the port to Redis (redis.ts) and PostgreSQL (postgres.ts), so that the queue and the workers know neither. */
import type { JobsOptions, JobType } from "bullmq";
import type { Chunk } from "./chunk.js";

/** What is used of BullMQ's queue; the same on every backend. */
export interface ChunkQueue {
  add(name: string, chunk: Chunk, options: JobsOptions): Promise<unknown>;
  /** @returns 1 where it is gone, 0 where a worker has it */
  remove(id: string): Promise<number>;
  getJob(id: string): Promise<{ getState(): Promise<string>; readonly failedReason?: string | undefined } | undefined>;
  getJobCounts(...states: JobType[]): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

/** What is used of BullMQ's worker. */
export interface ChunkWorker {
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "completed", listener: (job: { readonly data: Chunk }) => void): unknown;
  on(event: "stalled", listener: (id: string) => void): unknown;
  on(event: "failed", listener: (job: { readonly id?: string | undefined } | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

export interface ChunkWorkerOptions {
  readonly concurrency: number;
  readonly lockDuration: number;
  readonly stalledInterval: number;
  readonly maxStalledCount: number;
  readonly removeOnComplete: { readonly age: number };
  readonly removeOnFail: { readonly age: number };
}

/**
 * What lies beside the jobs of a run: which chunks were handed over, and the outcomes of those that are done. Everything may be done twice and
 * changes nothing the second time.
 */
export interface ChunkShelf {
  /** Chunks that were handed over and not taken back, those of earlier sessions of the run among them. */
  handed(run: string): Promise<readonly string[]>;
  hand(run: string, chunk: string): Promise<void>;
  /** Forgets a chunk that nobody has begun. */
  withdraw(run: string, chunk: string): Promise<void>;
  /** Called by a worker. What nobody takes goes after `KEPT_SECONDS`. */
  put(run: string, chunk: string, outcomes: string): Promise<void>;
  /** Chunks whose outcomes lie ready. */
  ready(run: string): Promise<readonly string[]>;
  /** Null where they are not ready. */
  outcomes(run: string, chunk: string): Promise<string | null>;
  /** Forgets a chunk with its outcomes, when these have been taken. */
  take(run: string, chunk: string): Promise<void>;
  /** Forgets the run. */
  clear(run: string): Promise<void>;
}

export interface Backend {
  readonly shelf: ChunkShelf;
  openQueue(name: string): ChunkQueue;
  openWorker(name: string, process: (job: { readonly data: Chunk }) => Promise<null>, options: ChunkWorkerOptions): ChunkWorker;
  /** Does something again until it is done, where the server is gone for a while. What is given must bear being done twice. */
  steadily<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Queues and workers are closed first. */
  close(): Promise<void>;
}
