/** Values of an ONNX graph under construction, and the model that they make. */
import { ATTRIBUTE_TYPE, ELEMENT_TYPE, encodeModel } from "./onnx-schema.js";

/** ONNX operators of this set are written; onnxruntime runs it from version 1.10 on. */
const OPSET_VERSION = 14;
const IR_VERSION = 8;

/** A whole number is written as an int, a list of them as ints: give `{ float }` where the operator wants a float. */
export type AttributeValue = number | string | readonly number[] | { readonly float: number };

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** An input or output; a dimension given as a word is free. */
export interface OnnxPort {
  readonly name: string;
  /** float32 where it is left out. */
  readonly type?: "float32" | "uint8";
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly name: string;
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
  /** Each after those whose output it reads. */
  readonly nodes: readonly OnnxNode[];
  readonly tensors: readonly OnnxTensor[];
}

/** The bytes of an ONNX file. Equal graphs give equal bytes. */
export function writeOnnx(graph: OnnxGraph): Uint8Array {
  return encodeModel({
    irVersion: IR_VERSION,
    producerName: "yaffle",
    opsetImport: [{ domain: "", version: OPSET_VERSION }],
    graph: {
      name: graph.name,
      node: graph.nodes.map((node) => ({
        input: node.inputs,
        output: [node.output],
        name: node.output,
        opType: node.operator,
        attribute: Object.entries(node.attributes).map(([name, value]) => attribute(name, value)),
      })),
      initializer: graph.tensors.map((tensor) => ({
        dims: tensor.shape,
        dataType: ELEMENT_TYPE.float32,
        name: tensor.name,
        rawData: littleEndian(tensor.values),
      })),
      input: graph.inputs.map(port),
      output: graph.outputs.map(port),
    },
  });
}

/** The same graph with an input of bytes, made floats by its first node: a picture as bytes is a quarter of one as floats. */
export function takingBytes(graph: OnnxGraph): OnnxGraph {
  const asFloats = (name: string): string => `${name}_as_float`;
  const names = new Set(graph.inputs.map(({ name }) => name));
  const casts = graph.inputs.map(
    ({ name }): OnnxNode => ({ operator: "Cast", inputs: [name], output: asFloats(name), attributes: { to: ELEMENT_TYPE.float32 } }),
  );
  const nodes = graph.nodes.map((node) => ({ ...node, inputs: node.inputs.map((name) => (names.has(name) ? asFloats(name) : name)) }));
  return { ...graph, inputs: graph.inputs.map((input) => ({ ...input, type: "uint8" })), nodes: [...casts, ...nodes] };
}

function attribute(name: string, value: AttributeValue): object {
  if (typeof value === "number") return { name, i: value, type: ATTRIBUTE_TYPE.int };
  if (typeof value === "string") return { name, s: Buffer.from(value, "utf8"), type: ATTRIBUTE_TYPE.string };
  if ("float" in value) return { name, f: value.float, type: ATTRIBUTE_TYPE.float };
  return { name, ints: value, type: ATTRIBUTE_TYPE.ints };
}

function port({ name, type = "float32", shape }: OnnxPort): object {
  const dim = shape.map((size) => (typeof size === "number" ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: ELEMENT_TYPE[type], shape: { dim } } } };
}

function littleEndian(values: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeFloatLE(value, index * 4);
  return bytes;
}
