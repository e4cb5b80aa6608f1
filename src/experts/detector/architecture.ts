/** What sets one kind of network apart from another: how it wants its pictures, and how its numbers are read. */
import type { Box } from "../../domain/box.js";
import type { OnnxSession, OutputTensor } from "../../runtime/onnx/session.js";
import type { FrameForm } from "./frame.js";

/** A sighting as the network places it. */
export interface RawSighting {
  readonly classIndex: number;
  /** 0 to 1. */
  readonly score: number;
  /** In pixels of the network's square. */
  readonly box: Box;
}

export interface NetworkInput {
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

export interface NetworkReader {
  readonly form: FrameForm;
  /** The feeds of one run, by input name. */
  inputs(planes: Float32Array): Readonly<Record<string, NetworkInput>>;
  /** Sightings from LEAST_SCORE up, and the best of each class where the network gives one. */
  read(outputs: ReadonlyMap<string, OutputTensor>): readonly RawSighting[];
}

/** Knows its own kind by the names and shapes of inputs and outputs. */
export type RecognizeNetwork = (session: OnnxSession) => NetworkReader | null;

/** @throws Error where the model has no such output of floats */
export function floats(
  outputs: ReadonlyMap<string, OutputTensor>,
  name: string,
): { readonly values: Float32Array; readonly shape: readonly number[] } {
  const output = outputs.get(name);
  if (output === undefined || !(output.values instanceof Float32Array)) throw new Error(`the model has no output ${name} of floats`);
  return { values: output.values, shape: output.shape };
}
