/** The runs of one model that are under way, so that it is freed when the last has ended and takes none after that. */
import { YaffleError } from "../domain/error.js";

export class Runs {
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  /** @throws YaffleError expert_unavailable once closed; the signal's reason where it has aborted; whatever the work throws */
  async run<Result>(signal: AbortSignal | undefined, work: () => Promise<Result>): Promise<Result> {
    signal?.throwIfAborted();
    if (this.#closing !== null) throw new YaffleError("expert_unavailable", "The model is closed.");
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Frees the model once nothing runs; a second call waits for the first. */
  close(free: () => Promise<void> | void): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(free);
    return this.#closing;
  }
}
