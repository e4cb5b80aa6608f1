import { describe, expect, it } from "vitest";
import { recognizeCenternet } from "../../../src/experts/detector/centernet.js";
import { recognizeDeim } from "../../../src/experts/detector/deim.js";
import { recognizeDetr } from "../../../src/experts/detector/detr.js";
import { recognizeYolox } from "../../../src/experts/detector/yolox.js";
import type { OnnxSession, OutputTensor, TensorFacts } from "../../../src/runtime/onnx/session.js";
import { SpareMemory } from "../../../src/runtime/spare-memory.js";

type Shapes = Readonly<Record<string, readonly (number | string)[]>>;

function session(inputs: Shapes, outputs: Shapes): OnnxSession {
  const facts = (shapes: Shapes): readonly TensorFacts[] =>
    Object.entries(shapes).map(([name, shape]) => ({ name, type: "float32", shape }));
  return {
    inputs: facts(inputs),
    outputs: facts(outputs),
    device: "cpu",
    parallelism: 1,
    memory: new SpareMemory(),
    run: async () => new Map(),
    close: async () => {},
  };
}

function output(shape: readonly number[], values: readonly number[]): OutputTensor {
  return { shape, values: Float32Array.from(values) };
}

const CENTERNET = session({ images: ["batch", 3, 512, 512] }, { heat_map: ["batch", 80, 128, 128], sides: ["batch", 4, 128, 128] });
const DEIM = session(
  { images: ["N", 3, 320, 320], orig_target_sizes: ["N", 2] },
  { labels: ["N", 300], boxes: ["N", 300, 4], scores: ["N", 300] },
);
const DETR = session({ pixel_values: ["N", 3, "height", "width"] }, { logits: ["N", 300, 80], pred_boxes: ["N", 300, 4] });
const YOLOX = session({ input: [1, 3, 64, 64] }, { output: [1, 84, 7] });

describe("a network", () => {
  it.each([
    ["CenterNet", CENTERNET, recognizeCenternet],
    ["DEIM", DEIM, recognizeDeim],
    ["DETR", DETR, recognizeDetr],
    ["YOLOX", YOLOX, recognizeYolox],
  ] as const)("is recognized as %s by its inputs and outputs, and by no other reader", (_, network, recognize) => {
    const readers = [recognizeCenternet, recognizeDeim, recognizeDetr, recognizeYolox];
    expect(readers.filter((reader) => reader(network) !== null)).toEqual([recognize]);
  });

  it("of another kind is recognized by none", () => {
    const classifier = session({ input: [1, 3, 224, 224] }, { logits: [1, 1000] });
    expect([recognizeCenternet, recognizeDeim, recognizeDetr, recognizeYolox].map((reader) => reader(classifier))).toEqual(
      Array(4).fill(null),
    );
  });
});

describe("reading DEIM", () => {
  it("gives each query's label, score and box, faint ones only as the best of their class", () => {
    const reader = recognizeDeim(DEIM);
    const outputs = new Map<string, OutputTensor>([
      ["labels", { shape: [1, 4], values: BigInt64Array.of(16n, 2n, 2n, 2n) }],
      ["boxes", output([1, 4, 4], [10, 20, 30, 40, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 1, 1])],
      ["scores", output([1, 4], [0.75, 0.03125, 0.015625, 0.03125])],
    ]);
    expect(reader?.read(outputs, 0)).toEqual([
      { classIndex: 16, score: 0.75, box: { x1: 10, y1: 20, x2: 30, y2: 40 } },
      { classIndex: 2, score: 0.03125, box: { x1: 1, y1: 2, x2: 3, y2: 4 } },
    ]);
  });

  it("asks for boxes in its own pixels", () => {
    expect(recognizeDeim(DEIM)?.inputs(new Float32Array(3), 1)).toMatchObject({
      orig_target_sizes: { values: BigInt64Array.of(320n, 320n), shape: [1, 2] },
    });
  });
});

describe("reading YOLOX", () => {
  it("decodes centers on their grid and sizes from logarithms", () => {
    const rows = Array.from({ length: 84 }, () => [0, 0, 0, 0, 0, 0, 0]);
    // The second row of the stride-16 grid of four columns begins after the 64 cells of stride 8.
    rows[64 + 4 + 1] = [0.5, 0.25, Math.log(2), 0, 0.5, 0.5, 1];
    const sightings = recognizeYolox(YOLOX)?.read(new Map([["output", output([1, 84, 7], rows.flat())]]), 0) ?? [];
    expect(sightings.map(({ classIndex, score }) => [classIndex, score])).toEqual([
      [0, 0.25],
      [1, 0.5],
    ]);
    expect(sightings[1]?.box.x1).toBeCloseTo(8, 5);
    expect(sightings[1]?.box).toMatchObject({ y1: 12, y2: 28 });
    expect(sightings[1]?.box.x2).toBeCloseTo(40, 5);
  });
});

describe("reading DETR", () => {
  it("gives each query's classes by the sigmoid of their scores, and its box from center and sides", () => {
    const network = session({ pixel_values: [1, 3, 100, 100] }, { logits: [1, 2, 3], pred_boxes: [1, 2, 4] });
    const outputs = new Map<string, OutputTensor>([
      ["logits", output([1, 2, 3], [0, -20, 2, -20, -4, -20])],
      ["pred_boxes", output([1, 2, 4], [0.5, 0.25, 0.5, 0.25, 0.1, 0.1, 0.2, 0.2])],
    ]);
    const sightings = recognizeDetr(network)?.read(outputs, 0) ?? [];
    expect(sightings.map(({ classIndex, score }) => [classIndex, Number(score.toFixed(4))])).toEqual([
      [0, 0.5],
      [2, 0.8808],
      [1, 0.018],
    ]);
    expect(sightings[0]?.box).toEqual({ x1: 25, y1: 12.5, x2: 75, y2: 37.5 });
  });

  it("takes 640 where the file leaves the size free, and bytes where the model wants bytes", () => {
    expect(recognizeDetr(DETR)).toMatchObject({ batches: true, form: { side: 640, fit: "stretched", scale: 1 / 255 } });
    const bytes = { ...DETR, inputs: [{ name: "pixel_values", type: "uint8", shape: ["N", 3, 320, 320] }] };
    expect(recognizeDetr(bytes)).toMatchObject({ form: { side: 320, scale: 1 } });
  });
});
