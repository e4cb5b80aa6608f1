import { describe, expect, it } from "vitest";
import { writeOnnx } from "../../src/registry/convert/onnx-graph.js";
import { halfToFloat, readTfjsModel } from "../../src/registry/convert/tfjs-model.js";
import { type ConversionPlan, convertTfjsModel } from "../../src/registry/convert/tfjs-to-onnx.js";
import { openSession } from "../../src/runtime/onnx/session.js";

const SAME = Buffer.from("SAME").toString("base64");
const FUSED_RELU = [Buffer.from("BiasAdd").toString("base64"), Buffer.from("Relu").toString("base64")];

interface Weight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** The two files of a graph model, its weights as float32. */
function tfjsFiles(nodes: readonly object[], weights: readonly Weight[]): readonly [string, Uint8Array] {
  const json = {
    modelTopology: { node: [{ name: "x", op: "Placeholder" }, ...weights.map(({ name }) => ({ name, op: "Const" })), ...nodes] },
    weightsManifest: [{ weights: weights.map(({ name, shape }) => ({ name, shape, dtype: "float32" })) }],
  };
  return [JSON.stringify(json), new Uint8Array(Float32Array.from(weights.flatMap(({ values }) => values)).buffer)];
}

function convolution(name: string, op: string, kernel: string, attributes: object, bias: readonly string[] = []): object {
  return {
    name,
    op,
    input: ["x", kernel, ...bias],
    attr: {
      strides: { list: { i: ["1", "1", "1", "1"] } },
      dilations: { list: { i: ["1", "1", "1", "1"] } },
      padding: { s: SAME },
      ...attributes,
    },
  };
}

/** Runs a converted graph of one output on [batch, channels, rows, columns]. */
async function run(
  nodes: readonly object[],
  weights: readonly Weight[],
  from: string,
  input: { readonly shape: readonly number[]; readonly values: readonly number[] },
  outputs: number,
): Promise<readonly number[]> {
  const [batch = 1, channels = 1, rows = 1, columns = 1] = input.shape;
  const plan: ConversionPlan = {
    name: "test",
    input: { from: "x", name: "in", shape: ["batch", channels, rows, columns] },
    outputs: [{ from, name: "out", shape: ["batch", outputs, "rows", "columns"] }],
  };
  const session = await openSession(writeOnnx(convertTfjsModel(readTfjsModel(...tfjsFiles(nodes, weights)), plan)), { threads: 1 });
  const result = await session.run({ in: { shape: [batch, channels, rows, columns], values: Float32Array.from(input.values) } });
  await session.close();
  return [...(result.get("out")?.values ?? [])].map(Number);
}

describe("half precision", () => {
  it.each([
    [0x0000, 0],
    [0x3c00, 1],
    [0xc000, -2],
    [0x3555, 0.333251953125],
    [0x7bff, 65_504],
    [0x0001, 2 ** -24],
    [0x7c00, Number.POSITIVE_INFINITY],
  ])("%s is %s", (bits, value) => {
    expect(halfToFloat(bits)).toBe(value);
  });
  it("keeps what is no number", () => {
    expect(halfToFloat(0x7e00)).toBeNaN();
  });
});

describe("a converted graph", () => {
  it("mixes channels as TensorFlow does, with bias and Relu", async () => {
    const weights = [
      { name: "k", shape: [1, 1, 2, 2], values: [1, 10, 100, -1000] },
      { name: "b", shape: [2], values: [0.5, 5] },
    ];
    const nodes = [convolution("y", "_FusedConv2D", "k", { fused_ops: { list: { s: FUSED_RELU } } }, ["b"])];
    // Channel 0 is 1, 2; channel 1 is 3, 4. Output 0 is a + 100 b + 0.5, output 1 is max(0, 10 a − 1000 b + 5).
    expect(await run(nodes, weights, "y", { shape: [1, 2, 1, 2], values: [1, 2, 3, 4] }, 2)).toEqual([301.5, 402.5, 0, 0]);
  });

  it("filters each channel by its own depthwise kernel, padded at the edges", async () => {
    const weights = [{ name: "k", shape: [1, 3, 2, 1], values: [1, 0, 10, 1, 100, 0] }];
    const nodes = [convolution("y", "DepthwiseConv2dNative", "k", {})];
    expect(await run(nodes, weights, "y", { shape: [1, 2, 1, 3], values: [1, 2, 3, 4, 5, 6] }, 2)).toEqual([210, 321, 32, 4, 5, 6]);
  });

  it("takes any number of pictures at once", async () => {
    const weights = [{ name: "c", shape: [], values: [2] }];
    const nodes = [{ name: "y", op: "Mul", input: ["x", "c"] }];
    expect(await run(nodes, weights, "y", { shape: [3, 1, 1, 1], values: [1, 2, 3] }, 1)).toEqual([2, 4, 6]);
  });

  it("doubles a map by TensorFlow's asymmetric resize", async () => {
    const nodes = [{ name: "y", op: "ResizeBilinear", input: ["x", "size"], attr: { half_pixel_centers: { b: false } } }];
    expect(await run(nodes, [], "y", { shape: [1, 1, 1, 2], values: [0, 4] }, 1)).toEqual([0, 2, 4, 4, 0, 2, 4, 4]);
  });

  it("is the same to the byte each time", () => {
    const weights = [{ name: "c", shape: [], values: [2] }];
    const plan: ConversionPlan = {
      name: "test",
      input: { from: "x", name: "in", shape: [1] },
      outputs: [{ from: "y", name: "out", shape: [1] }],
    };
    const convert = () =>
      writeOnnx(convertTfjsModel(readTfjsModel(...tfjsFiles([{ name: "y", op: "Add", input: ["x", "c"] }], weights)), plan));
    expect(Buffer.from(convert()).equals(convert())).toBe(true);
  });

  it.each([
    ["y: operator Softmax has no conversion", { name: "y", op: "Softmax", input: ["x"] }],
    [
      "y: only the asymmetric resize has a conversion",
      { name: "y", op: "ResizeBilinear", input: ["x", "s"], attr: { align_corners: { b: true } } },
    ],
    ["the graph has no node z", { name: "y", op: "Relu", input: ["z"] }],
  ])("is refused rather than guessed: %s", async (message, node) => {
    await expect(run([node], [], "y", { shape: [1, 1, 1, 1], values: [1] }, 1)).rejects.toThrow(message);
  });

  it("is refused where the weights are not as long as the manifest says", () => {
    const [json, bytes] = tfjsFiles([], [{ name: "c", shape: [], values: [1] }]);
    expect(() => readTfjsModel(json, Buffer.concat([bytes, Buffer.alloc(4)]))).toThrow("the weights are 8 bytes, the manifest speaks of 4");
  });
});
