/** Tensors as the protocol carries them: raw bytes, little-endian, row by row; a server may also answer with values by type. */
import { YaffleError } from "../../domain/error.js";
import type { InputTensor, OutputTensor, TensorFacts } from "../onnx/session.js";
import type { Inference, TensorMetadata } from "./protocol.js";

/** Datatypes of the protocol that the readers here know, by what onnxruntime calls them. */
const TYPES: Readonly<Record<string, string>> = { FP32: "float32", INT64: "int64", INT32: "int32", UINT8: "uint8" };

/** A free size is a word, as onnxruntime gives it. */
export function factsOf({ name, datatype, shape }: TensorMetadata): TensorFacts {
  return { name, type: TYPES[datatype] ?? datatype, shape: shape.map((size) => (size < 0 ? "free" : size)) };
}

/** An input for the wire, in the type that the model takes. @throws YaffleError expert_unavailable where it takes one that cannot be made */
export function encodeTensor(facts: TensorFacts, tensor: InputTensor): { readonly datatype: string; readonly bytes: Uint8Array } {
  const { values } = tensor;
  if (values instanceof Float32Array && facts.type === "uint8") {
    // Pixels are whole numbers before they are scaled, and a model that takes bytes scales them itself.
    return { datatype: "UINT8", bytes: new Uint8Array(Uint8ClampedArray.from(values).buffer) };
  }
  const datatype = values instanceof Float32Array ? "FP32" : "INT64";
  if (TYPES[datatype] !== facts.type) {
    throw new YaffleError("expert_unavailable", `The model wants its input ${facts.name} as ${facts.type}, which is not known here.`);
  }
  return { datatype, bytes: new Uint8Array(values.buffer, values.byteOffset, values.byteLength) };
}

/** The numbers of one output. @returns null where there is no such output. @throws YaffleError expert_unavailable as `decodeOutputs` does */
export function decodeOutput({ outputs, raw_output_contents: raw }: Inference, name: string): OutputTensor | null {
  const index = outputs.findIndex((output) => output.name === name);
  const output = outputs[index];
  const bytes = raw[index];
  if (output === undefined) return null;
  const found = decodeOutputs({ outputs: [output], raw_output_contents: bytes === undefined ? [] : [bytes] });
  return found.get(name) ?? null;
}

/** Every output, by name. @throws YaffleError expert_unavailable where one is of another type, or has another length than its shape says */
export function decodeOutputs({ outputs, raw_output_contents: raw }: Inference): ReadonlyMap<string, OutputTensor> {
  return new Map(
    outputs.map((output, index) => {
      const bytes = raw[index];
      const values = bytes === undefined ? fromContents(output) : fromBytes(output, bytes);
      const length = output.shape.reduce((product, size) => product * size, 1);
      if (values.length !== length) refuse(`the output ${output.name} has ${values.length} values where its shape says ${length}`);
      return [output.name, { shape: output.shape, values }] as const;
    }),
  );
}

function fromBytes({ name, datatype }: TensorMetadata, bytes: Uint8Array): OutputTensor["values"] {
  // A copy: within the message the bytes rarely lie where a number may begin.
  const { buffer } = Uint8Array.from(bytes);
  const width = datatype === "INT64" ? 8 : 4;
  if (buffer.byteLength % width !== 0) return refuse(`the output ${name} has ${buffer.byteLength} bytes, no whole number of values`);
  if (datatype === "FP32") return new Float32Array(buffer);
  if (datatype === "INT64") return new BigInt64Array(buffer);
  if (datatype === "INT32") return new Int32Array(buffer);
  return refuse(`the output ${name} is of type ${datatype}, which no reader here knows`);
}

function fromContents({ name, datatype, contents }: Inference["outputs"][number]): OutputTensor["values"] {
  if (datatype === "FP32") return Float32Array.from(contents?.fp32_contents ?? []);
  if (datatype === "INT64") return BigInt64Array.from((contents?.int64_contents ?? []).map(BigInt));
  if (datatype === "INT32") return Int32Array.from(contents?.int_contents ?? []);
  return refuse(`the output ${name} is of type ${datatype}, which no reader here knows`);
}

function refuse(what: string): never {
  throw new YaffleError("expert_unavailable", `The model server's answer cannot be read: ${what}.`);
}
