/** What a session and its workers say to each other. Everything here survives the copy from one thread to another. */
import type { ErrorCode } from "../../domain/error.js";
import type { Device } from "./device.js";
import type { Inputs, OutputTensor, PassedOver, RuntimeOptions, TensorFacts } from "./session.js";

/** `spare` are blocks of memory for outputs. `close` frees the model and ends the worker. */
export type WorkerRequest =
  | { readonly type: "open"; readonly bytes: Uint8Array; readonly options: RuntimeOptions }
  | { readonly type: "run"; readonly inputs: Inputs; readonly spare: readonly ArrayBuffer[] }
  | { readonly type: "close" };

export interface OpenedModel {
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
  readonly device: Device;
  readonly passedOver: readonly PassedOver[];
}

/** What a run gives back: its outputs, and the memory of what was given away to it and is needed no more. */
export interface Ran {
  readonly outputs: readonly (readonly [string, OutputTensor])[];
  readonly left: readonly ArrayBuffer[];
}

/** One reply to each `open` and `run`, in order. */
export type WorkerReply =
  | { readonly type: "opened"; readonly model: OpenedModel }
  | ({ readonly type: "ran" } & Ran)
  | { readonly type: "failed"; readonly code: ErrorCode; readonly message: string };
