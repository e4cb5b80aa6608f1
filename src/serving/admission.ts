/**
 * Who may come in, and who is worked on.
 *
 * A request takes a seat when it arrives, before its body is read: that bounds memory. It takes a permit when its body is whole: so a
 * slow sender holds no worker up. With no seat left a request is refused at once, since waiting longer than the queue helps nobody.
 */
import { YaffleError } from "../domain/error.js";

export interface AdmissionLimits {
  /** Requests worked on at once. */
  readonly maxConcurrent: number;
  /** Requests that wait or are being received, beyond those. */
  readonly maxQueued: number;
}

export interface Seat {
  /**
   * Runs the work when its turn comes. A request whose caller has left gives its turn to the next.
   * @throws the signal's reason where it aborts while waiting; what the work throws
   */
  work<Result>(run: () => Promise<Result>, signal: AbortSignal): Promise<Result>;
  /** Frees the seat; idempotent. */
  leave(): void;
}

interface Waiting {
  readonly start: () => void;
}

/** How long a refused caller should wait, in seconds: long enough for a request or two to finish. */
export const RETRY_AFTER_SECONDS = 1;

export class Admission {
  readonly #limits: AdmissionLimits;
  readonly #waiting = new Set<Waiting>();
  readonly #idle = new Set<() => void>();
  #seats = 0;
  #working = 0;
  #isClosed = false;

  constructor(limits: AdmissionLimits) {
    this.#limits = limits;
  }

  /** Requests that have a seat. */
  get present(): number {
    return this.#seats;
  }

  /** Those of them that are worked on. */
  get working(): number {
    return this.#working;
  }

  /** @throws YaffleError overloaded where every seat is taken, or the service is leaving */
  enter(): Seat {
    if (this.#isClosed) throw new YaffleError("overloaded", "The service is shutting down; send the request to another or later.");
    if (this.#seats >= this.#limits.maxConcurrent + this.#limits.maxQueued) {
      throw new YaffleError(
        "overloaded",
        `As many requests as may wait (${this.#seats}) are here already; send this one again in a moment.`,
      );
    }
    this.#seats += 1;
    let isTaken = true;
    return {
      work: (run, signal) => this.#work(run, signal),
      leave: () => {
        if (!isTaken) return;
        isTaken = false;
        this.#seats -= 1;
        if (this.#seats === 0) for (const tell of this.#idle) tell();
      },
    };
  }

  /** Lets nobody in any more. */
  close(): void {
    this.#isClosed = true;
  }

  /** Settles when nobody has a seat. */
  async empty(): Promise<void> {
    if (this.#seats > 0) await new Promise<void>((resolve) => this.#idle.add(resolve));
  }

  async #work<Result>(run: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    await this.#turn(signal);
    try {
      return await run();
    } finally {
      this.#working -= 1;
      const [next] = this.#waiting;
      next?.start();
    }
  }

  /** Takes a permit, now or when one is given back. */
  async #turn(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#working < this.#limits.maxConcurrent) {
      this.#working += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const waiting: Waiting = {
        start: () => {
          this.#waiting.delete(waiting);
          signal.removeEventListener("abort", leave);
          this.#working += 1;
          resolve();
        },
      };
      const leave = (): void => {
        this.#waiting.delete(waiting);
        reject(signal.reason);
      };
      signal.addEventListener("abort", leave, { once: true });
      this.#waiting.add(waiting);
    });
  }
}
