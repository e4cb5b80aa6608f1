/** What sets one kind of network apart from another: how it wants its pictures, and how its numbers are read. */
import type { Box } from "../../domain/box.js";
import type { Inputs, OnnxSession, OutputTensor } from "../../runtime/onnx/session.js";
import type { FrameForm } from "./frame.js";
import { LEAST_SCORE } from "./sighting.js";

/** A sighting as the network places it. */
export interface RawSighting {
  readonly classIndex: number;
  /** 0 to 1. */
  readonly score: number;
  /** In pixels of the network's square. */
  readonly box: Box;
}

export interface NetworkReader {
  readonly form: FrameForm;
  /** Whether one run takes any number of pictures. */
  readonly batches: boolean;
  /**
   * The feeds of one run, by input name; the planes are given away with them.
   * @param planes [pictures, 3, side, side]
   */
  inputs(planes: Float32Array, pictures: number): Inputs;
  /** Of the picture at that place of the batch: sightings from LEAST_SCORE up, and the best of each class where the network gives one. */
  read(outputs: ReadonlyMap<string, OutputTensor>, picture: number): readonly RawSighting[];
}

/** Knows its own kind by the names and shapes of inputs and outputs. */
export type RecognizeNetwork = (session: OnnxSession) => NetworkReader | null;

/** What is worth keeping of many candidates: all from LEAST_SCORE up, and the best of each class whatever its score. */
export class Candidates {
  readonly #kept: RawSighting[] = [];
  readonly #best = new Map<number, RawSighting>();

  /** Cheap for the many that are neither good nor the best of their class: the box is only made for those that stay. */
  offer(classIndex: number, score: number, box: () => Box): void {
    const isBest = score > (this.#best.get(classIndex)?.score ?? 0);
    if (score < LEAST_SCORE && !isBest) return;
    const sighting = { classIndex, score, box: box() };
    if (score >= LEAST_SCORE) this.#kept.push(sighting);
    if (isBest) this.#best.set(classIndex, sighting);
  }

  sightings(): readonly RawSighting[] {
    return [...this.#kept, ...[...this.#best.values()].filter(({ score }) => score < LEAST_SCORE)];
  }
}

/** Whether a session leaves the first size of its input open. */
export function takesBatches({ inputs }: OnnxSession): boolean {
  return inputs.every(({ shape }) => typeof shape[0] === "string");
}

/**
 * What an output says of one picture of the batch; `shape` is still that of the whole.
 * @throws Error where the model has no such output of floats
 */
export function floats(
  outputs: ReadonlyMap<string, OutputTensor>,
  name: string,
  picture: number,
): { readonly values: Float32Array; readonly shape: readonly number[] } {
  const output = outputs.get(name);
  if (output === undefined || !(output.values instanceof Float32Array)) throw new Error(`the model has no output ${name} of floats`);
  const { values, shape } = output;
  const [pictures = 1] = shape;
  const size = values.length / pictures;
  return { values: values.subarray(picture * size, (picture + 1) * size), shape };
}
