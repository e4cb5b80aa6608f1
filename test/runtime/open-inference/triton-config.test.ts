import { describe, expect, it } from "vitest";
import { tritonConfig } from "../../../src/runtime/open-inference/triton-config.js";

describe("a model's config.pbtxt", () => {
  it("lets the server make batches where every first size is free", () => {
    const config = tritonConfig({
      name: "finder",
      inputs: [
        { name: "images", type: "uint8", shape: ["batch", 3, 512, 512] },
        { name: "sizes", type: "int64", shape: ["batch", 2] },
      ],
      outputs: [{ name: "boxes", type: "float32", shape: ["batch", "found", 4] }],
    });
    expect(config).toBe(`name: "finder"
backend: "onnxruntime"
max_batch_size: 16
input [
  {
    name: "images"
    data_type: TYPE_UINT8
    dims: [ 3, 512, 512 ]
  },
  {
    name: "sizes"
    data_type: TYPE_INT64
    dims: [ 2 ]
  }
]
output [
  {
    name: "boxes"
    data_type: TYPE_FP32
    dims: [ -1, 4 ]
  }
]
dynamic_batching {
  max_queue_delay_microseconds: 2000
}
`);
  });

  it("gives all sizes of a model that takes one picture, and makes no batches", () => {
    const config = tritonConfig({
      name: "one",
      inputs: [{ name: "images", type: "float32", shape: [1, 3, 416, 416] }],
      outputs: [{ name: "output", type: "float32", shape: [1, 3549, 85] }],
    });
    expect(config).toContain("max_batch_size: 0");
    expect(config).toContain("dims: [ 1, 3, 416, 416 ]");
    expect(config).not.toContain("dynamic_batching");
  });

  it("refuses a type that it does not know", () => {
    const facts = { name: "text", type: "string", shape: [1] };
    expect(() => tritonConfig({ name: "x", inputs: [facts], outputs: [] })).toThrow("The tensor text is of type string");
  });
});
