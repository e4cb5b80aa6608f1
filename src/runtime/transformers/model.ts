/**
 * A published model of language and vision, opened from a folder.
 *
 * It runs in a thread of its own, so that the event loop stays free, and performs one task at a time; in the caller's thread it runs where
 * `workers` is 0. A run that has begun ends by itself: its caller is let go at once, and a model that writes stops at its next token.
 */
import { YaffleError } from "../../domain/error.js";
import type { PassedOver } from "../onnx/session.js";
import { Turns } from "../onnx/turns.js";
import { type Engine, openHere, openThread } from "./engine.js";
import type { OpenedModel, OpenOptions, Results, Task } from "./messages.js";

export interface ModelOptions extends OpenOptions {
  /** 0 runs the model in the caller's thread; anything else in one thread, since each would hold a copy of it. */
  readonly workers?: number | null | undefined;
  /** Told of each device that `auto` could not use. */
  readonly onPassedOver?: ((passedOver: PassedOver) => void) | undefined;
}

export interface VisionModel {
  readonly facts: OpenedModel;
  /**
   * @throws YaffleError expert_unavailable once closed or where the model fails; the signal's reason where it aborts
   */
  perform<One extends Task>(task: One, signal?: AbortSignal): Promise<Results[One["type"]]>;
  /** Waits for the run under way, then frees the model; idempotent. */
  close(): Promise<void>;
}

/** @throws YaffleError expert_unavailable, with what is missing, where it cannot be opened; no thread is left then */
export async function openModel(folder: string, options: ModelOptions): Promise<VisionModel> {
  const { workers, onPassedOver, threads, device, memoryArena, graphOptimization } = options;
  const settings = { threads, device, memoryArena, graphOptimization };
  const engine = workers === 0 ? await openHere(folder, settings) : await openThread(folder, settings);
  for (const one of engine.facts.passedOver) onPassedOver?.(one);
  return taking(engine);
}

function taking(engine: Engine): VisionModel {
  const turns = new Turns([engine]);
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;
  return {
    facts: engine.facts,
    perform: async <One extends Task>(task: One, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      if (closing !== null) throw new YaffleError("expert_unavailable", "The model is closed.");
      const run = turns.take(signal, (free) => untilLeft(free, task, signal));
      running.add(run);
      const forget = (): boolean => running.delete(run);
      run.then(forget, forget);
      return (await leavable(run, signal)) as Results[One["type"]];
    },
    close: () => {
      closing ??= Promise.allSettled(running).then(() => engine.close());
      return closing;
    },
  };
}

async function untilLeft(engine: Engine, task: Task, signal: AbortSignal | undefined): Promise<Results[Task["type"]]> {
  const leave = (): void => engine.leave();
  signal?.addEventListener("abort", leave, { once: true });
  try {
    return await engine.perform(task);
  } finally {
    signal?.removeEventListener("abort", leave);
  }
}

/** The caller goes when his signal says so; the run, whose turn it is, does not. */
function leavable<Value>(run: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return run;
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener("abort", leave, { once: true });
    run.then(resolve, reject).finally(() => signal.removeEventListener("abort", leave));
  });
}
