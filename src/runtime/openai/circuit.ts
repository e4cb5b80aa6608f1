/**
 * A circuit breaker. A server that fails again and again is left alone for a while, so that requests do not wait for it in vain; then a
 * single call may try it, and its outcome closes the circuit or opens it anew.
 */
import { YaffleError } from "../../domain/error.js";
import type { Clock } from "../../domain/ports.js";

export interface CircuitOptions {
  /** Failures in a row that open it. */
  readonly threshold: number;
  /** How long it stays open before one call may try. */
  readonly restMs: number;
  readonly clock: Clock;
}

export class Circuit {
  readonly #options: CircuitOptions;
  #failures = 0;
  #openedAtMs: number | null = null;
  #isProbing = false;

  constructor(options: CircuitOptions) {
    this.#options = options;
  }

  get state(): "closed" | "open" | "half_open" {
    if (this.#openedAtMs === null) return "closed";
    return this.#restLeftMs(this.#openedAtMs) > 0 ? "open" : "half_open";
  }

  /** To be called before each call; each admitted call ends with `succeeded`, `failed` or `abandoned`. @throws YaffleError expert_unavailable */
  admit(): void {
    if (this.#openedAtMs === null) return;
    const left = this.#restLeftMs(this.#openedAtMs);
    if (left > 0 || this.#isProbing) {
      const again = left > 0 ? `it is tried again in ${Math.ceil(left / 1000)} s` : "it is being tried again";
      throw new YaffleError("expert_unavailable", `The model server failed ${this.#failures} times in a row; ${again}.`);
    }
    this.#isProbing = true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openedAtMs = null;
    this.#isProbing = false;
  }

  failed(): void {
    this.#failures += 1;
    if (this.#isProbing || this.#failures >= this.#options.threshold) this.#openedAtMs = this.#options.clock.nowMs();
    this.#isProbing = false;
  }

  /** The call ended in a way that says nothing of the server: its caller left. */
  abandoned(): void {
    this.#isProbing = false;
  }

  #restLeftMs(openedAtMs: number): number {
    return openedAtMs + this.#options.restMs - this.#options.clock.nowMs();
  }
}
