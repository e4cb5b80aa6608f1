/** A TensorFlow.js graph model as its two files hold it: the graph as JSON, the weights as one run of bytes in the order of the manifest. */
import { z } from "zod";

const attributeSchema = z.object({
  b: z.boolean().optional(),
  i: z.union([z.string(), z.number()]).optional(),
  s: z.string().optional(),
  list: z.object({ i: z.array(z.union([z.string(), z.number()])).optional(), s: z.array(z.string()).optional() }).optional(),
});

const nodeSchema = z.object({
  name: z.string(),
  op: z.string(),
  input: z.array(z.string()).default([]),
  attr: z.record(z.string(), attributeSchema).default({}),
});

const weightSchema = z.object({
  name: z.string(),
  shape: z.array(z.int().nonnegative()),
  dtype: z.enum(["float32", "int32"]),
  quantization: z.object({ dtype: z.literal("float16") }).optional(),
});

const modelSchema = z.object({
  modelTopology: z.object({ node: z.array(nodeSchema) }),
  weightsManifest: z.array(z.object({ weights: z.array(weightSchema) })).length(1),
});

export type TfjsNode = z.infer<typeof nodeSchema>;

export interface TfjsTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

export interface TfjsModel {
  readonly nodes: ReadonlyMap<string, TfjsNode>;
  readonly tensors: ReadonlyMap<string, TfjsTensor>;
}

/**
 * Reads a graph model of one weight file with float32, float16 or int32 weights.
 * @throws ZodError where the JSON has another form, RangeError where the weights are too short or too long
 */
export function readTfjsModel(json: string, weights: Uint8Array): TfjsModel {
  const { modelTopology, weightsManifest } = modelSchema.parse(JSON.parse(json));
  const view = new DataView(weights.buffer, weights.byteOffset, weights.byteLength);
  const tensors = new Map<string, TfjsTensor>();
  let offset = 0;
  for (const { name, shape, dtype, quantization } of weightsManifest.flatMap((group) => group.weights)) {
    const length = shape.reduce((product, size) => product * size, 1);
    const isHalf = quantization !== undefined;
    tensors.set(name, { shape, values: dtype === "int32" ? readInts(view, offset, length) : readFloats(view, offset, length, isHalf) });
    offset += length * (isHalf ? 2 : 4);
  }
  if (offset !== weights.byteLength) throw new RangeError(`the weights are ${weights.byteLength} bytes, the manifest speaks of ${offset}`);
  return { nodes: new Map(modelTopology.node.map((node) => [node.name, node])), tensors };
}

/** Words of a TensorFlow attribute are base64 in the JSON. */
export function words(node: TfjsNode, attribute: string): readonly string[] {
  const { s, list } = node.attr[attribute] ?? {};
  return [...(s === undefined ? [] : [s]), ...(list?.s ?? [])].map((word) => Buffer.from(word, "base64").toString("utf8"));
}

/** Whole numbers of a TensorFlow attribute; 64-bit ones are strings in the JSON. */
export function integers(node: TfjsNode, attribute: string): readonly number[] {
  const { i, list } = node.attr[attribute] ?? {};
  return [...(i === undefined ? [] : [i]), ...(list?.i ?? [])].map(Number);
}

/** A boolean TensorFlow attribute; false where it is not given. */
export function isSet(node: TfjsNode, attribute: string): boolean {
  return node.attr[attribute]?.b === true;
}

function readInts(view: DataView, offset: number, length: number): Int32Array {
  return Int32Array.from({ length }, (_, index) => view.getInt32(offset + index * 4, true));
}

function readFloats(view: DataView, offset: number, length: number, isHalf: boolean): Float32Array {
  if (!isHalf) return Float32Array.from({ length }, (_, index) => view.getFloat32(offset + index * 4, true));
  return Float32Array.from({ length }, (_, index) => halfToFloat(view.getUint16(offset + index * 2, true)));
}

/** IEEE 754 binary16: one sign bit, five of exponent (bias 15), ten of fraction. */
export function halfToFloat(bits: number): number {
  const sign = bits >> 15 === 0 ? 1 : -1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024);
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}
