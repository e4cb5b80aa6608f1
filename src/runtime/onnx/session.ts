/**
 * An ONNX model, loaded and ready to run on the CPU.
 *
 * onnxruntime-node computes on the thread that calls it, so a run holds the event loop until it ends (tens of milliseconds for the
 * detectors here). Between two runs the loop is free, and a caller that has left is noticed then.
 */
import { InferenceSession, Tensor } from "onnxruntime-node";
import { YaffleError } from "../../domain/error.js";

/** `shape`: sizes in order; a word names a free dimension. */
export interface TensorFacts {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
}

export interface InputTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

export interface OutputTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array | Int32Array;
}

export interface SessionOptions {
  /** Threads inside one operator; null leaves it to the runtime: one for each core. */
  readonly threads: number | null;
}

export interface OnnxSession {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  /**
   * @returns every output, by name
   * @throws YaffleError expert_unavailable once closed or where the model fails; the signal's reason where it aborts before the run
   */
  run(inputs: Readonly<Record<string, InputTensor>>, signal?: AbortSignal): Promise<ReadonlyMap<string, OutputTensor>>;
  /** Waits for runs under way, then frees the model; idempotent. */
  close(): Promise<void>;
}

/**
 * Loads a model from its bytes, so that what was checked is what runs.
 * @throws YaffleError expert_unavailable where the bytes are no model that this runtime can load
 */
export async function openSession(bytes: Uint8Array, options: SessionOptions): Promise<OnnxSession> {
  const settings: InferenceSession.SessionOptions = {
    executionProviders: ["cpu"],
    logSeverityLevel: 3,
    ...(options.threads === null ? {} : { intraOpNumThreads: options.threads }),
  };
  try {
    return new LoadedSession(await InferenceSession.create(bytes, settings));
  } catch (error) {
    throw new YaffleError("expert_unavailable", `The model cannot be loaded: ${messageOf(error)}`, { cause: error });
  }
}

class LoadedSession implements OnnxSession {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  readonly #session: InferenceSession;
  readonly #running = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  constructor(session: InferenceSession) {
    this.#session = session;
    this.inputs = session.inputMetadata.flatMap(factsOf);
    this.outputs = session.outputMetadata.flatMap(factsOf);
  }

  async run(inputs: Readonly<Record<string, InputTensor>>, signal?: AbortSignal): Promise<ReadonlyMap<string, OutputTensor>> {
    signal?.throwIfAborted();
    if (this.#closing !== null) throw new YaffleError("expert_unavailable", "The model is closed.");
    const running = this.#run(inputs);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
    }
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#running).then(() => this.#session.release());
    return this.#closing;
  }

  async #run(inputs: Readonly<Record<string, InputTensor>>): Promise<ReadonlyMap<string, OutputTensor>> {
    try {
      const results = await this.#session.run(Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, toTensor(input)])));
      return new Map(Object.entries(results).map(([name, tensor]) => [name, fromTensor(name, tensor)]));
    } catch (error) {
      throw new YaffleError("expert_unavailable", `The model failed: ${messageOf(error)}`, { cause: error });
    }
  }
}

function toTensor({ values, shape }: InputTensor): Tensor {
  return values instanceof Float32Array ? new Tensor("float32", values, shape) : new Tensor("int64", values, shape);
}

function fromTensor(name: string, tensor: Tensor): OutputTensor {
  const { data, dims } = tensor;
  if (data instanceof Float32Array || data instanceof BigInt64Array || data instanceof Int32Array) return { shape: dims, values: data };
  throw new Error(`the output ${name} is of type ${tensor.type}, which no reader here knows`);
}

function factsOf(metadata: InferenceSession.ValueMetadata): readonly TensorFacts[] {
  return metadata.isTensor ? [{ name: metadata.name, type: metadata.type, shape: metadata.shape }] : [];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
