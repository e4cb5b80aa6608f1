/**
 * Several servers of one model. A call goes to the least busy of those that answer; one that is lost is left out, asked again whether it is
 * ready after a while, and taken back when it is.
 */
import { YaffleError } from "../../domain/error.js";
import { type CallOptions, Endpoint, EndpointError } from "./endpoint.js";
import { loadInferenceService, type MethodName, readySchema } from "./protocol.js";
import { SpacedTries } from "./spaced-tries.js";

/** No server has the model ready now: one may have it later. */
export class NoServerReady extends YaffleError {
  constructor(faults: readonly string[]) {
    super("expert_unavailable", faults.join(" "));
  }
}

/** Between two questions to a lost server. */
const ASK_AGAIN_MS = 1_000;
const READY_TIMEOUT_MS = 5_000;

export class Balance {
  readonly #model: string;
  readonly #endpoints: readonly Endpoint[];
  readonly #nowMs: () => number;
  readonly #seeking: SpacedTries;
  readonly #closing = new AbortController();
  #turn = 0;

  /** @param nowMs a clock that only goes forward */
  constructor(addresses: readonly string[], model: string, nowMs: () => number = () => performance.now()) {
    const methods = loadInferenceService();
    this.#model = model;
    this.#endpoints = addresses.map((address) => new Endpoint(address, methods));
    this.#nowMs = nowMs;
    this.#seeking = new SpacedTries(() => this.#seek(), { restMs: ASK_AGAIN_MS, nowMs });
  }

  /**
   * Asks every server whether the model is ready, unless that was just done in vain.
   * @throws NoServerReady; the signal's reason where it aborts
   */
  findReady(signal?: AbortSignal): Promise<void> {
    return this.#seeking.get(signal);
  }

  /** @throws YaffleError expert_unavailable, deadline_exceeded; the signal's reason where it aborts */
  async call(name: MethodName, message: object, options: CallOptions): Promise<unknown> {
    if (this.#answering().length === 0) await this.findReady(options.signal);
    else this.#lookForLost();
    for (;;) {
      const endpoint = this.#next();
      try {
        return await endpoint.call(name, message, options);
      } catch (error) {
        if (!(error instanceof EndpointError)) throw error;
        // It may have much to do, or be gone without a word.
        if (error.code === "deadline_exceeded") void this.#ask(endpoint);
        if (!error.isLost) throw error;
        endpoint.lostAtMs = this.#nowMs();
        if (this.#answering().length === 0) throw error;
      }
    }
  }

  close(): void {
    this.#closing.abort(new YaffleError("expert_unavailable", "The model is closed."));
    for (const endpoint of this.#endpoints) endpoint.close();
  }

  #answering(): readonly Endpoint[] {
    return this.#endpoints.filter(({ lostAtMs }) => lostAtMs === null);
  }

  /** The least busy; of several, in turn. */
  #next(): Endpoint {
    const answering = this.#answering();
    const least = Math.min(...answering.map(({ busy }) => busy));
    const idle = answering.filter(({ busy }) => busy === least);
    this.#turn += 1;
    const chosen = idle[this.#turn % idle.length];
    if (chosen === undefined) throw new YaffleError("expert_unavailable", `No server of the model ${this.#model} answers.`);
    return chosen;
  }

  async #seek(): Promise<void> {
    const faults = (await Promise.all(this.#endpoints.map((endpoint) => this.#ask(endpoint)))).flatMap((fault) => fault ?? []);
    this.#closing.signal.throwIfAborted();
    if (faults.length === this.#endpoints.length) throw new NoServerReady(faults);
  }

  /** Beside the call at hand, which does not wait for it. */
  #lookForLost(): void {
    for (const endpoint of this.#endpoints) {
      if (endpoint.lostAtMs === null || endpoint.isAsked || this.#nowMs() - endpoint.lostAtMs < ASK_AGAIN_MS) continue;
      void this.#ask(endpoint);
    }
  }

  /** @returns why it is not ready; null where it is */
  async #ask(endpoint: Endpoint): Promise<string | null> {
    const options = { timeoutMs: READY_TIMEOUT_MS, signal: this.#closing.signal };
    endpoint.isAsked = true;
    try {
      const { ready } = readySchema.parse(await endpoint.call("ModelReady", { name: this.#model, version: "" }, options));
      endpoint.lostAtMs = ready ? null : this.#nowMs();
      return ready ? null : `The model ${this.#model} is not ready on ${endpoint.address}.`;
    } catch (error) {
      endpoint.lostAtMs = this.#nowMs();
      return error instanceof Error ? error.message : String(error);
    } finally {
      endpoint.isAsked = false;
    }
  }
}
