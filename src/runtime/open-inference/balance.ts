/**
 * Several servers of one model. A call goes to the least busy of those that answer; one that is lost is left out, asked again whether it is
 * ready after a while, and taken back when it is.
 */
import { YaffleError } from "../../domain/error.js";
import { type CallOptions, Endpoint, EndpointError } from "./endpoint.js";
import { loadInferenceService, type MethodName, readySchema } from "./protocol.js";

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
  #turn = 0;

  constructor(addresses: readonly string[], model: string) {
    const methods = loadInferenceService();
    this.#model = model;
    this.#endpoints = addresses.map((address) => new Endpoint(address, methods));
  }

  /** Asks every server whether the model is ready. @throws NoServerReady */
  async findReady(signal?: AbortSignal): Promise<void> {
    const faults = (await Promise.all(this.#endpoints.map((endpoint) => this.#ask(endpoint, signal)))).flatMap((fault) => fault ?? []);
    signal?.throwIfAborted();
    if (faults.length === this.#endpoints.length) throw new NoServerReady(faults);
  }

  /** @throws YaffleError expert_unavailable, deadline_exceeded; the signal's reason where it aborts */
  async call(name: MethodName, message: object, options: CallOptions): Promise<unknown> {
    this.#lookForLost();
    if (this.#answering().length === 0) await this.findReady(options.signal);
    for (;;) {
      const endpoint = this.#next();
      try {
        return await endpoint.call(name, message, options);
      } catch (error) {
        if (!(error instanceof EndpointError) || !error.isLost) throw error;
        endpoint.lostAtMs = performance.now();
        if (this.#answering().length === 0) throw error;
      }
    }
  }

  close(): void {
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

  /** Beside the call at hand, which does not wait for it. */
  #lookForLost(): void {
    const now = performance.now();
    for (const endpoint of this.#endpoints) {
      if (endpoint.lostAtMs === null || now - endpoint.lostAtMs < ASK_AGAIN_MS) continue;
      endpoint.lostAtMs = now;
      void this.#ask(endpoint, undefined);
    }
  }

  /** @returns why it is not ready; null where it is */
  async #ask(endpoint: Endpoint, signal: AbortSignal | undefined): Promise<string | null> {
    try {
      const reply = await endpoint.call("ModelReady", { name: this.#model, version: "" }, { timeoutMs: READY_TIMEOUT_MS, signal });
      const { ready } = readySchema.parse(reply);
      endpoint.lostAtMs = ready ? null : performance.now();
      return ready ? null : `The model ${this.#model} is not ready on ${endpoint.address}.`;
    } catch (error) {
      endpoint.lostAtMs = performance.now();
      return error instanceof Error ? error.message : String(error);
    }
  }
}
