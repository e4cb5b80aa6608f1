/** What is asked of a model and what it says. Everything here survives the copy from one thread to another. */
import type { ErrorCode } from "../../domain/error.js";
import type { Device, DeviceChoice } from "../onnx/device.js";
import type { PassedOver } from "../onnx/session.js";

/** Rows from the top, RGB, a byte each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** What a model does: find the kinds of thing that it knows, find what is named, answer a question, weigh words against each other. */
export type Ability = "detect" | "find" | "ask" | "compare";

export type Task =
  | { readonly type: "detect"; readonly picture: Pixels }
  | { readonly type: "find"; readonly picture: Pixels; readonly phrases: readonly string[] }
  | { readonly type: "ask"; readonly picture: Pixels; readonly question: string; readonly maxTokens: number }
  | { readonly type: "compare"; readonly picture: Pixels; readonly texts: readonly string[] };

/** What one run found: `boxes` in fractions of the picture (x1, y1, x2, y2 a place), `scores` 0 to 1, those of a place side by side. */
export interface Found {
  readonly boxes: Float32Array;
  readonly scores: Float32Array;
  /** Scores a place: the model's kinds of thing, or 1 for a phrase. */
  readonly classes: number;
}

/** One token that was written, and what else could have stood there, by falling chance. */
export interface WrittenToken {
  readonly token: string;
  readonly probability: number;
  readonly rivals: readonly { readonly token: string; readonly probability: number }[];
}

export interface Results {
  readonly detect: Found;
  /** A finding a phrase. */
  readonly find: readonly Found[];
  readonly ask: { readonly text: string; readonly tokens: readonly WrittenToken[] };
  /** How well each text fits, on the model's own scale: only differences mean anything. */
  readonly compare: readonly number[];
}

export interface OpenOptions {
  /** Threads inside one operator; null leaves it to the runtime. */
  readonly threads: number | null;
  readonly device?: DeviceChoice | undefined;
  readonly memoryArena?: boolean | undefined;
  readonly graphOptimization?: "disabled" | "basic" | "extended" | "all" | undefined;
}

export interface OpenedModel {
  readonly ability: Ability;
  /** The library's name of the architecture: "grounding-dino". */
  readonly architecture: string;
  /** The kinds of thing that a closed detector knows, in its order; none for others. */
  readonly labels: readonly string[];
  readonly device: Device;
  readonly passedOver: readonly PassedOver[];
}

/** `leave`: nobody waits any more for the task of that number. `close` frees the model and ends the thread. */
export type ThreadRequest =
  | { readonly type: "open"; readonly folder: string; readonly options: OpenOptions }
  | { readonly type: "perform"; readonly number: number; readonly task: Task }
  | { readonly type: "leave"; readonly number: number }
  | { readonly type: "close" };

/** One reply to each `open` and `perform`, in order. */
export type ThreadReply =
  | { readonly type: "opened"; readonly model: OpenedModel }
  | { readonly type: "performed"; readonly result: Results[Ability] }
  | { readonly type: "failed"; readonly code: ErrorCode; readonly message: string };
