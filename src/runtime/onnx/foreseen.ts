/** The sizes of an output that are known before the run, because those of the inputs settle them. */
import type { Inputs, TensorFacts } from "./session.js";

/** Null where the model leaves a size open that no input names, or inputs that share a name for one disagree. */
export function foreseenShape(output: TensorFacts, inputs: readonly TensorFacts[], given: Inputs): readonly number[] | null {
  const shape = output.shape.map((size) => (typeof size === "number" ? size : sizeNamed(size, inputs, given)));
  return shape.every((size) => size !== null) ? shape : null;
}

/** A dimension without a name is any size, and not that of another without one. */
function sizeNamed(name: string, inputs: readonly TensorFacts[], given: Inputs): number | null {
  if (name === "") return null;
  const sizes = inputs.flatMap((input) => input.shape.flatMap((size, place) => (size === name ? [given[input.name]?.shape[place]] : [])));
  const [first = null, ...others] = sizes;
  return others.every((size) => size === first) ? first : null;
}
