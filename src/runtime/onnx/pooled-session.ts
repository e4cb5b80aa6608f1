/** A model in several worker threads: whoever wants a run waits for a free one, first come, first served. */
import { availableParallelism } from "node:os";
import "../../config/native-environment.js";
import { Runs } from "../runs.js";
import { SpareMemory } from "../spare-memory.js";
import type { Device } from "./device.js";
import { ModelWorker } from "./model-worker.js";
import type { Inputs, OnnxSession, Outputs, PassedOver, RuntimeOptions, TensorFacts } from "./session.js";
import { Turns } from "./turns.js";
import type { OpenedModel } from "./worker-messages.js";

/** More copies than this cost memory, and let a single response wait for runs of one thread each. */
const MOST_WORKERS = 4;

/**
 * @param size workers; null: as `sharesOf` says on the CPU, one on another device
 * @throws YaffleError as `openSession` does; no thread is left then
 */
export async function openPool(bytes: Uint8Array, options: RuntimeOptions, size: number | null): Promise<PooledSession> {
  const shares = sharesOf(availableParallelism(), options.threads, size);
  const { threads } = shares;
  const first = new ModelWorker();
  const workers = [first];
  try {
    const model = await first.open(bytes, { ...options, threads });
    const count = size ?? (model.device === "cpu" ? shares.workers : 1);
    const others = Array.from({ length: count - 1 }, () => new ModelWorker());
    workers.push(...others);
    // What `auto` found once need not be sought again.
    await Promise.all(others.map((worker) => worker.open(bytes, { ...options, threads, device: model.device })));
    return new PooledSession(workers, model);
  } catch (error) {
    await Promise.all(workers.map((worker) => worker.close()));
    throw error;
  }
}

/**
 * How the cores are shared out. Threads inside a run wait for each other at every operator, runs beside each other never do: on two cores
 * two runs of one thread get a third more done than one run of two.
 */
export function sharesOf(
  cores: number,
  threads: number | null,
  workers: number | null,
): { readonly workers: number; readonly threads: number } {
  const count = workers ?? Math.max(1, Math.min(MOST_WORKERS, Math.floor(cores / (threads ?? 1))));
  return { workers: count, threads: threads ?? Math.max(1, Math.floor(cores / count)) };
}

export class PooledSession implements OnnxSession {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  readonly device: Device;
  readonly passedOver: readonly PassedOver[];
  readonly #workers: readonly ModelWorker[];
  readonly #turns: Turns<ModelWorker>;
  readonly memory = new SpareMemory();
  readonly #runs = new Runs();
  /** Of the last run: the next one's are mostly as large. */
  #outputBytes: readonly number[] = [];

  constructor(workers: readonly ModelWorker[], { inputs, outputs, device, passedOver }: OpenedModel) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.device = device;
    this.passedOver = passedOver;
    this.#workers = workers;
    this.#turns = new Turns(workers);
  }

  get parallelism(): number {
    return this.#workers.length;
  }

  run(inputs: Inputs, signal?: AbortSignal): Promise<Outputs> {
    return this.#runs.run(signal, () => this.#turns.take(signal, (worker) => this.#runIn(worker, inputs)));
  }

  close(): Promise<void> {
    return this.#runs.close(async () => {
      await Promise.all(this.#workers.map((worker) => worker.close()));
    });
  }

  async #runIn(worker: ModelWorker, inputs: Inputs): Promise<Outputs> {
    const spare = this.#outputBytes.flatMap((bytes) => this.memory.take(bytes) ?? []);
    const { outputs, left } = await worker.run(inputs, spare);
    for (const block of left) this.memory.give(block);
    this.#outputBytes = outputs.map(([, { values }]) => values.byteLength);
    return new Map(outputs);
  }
}
