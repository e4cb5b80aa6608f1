/** config.pbtxt of a Triton model repository, from what a model takes and gives. */
import { YaffleError } from "../../domain/error.js";
import type { TensorFacts } from "../onnx/session.js";

export interface ServedNetwork {
  /** Its folder's name, and the name under which it is asked for. */
  readonly name: string;
  readonly inputs: readonly TensorFacts[];
  readonly outputs: readonly TensorFacts[];
}

/** Pictures of one run on the server. */
const MAX_BATCH = 16;
/** How long a picture may wait for others; little beside a run. */
const MAX_DELAY_MICROSECONDS = 2_000;

const TYPES: Readonly<Record<string, string>> = {
  float32: "TYPE_FP32",
  float16: "TYPE_FP16",
  int64: "TYPE_INT64",
  int32: "TYPE_INT32",
  uint8: "TYPE_UINT8",
};

/**
 * Batches are made where the model leaves the first size of every input and output free; elsewhere its sizes are given whole.
 * @throws YaffleError invalid_request where a tensor is of a type that is not known here
 */
export function tritonConfig({ name, inputs, outputs }: ServedNetwork): string {
  const batches = [...inputs, ...outputs].every(({ shape }) => typeof shape[0] === "string");
  const lines = [
    `name: "${name}"`,
    'backend: "onnxruntime"',
    `max_batch_size: ${batches ? MAX_BATCH : 0}`,
    ...ports("input", inputs, batches),
    ...ports("output", outputs, batches),
    ...(batches ? ["dynamic_batching {", `  max_queue_delay_microseconds: ${MAX_DELAY_MICROSECONDS}`, "}"] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function ports(kind: "input" | "output", facts: readonly TensorFacts[], batches: boolean): readonly string[] {
  const blocks = facts.map(({ name, type, shape }) => {
    const dataType = TYPES[type];
    if (dataType === undefined) throw new YaffleError("invalid_request", `The tensor ${name} is of type ${type}, which is not known here.`);
    const dims = (batches ? shape.slice(1) : shape).map((size) => (typeof size === "number" && size >= 0 ? size : -1));
    return `  {\n    name: "${name}"\n    data_type: ${dataType}\n    dims: [ ${dims.join(", ")} ]\n  }`;
  });
  return [`${kind} [`, blocks.join(",\n"), "]"];
}
