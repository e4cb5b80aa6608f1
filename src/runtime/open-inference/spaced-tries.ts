/**
 * A try that may fail and is made again when somebody asks, though not too soon: in between it fails at once with the last reason, so that
 * nobody waits for what was just found missing. All who ask during a try wait for the one.
 */
import { untilAborted } from "../until-aborted.js";

/**
 * After a try that failed nobody waits for this many times as long as it took. A server that refuses is asked again soon; one that says
 * nothing until the time limit costs few callers that time.
 */
const REST_PER_TRY = 5;

export interface SpacedTriesOptions {
  /** Shortest rest after a try that failed. */
  readonly restMs: number;
  readonly nowMs: () => number;
}

export class SpacedTries {
  readonly #attempt: () => Promise<void>;
  readonly #options: SpacedTriesOptions;
  #running: Promise<void> | null = null;
  #failed: { readonly reason: unknown; readonly restsUntilMs: number } | null = null;

  constructor(attempt: () => Promise<void>, options: SpacedTriesOptions) {
    this.#attempt = attempt;
    this.#options = options;
  }

  /** @throws what the last try threw; the signal's reason where it aborts: the try goes on for others */
  async get(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (this.#running === null && this.#failed !== null && this.#options.nowMs() < this.#failed.restsUntilMs) throw this.#failed.reason;
    this.#running ??= this.#try();
    await untilAborted(this.#running, signal);
  }

  async #try(): Promise<void> {
    const { restMs, nowMs } = this.#options;
    const begunMs = nowMs();
    try {
      await this.#attempt();
      this.#failed = null;
    } catch (reason) {
      const endedMs = nowMs();
      this.#failed = { reason, restsUntilMs: endedMs + Math.max(restMs, REST_PER_TRY * (endedMs - begunMs)) };
      throw reason;
    } finally {
      this.#running = null;
    }
  }
}
