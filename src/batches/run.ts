/** One batch from its file to its output files, as often as the service is started in between. */
import type { RowQueue } from "../audit/queue/row-queue.js";
import { runAudit } from "../audit/run-audit.js";
import type { FileStore } from "./file-store.js";
import { type InputLimits, inputOf, inspect, type LineFormat } from "./input.js";
import { hasAny, writeOutput } from "./output.js";
import type { StoredBatch } from "./stored.js";
import type { WallClock } from "./wall-clock.js";

/** Why a run is ended before its rows are done. */
export type StopReason = "cancelled" | "expired" | "leaving";

export interface RunParts {
  readonly input: string;
  /** The audit's folder. */
  readonly audit: string;
  readonly queue: RowQueue;
  readonly clock: WallClock;
  readonly limits: InputLimits;
  readonly files: FileStore;
  /** Writes what has changed. @returns the batch as it is then */
  change(change: Partial<StoredBatch>): Promise<StoredBatch>;
  /** Says how far it is. It is written with the next change only: the audit's own files know it. */
  count(counts: StoredBatch["counts"]): void;
}

export class BatchRun {
  /** Rejects where the batch cannot be gone on with. */
  readonly ended: Promise<void>;
  readonly #parts: RunParts;
  readonly #stopping = new AbortController();
  #reason: StopReason | null = null;
  #isAbandoned = false;

  constructor(batch: StoredBatch, parts: RunParts) {
    this.#parts = parts;
    if (batch.state === "cancelling") this.stop("cancelled");
    else if (batch.expiresMs <= parts.clock.nowMs()) this.stop("expired");
    this.ended = this.#run(batch).catch((thrown: unknown) => {
      if (!this.#isAbandoned) throw thrown;
    });
  }

  /** Begins no further row. The first reason holds, but for leaving, which any other replaces. */
  stop(reason: StopReason): void {
    if (this.#reason === null || this.#reason === "leaving") this.#reason = reason;
    this.#stopping.abort(reason);
  }

  /** Leaves at once: nothing that comes from now on is written. */
  abandon(): void {
    this.#isAbandoned = true;
    this.stop("leaving");
  }

  async #run(batch: StoredBatch): Promise<void> {
    const { change, clock } = this.#parts;
    const inspected = batch.format === null ? await this.#inspect() : batch;
    if (inspected === null || inspected.state === "failed") return;
    const { format, counts } = inspected;
    if (format === null) return;
    if (inspected.state === "validating") await change({ state: "in_progress", inProgressMs: clock.nowMs() });
    await this.#audit(format, counts.total);
    if (this.#reason === "leaving" || this.#isAbandoned) return;
    const isCancelled = this.#reason === "cancelled";
    const finalizing = await change(isCancelled ? {} : { state: "finalizing", finalizingMs: clock.nowMs() });
    await this.#finish(finalizing);
  }

  /** @returns null where it is to go on later */
  async #inspect(): Promise<StoredBatch | null> {
    const { input, limits, change, clock } = this.#parts;
    try {
      const { format, rows: total, errors } = await inspect(input, limits, this.#stopping.signal);
      if (errors.length === 0) return await change({ format, counts: { total, completed: 0, failed: 0 } });
      return await change({ format, state: "failed", failedMs: clock.nowMs(), errors: [...errors] });
    } catch (thrown) {
      if (!this.#stopping.signal.aborted) throw thrown;
      if (this.#reason === "leaving") return null;
      return change({ format: "rows" });
    }
  }

  async #audit(format: LineFormat, total: number): Promise<void> {
    const { input, audit, queue, limits, count } = this.#parts;
    await runAudit({
      rows: inputOf(input, format, limits.maxLineBytes),
      folder: audit,
      queue: this.#watched(queue),
      priority: "low",
      limits: null,
      maxErrors: null,
      signal: this.#stopping.signal,
      onProgress: ({ rows, failed }) => count({ total, completed: rows - failed, failed }),
    });
  }

  /** The queue, as long as anybody listens. */
  #watched(queue: RowQueue): RowQueue {
    const isAbandoned = (): boolean => this.#isAbandoned;
    return {
      depth: () => queue.depth(),
      close: () => queue.close(),
      async *process(rows, run) {
        for await (const outcome of queue.process(rows, run)) {
          if (isAbandoned()) return;
          yield outcome;
        }
      },
    };
  }

  async #finish({ id, owner, outputLifeMs }: StoredBatch): Promise<void> {
    const { audit, files, change, clock } = this.#parts;
    const keep = async (kind: "results" | "errors", name: string): Promise<string | null> => {
      if (!(await hasAny(audit, kind))) return null;
      const write = async (path: string) => {
        await writeOutput(id, audit, kind, path);
        return { owner, filename: `${id}_${name}.jsonl`, purpose: "batch_output", lifeMs: outputLifeMs } as const;
      };
      return (await files.addOutput(write, `file-${id.replace("batch_", "")}${name}`)).id;
    };
    const outputFileId = await keep("results", "output");
    const errorFileId = await keep("errors", "error");
    const nowMs = clock.nowMs();
    const ending =
      this.#reason === "cancelled"
        ? ({ state: "cancelled", cancelledMs: nowMs } as const)
        : this.#reason === "expired"
          ? ({ state: "expired", expiredMs: nowMs } as const)
          : ({ state: "completed", completedMs: nowMs } as const);
    await change({ ...ending, outputFileId, errorFileId });
  }
}
