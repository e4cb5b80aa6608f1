/** How many calls a server gets at once: a picture with thirty questions must not become thirty calls in one moment. */

export class Gate {
  readonly #width: number;
  readonly #waiting = new Set<() => void>();
  #inside = 0;

  /** @param width calls at once, at least 1 */
  constructor(width: number) {
    this.#width = width;
  }

  /** Runs a task when there is room, in order of arrival. @throws what the task throws; the signal's reason where it aborts before that */
  async pass<Value>(task: () => Promise<Value>, signal: AbortSignal): Promise<Value> {
    signal.throwIfAborted();
    if (this.#inside >= this.#width) await this.#turn(signal);
    else this.#inside += 1;
    try {
      return await task();
    } finally {
      const [next] = this.#waiting;
      if (next === undefined) this.#inside -= 1;
      else next();
    }
  }

  /** The place of one who leaves is handed on, so `#inside` stays as it is. */
  #turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        this.#waiting.delete(enter);
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.delete(enter);
        reject(signal.reason);
      };
      this.#waiting.add(enter);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
