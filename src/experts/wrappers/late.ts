/**
 * An expert whose server was not there when it was opened, and may come.
 *
 * It is opened when it is next asked something and enough time has passed: a second after the first failure, twice as long after each further
 * one, half a minute at most. Between two tries it fails at once, with the last reason, so that nobody waits for a server that was just found
 * missing. All who ask during a try wait for the one.
 */
import { YaffleError } from "../../domain/error.js";
import type { Answerer, Clock, Detector, Expert } from "../../domain/ports.js";
import { untilAborted } from "../../runtime/until-aborted.js";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

export interface LateOptions<Opened extends Expert> {
  /** Tries again. @param signal aborts where the expert is closed */
  readonly open: (signal: AbortSignal) => Promise<Opened>;
  /** Why it could not be opened before. */
  readonly reason: unknown;
  readonly clock: Clock;
  /** Told once, when it was opened. */
  readonly onFound: () => void;
}

/** @param known what is known of it without its server */
export function lateDetector(known: Pick<Detector, "facts" | "vocabulary">, options: LateOptions<Detector>): Detector {
  const late = new Late(options);
  return {
    ...known,
    detect: async (picture, request, signal) => (await late.get(signal)).detect(picture, request, signal),
    close: () => late.close(),
  };
}

/** @param known what is known of it without its server */
export function lateAnswerer(known: Pick<Answerer, "facts">, options: LateOptions<Answerer>): Answerer {
  const late = new Late(options);
  return {
    ...known,
    answer: async (picture, question, region, signal) => (await late.get(signal)).answer(picture, question, region, signal),
    close: () => late.close(),
  };
}

class Late<Opened extends Expert> {
  readonly #options: LateOptions<Opened>;
  readonly #closing = new AbortController();
  #reason: unknown;
  #waitMs = FIRST_WAIT_MS;
  #nextTryMs: number;
  #opening: Promise<Opened> | null = null;

  constructor(options: LateOptions<Opened>) {
    this.#options = options;
    this.#reason = options.reason;
    this.#nextTryMs = options.clock.nowMs() + FIRST_WAIT_MS;
  }

  /** @throws why it is not there; the signal's reason where it aborts: the try goes on for others */
  async get(signal: AbortSignal | undefined): Promise<Opened> {
    signal?.throwIfAborted();
    if (this.#closing.signal.aborted) throw new YaffleError("expert_unavailable", "The expert is closed.");
    if (this.#opening === null && this.#options.clock.nowMs() < this.#nextTryMs) throw this.#reason;
    this.#opening ??= this.#try();
    return untilAborted(this.#opening, signal);
  }

  async close(): Promise<void> {
    this.#closing.abort(new YaffleError("expert_unavailable", "The expert is closed."));
    const opened = await this.#opening?.catch(() => null);
    await opened?.close();
  }

  async #try(): Promise<Opened> {
    try {
      const opened = await this.#options.open(this.#closing.signal);
      this.#options.onFound();
      return opened;
    } catch (error) {
      this.#reason = error;
      this.#waitMs = Math.min(LONGEST_WAIT_MS, 2 * this.#waitMs);
      this.#nextTryMs = this.#options.clock.nowMs() + this.#waitMs;
      this.#opening = null;
      throw error;
    }
  }
}
