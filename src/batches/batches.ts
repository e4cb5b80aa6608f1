/**
 * Batches: audits over files that callers sent. What was promised stands on disk before it is answered, so that a service which was
 * killed takes up again what it had begun; rows that were done are not done again.
 */
import { randomUUID } from "node:crypto";
import { copyFile, link } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { lockFolder } from "../audit/journal/lock.js";
import type { Depth, RowQueue } from "../audit/queue/row-queue.js";
import { asYaffleError, YaffleError } from "../domain/error.js";
import { makeFolder } from "../folders.js";
import type { Logger } from "../telemetry/log.js";
import type { BatchesState } from "../telemetry/metrics.js";
import { Documents } from "./documents.js";
import { FILE_LIFE_MS, FileStore } from "./file-store.js";
import type { InputLimits } from "./input.js";
import type { BatchResult } from "./output.js";
import { type Page, type PageRequest, pageOf } from "./page.js";
import { followResults } from "./results.js";
import { BatchRun } from "./run.js";
import { BATCH_STATES, isFinal, type Owner, type StoredBatch, storedBatchSchema } from "./stored.js";
import { DAY_MS, type WallClock } from "./wall-clock.js";

/** A batch that is not done after this long ends as it is: OpenAI's completion window, the only one there is. */
export const COMPLETION_WINDOW = "24h";
const WINDOW_MS = DAY_MS;

/** How often it is looked whether the time of a batch or a file is over. */
const TICK_MS = 10_000;

const DEPTH_WITHIN_MS = 1000;

export interface BatchesOptions {
  /** Everything that is kept lies in it; one service a folder. */
  readonly folder: string;
  readonly queue: RowQueue;
  readonly clock: WallClock;
  readonly log: Logger;
  readonly limits: InputLimits & {
    /** Largest file that a caller may send. */
    readonly maxFileBytes: number;
    readonly maxFiles: number;
    /** Batches that are not done, over all owners. */
    readonly maxBatches: number;
  };
}

export interface NewBatch {
  readonly owner: Owner;
  readonly inputFileId: string;
  readonly metadata: Readonly<Record<string, string>> | null;
  /** Null for the life of every file. */
  readonly outputLifeMs: number | null;
}

export class Batches {
  readonly files: FileStore;
  readonly #options: BatchesOptions;
  readonly #documents: Documents<StoredBatch>;
  readonly #unlock: () => Promise<void>;
  readonly #runs = new Map<string, { readonly run: BatchRun; readonly ended: Promise<void> }>();
  readonly #ticking: NodeJS.Timeout;
  #isLeaving = false;

  private constructor(options: BatchesOptions, files: FileStore, documents: Documents<StoredBatch>, unlock: () => Promise<void>) {
    this.files = files;
    this.#options = options;
    this.#documents = documents;
    this.#unlock = unlock;
    this.#ticking = setInterval(() => void this.tick(), TICK_MS).unref();
  }

  /**
   * Opens the folder and goes on with what was not done.
   * @throws YaffleError conflict where another service works on the folder; what the file system throws
   */
  static async open(options: BatchesOptions): Promise<Batches> {
    const { folder, clock, limits } = options;
    await makeFolder(folder);
    const unlock = await lockFolder(folder);
    const files = await FileStore.open(join(folder, "files"), clock, limits.maxFiles);
    const documents = await Documents.open(join(folder, "batches"), "batch.json", storedBatchSchema);
    const batches = new Batches(options, files, documents, unlock);
    await batches.tick();
    for (const batch of documents.all()) if (!isFinal(batch)) batches.#start(batch);
    return batches;
  }

  get maxFileBytes(): number {
    return this.#options.limits.maxFileBytes;
  }

  /** @throws YaffleError not_found where there is no such file; overloaded where too many batches are not done */
  async create({ owner, inputFileId, metadata, outputLifeMs }: NewBatch): Promise<StoredBatch> {
    const file = this.files.get(inputFileId, owner);
    if (file.purpose !== "batch")
      throw new YaffleError("invalid_request", `${inputFileId} was not sent for a batch; send a file with purpose "batch".`, {
        faults: [{ path: "input_file_id", message: 'must be a file with purpose "batch"' }],
      });
    if (this.#isLeaving) throw new YaffleError("overloaded", "The service is shutting down; send the batch to another or later.");
    const { maxBatches } = this.#options.limits;
    if (this.#documents.all().filter((one) => !isFinal(one)).length >= maxBatches)
      throw new YaffleError("overloaded", `As many batches as may be (${maxBatches}) are not done yet; send this one later.`);
    const createdMs = this.#options.clock.nowMs();
    const batch: StoredBatch = {
      ...NOTHING_YET,
      id: `batch_${randomUUID().replaceAll("-", "")}`,
      sequence: this.#documents.nextSequence(),
      owner,
      inputFileId,
      metadata: metadata === null ? null : { ...metadata },
      outputLifeMs: outputLifeMs ?? FILE_LIFE_MS,
      createdMs,
      expiresMs: createdMs + WINDOW_MS,
    };
    const folder = this.#documents.folderOf(batch.id);
    await makeFolder(folder);
    await keepCopy(this.files.pathOf(inputFileId), join(folder, "input.jsonl"));
    await this.#documents.put(batch);
    this.#start(batch);
    return batch;
  }

  /** @throws YaffleError not_found, also for a batch of another owner */
  get(id: string, owner: Owner): StoredBatch {
    const batch = this.#found(id);
    if (batch.owner !== owner) throw new YaffleError("not_found", `There is no batch ${id}.`);
    return batch;
  }

  list(owner: Owner, request: PageRequest): Page<StoredBatch> {
    return pageOf(
      this.#documents.all().filter((batch) => batch.owner === owner),
      request,
    );
  }

  /**
   * Begins no further row; what was begun is finished, and what was done is given.
   * @throws YaffleError not_found; conflict where it is done already
   */
  async cancel(id: string, owner: Owner): Promise<StoredBatch> {
    const batch = this.get(id, owner);
    if (batch.state === "cancelling") return batch;
    if (isFinal(batch)) throw new YaffleError("conflict", `The batch ${id} is ${batch.state} already.`);
    const cancelling = await this.#change(id, { state: "cancelling", cancellingMs: this.#options.clock.nowMs() });
    this.#runs.get(id)?.run.stop("cancelled");
    return cancelling;
  }

  /**
   * What is done, as it is done, until the batch is.
   * @throws YaffleError not_found; the signal's reason where it aborts
   */
  results(id: string, owner: Owner, signal: AbortSignal): AsyncGenerator<BatchResult, void> {
    this.get(id, owner);
    const isOver = (): boolean => this.#isLeaving || isFinal(this.get(id, owner));
    return followResults(this.#auditOf(id), isOver, signal);
  }

  /** How much there is, for whoever watches the service. A queue that does not answer soon is said not to. */
  async state(): Promise<BatchesState> {
    const all = this.#documents.all();
    const open = all.filter((batch) => !isFinal(batch));
    return {
      byState: Object.fromEntries(BATCH_STATES.map((state) => [state, all.filter((batch) => batch.state === state).length])),
      rowsLeft: open.reduce((sum, { counts: { total, completed, failed } }) => sum + total - completed - failed, 0),
      queue: await depthSoon(this.#options.queue),
    };
  }

  /** Ends what has no time left: batches after their window, files and what is left of batches after their life. */
  async tick(): Promise<void> {
    const nowMs = this.#options.clock.nowMs();
    await this.files.sweep();
    for (const batch of this.#documents.all()) {
      if (!isFinal(batch) && batch.expiresMs <= nowMs) this.#runs.get(batch.id)?.run.stop("expired");
      if (isFinal(batch) && batch.createdMs + WINDOW_MS + FILE_LIFE_MS <= nowMs) await this.#documents.remove(batch.id);
    }
  }

  /** Settles when no batch is being worked on. */
  async idle(): Promise<void> {
    await Promise.all([...this.#runs.values()].map(({ ended }) => ended));
  }

  /** Begins no further row, and waits for those that were begun; the rest is done when the folder is opened again. */
  async leave(): Promise<void> {
    this.#isLeaving = true;
    for (const { run } of this.#runs.values()) run.stop("leaving");
    await this.idle();
  }

  /** Leaves now, waiting for nothing: what is not written by now is done when the folder is opened again. Idempotent. */
  async close(): Promise<void> {
    this.#isLeaving = true;
    clearInterval(this.#ticking);
    for (const { run } of this.#runs.values()) run.abandon();
    await this.#options.queue.close();
    await this.#unlock();
  }

  #auditOf(id: string): string {
    return join(this.#documents.folderOf(id), "audit");
  }

  #start(batch: StoredBatch): void {
    const { queue, clock, limits, log } = this.#options;
    const run = new BatchRun(batch, {
      input: join(this.#documents.folderOf(batch.id), "input.jsonl"),
      audit: this.#auditOf(batch.id),
      queue,
      clock,
      limits,
      files: this.files,
      change: (change) => this.#change(batch.id, change),
      count: (counts) => this.#documents.remember({ ...this.#found(batch.id), counts }),
    });
    const ended = run.ended
      .catch((thrown: unknown) => this.#fail(batch.id, thrown))
      .then(() => {
        this.#runs.delete(batch.id);
        const { state, counts } = this.#documents.find(batch.id) ?? batch;
        log.info({ batch: batch.id, state, ...counts }, "batch");
      });
    this.#runs.set(batch.id, { run, ended });
  }

  async #fail(id: string, thrown: unknown): Promise<void> {
    const { code, message, cause } = asYaffleError(thrown);
    this.#options.log.error({ batch: id, err: cause ?? thrown }, "batch");
    await this.#change(id, { state: "failed", failedMs: this.#options.clock.nowMs(), errors: [{ code, message, line: null }] });
  }

  async #change(id: string, change: Partial<StoredBatch>): Promise<StoredBatch> {
    const changed = { ...this.#found(id), ...change };
    await this.#documents.put(changed);
    return changed;
  }

  #found(id: string): StoredBatch {
    const batch = this.#documents.find(id);
    if (batch === undefined) throw new YaffleError("not_found", `There is no batch ${id}.`);
    return batch;
  }
}

const NOTHING_YET = {
  format: null,
  state: "validating",
  inProgressMs: null,
  finalizingMs: null,
  completedMs: null,
  failedMs: null,
  expiredMs: null,
  cancellingMs: null,
  cancelledMs: null,
  counts: { total: 0, completed: 0, failed: 0 },
  errors: [],
  outputFileId: null,
  errorFileId: null,
} as const satisfies Partial<StoredBatch>;

/** Null where it does not answer soon: a Redis that is gone is waited for by whoever else asks it. */
async function depthSoon(queue: RowQueue): Promise<Depth | null> {
  const asked = new AbortController();
  const late = wait(DEPTH_WITHIN_MS, null, { signal: asked.signal }).catch(() => null);
  return await Promise.race([queue.depth().catch(() => null), late]).finally(() => asked.abort());
}

/** The input stays although its file is deleted; where the disk knows links, it lies there once. */
async function keepCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}
