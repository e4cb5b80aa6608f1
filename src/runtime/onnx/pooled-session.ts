/** A model in several worker threads: whoever wants a run waits for a free one, first come, first served. */
import { availableParallelism } from "node:os";
import "../../config/native-environment.js";
import { YaffleError } from "../../domain/error.js";
import type { Device } from "./device.js";
import { ModelWorker } from "./model-worker.js";
import type { Inputs, OnnxSession, Outputs, PassedOver, RuntimeOptions, TensorFacts } from "./session.js";
import { Turns } from "./turns.js";
import type { OpenedModel } from "./worker-messages.js";

/** @throws YaffleError expert_unavailable where the model cannot be loaded; no thread is left then */
export async function openPool(bytes: Uint8Array, options: RuntimeOptions, size: number): Promise<PooledSession> {
  const threads = options.threads ?? Math.max(1, Math.floor(availableParallelism() / size));
  const first = new ModelWorker();
  const workers = [first];
  try {
    const model = await first.open(bytes, { ...options, threads });
    const others = Array.from({ length: size - 1 }, () => new ModelWorker());
    workers.push(...others);
    // What `auto` found once need not be sought again.
    await Promise.all(others.map((worker) => worker.open(bytes, { ...options, threads, device: model.device })));
    return new PooledSession(workers, model);
  } catch (error) {
    await Promise.all(workers.map((worker) => worker.close()));
    throw error;
  }
}

export class PooledSession implements OnnxSession {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  readonly device: Device;
  readonly passedOver: readonly PassedOver[];
  readonly #workers: readonly ModelWorker[];
  readonly #turns: Turns<ModelWorker>;
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  constructor(workers: readonly ModelWorker[], { inputs, outputs, device, passedOver }: OpenedModel) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.device = device;
    this.passedOver = passedOver;
    this.#workers = workers;
    this.#turns = new Turns(workers);
  }

  async run(inputs: Inputs, signal?: AbortSignal): Promise<Outputs> {
    signal?.throwIfAborted();
    if (this.#closing !== null) throw new YaffleError("expert_unavailable", "The model is closed.");
    const running = this.#turns.take(signal, (worker) => worker.run(inputs));
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(async () => {
      await Promise.all(this.#workers.map((worker) => worker.close()));
    });
    return this.#closing;
  }
}
