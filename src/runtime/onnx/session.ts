/**
 * An ONNX model, loaded and ready to run.
 *
 * onnxruntime-node computes on the thread that calls it (tens of milliseconds for the detectors here), so a model runs in threads of its own:
 * the event loop stays free, and pictures are decoded while others are looked at. In the caller's thread it runs where `workers` is 0.
 */

import type { SpareMemory } from "../spare-memory.js";
import type { Device, DeviceChoice } from "./device.js";
import { NativeSession } from "./native-session.js";
import { openPool } from "./pooled-session.js";

/** `shape`: sizes in order; a word names a free dimension. */
export interface TensorFacts {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
}

export interface InputTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
  /** The caller needs the values no more: they may go to another thread without a copy, and their memory to other runs. */
  readonly isGivenAway?: true;
}

export interface OutputTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array | Int32Array;
}

export type Inputs = Readonly<Record<string, InputTensor>>;
export type Outputs = ReadonlyMap<string, OutputTensor>;

export const GRAPH_OPTIMIZATIONS = ["disabled", "basic", "extended", "all"] as const;

/** How the runtime works on a model; what is left out has the default in brackets. */
export interface RuntimeOptions {
  /** Threads inside one operator; null shares the cores out among the workers. */
  readonly threads: number | null;
  /** `auto`: the best that works here, the CPU where nothing else does (cpu). */
  readonly device?: DeviceChoice | undefined;
  /** Keeps freed memory for the next run: faster, and never smaller than the largest run (true). */
  readonly memoryArena?: boolean | undefined;
  /** How far the graph is rewritten on loading (all). */
  readonly graphOptimization?: (typeof GRAPH_OPTIMIZATIONS)[number] | undefined;
}

/** A device that `auto` could not use, and why. */
export interface PassedOver {
  readonly device: Device;
  readonly reason: string;
}

export interface SessionOptions extends RuntimeOptions {
  /** Threads with a copy of the model each, that run at the same time; 0 runs it in the caller's thread (as many as the cores allow, 4 at most). */
  readonly workers?: number | null | undefined;
  /** Told of each device that `auto` could not use. */
  readonly onPassedOver?: ((passedOver: PassedOver) => void) | undefined;
}

export interface OnnxSession {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  /** What it runs on; `remote` where another machine knows. */
  readonly device: Device | "remote";
  /** From which inputs that are given away are best taken, and to which outputs that were read are given back. */
  readonly memory: SpareMemory;
  /** Runs that it works on at the same time, 1 or more; further ones wait their turn. */
  readonly parallelism: number;
  /**
   * @returns every output, by name
   * @throws YaffleError expert_unavailable once closed or where the model fails; the signal's reason where it aborts before the run
   */
  run(inputs: Inputs, signal?: AbortSignal): Promise<Outputs>;
  /** Waits for runs under way, then frees the model; idempotent. */
  close(): Promise<void>;
}

/**
 * Loads a model from its bytes, so that what was checked is what runs.
 * @throws YaffleError expert_unavailable where the bytes are no model that this runtime can load; invalid_request where a named device cannot be had
 */
export async function openSession(bytes: Uint8Array, options: SessionOptions): Promise<OnnxSession> {
  const { workers = null, onPassedOver, threads, device, memoryArena, graphOptimization } = options;
  const runtime = { threads, device, memoryArena, graphOptimization };
  const session = workers === 0 ? await NativeSession.open(bytes, runtime) : await openPool(bytes, runtime, workers);
  for (const one of session.passedOver) onPassedOver?.(one);
  return session;
}
