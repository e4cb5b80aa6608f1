import { describe, expect, it } from "vitest";
import { writeOnnx } from "../../../src/registry/convert/onnx-graph.js";
import { openSession } from "../../../src/runtime/onnx/session.js";

/** y = 2x, for any number of values. */
const DOUBLING = writeOnnx({
  name: "doubling",
  inputs: [{ name: "x", shape: ["n"] }],
  outputs: [{ name: "y", shape: ["n"] }],
  nodes: [{ operator: "Mul", inputs: ["x", "two"], output: "y", attributes: {} }],
  tensors: [{ name: "two", shape: [], values: Float32Array.of(2) }],
});

function values(...numbers: number[]) {
  return { x: { shape: [numbers.length], values: Float32Array.from(numbers) } };
}

describe("a session", () => {
  it("tells its inputs and outputs", async () => {
    const session = await openSession(DOUBLING, { threads: 1 });
    expect(session.inputs).toEqual([{ name: "x", type: "float32", shape: ["n"] }]);
    expect(session.outputs).toEqual([{ name: "y", type: "float32", shape: ["n"] }]);
    await session.close();
  });

  it("runs several times at once", async () => {
    const session = await openSession(DOUBLING, { threads: null });
    const results = await Promise.all([session.run(values(1)), session.run(values(2, 3)), session.run(values())]);
    expect(results.map((result) => [...(result.get("y")?.values ?? [])])).toEqual([[2], [4, 6], []]);
    await session.close();
  });

  it("does not run for a caller that has left", async () => {
    const session = await openSession(DOUBLING, { threads: 1 });
    await expect(session.run(values(1), AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
    await session.close();
  });

  it("lets a run end before it closes, then refuses", async () => {
    const session = await openSession(DOUBLING, { threads: 1 });
    const running = session.run(values(21));
    await Promise.all([session.close(), session.close()]);
    expect([...((await running).get("y")?.values ?? [])]).toEqual([42]);
    await expect(session.run(values(1))).rejects.toMatchObject({ code: "expert_unavailable", message: "The model is closed." });
  });

  it("says what is wrong with an input of another shape", async () => {
    const session = await openSession(DOUBLING, { threads: 1 });
    await expect(session.run({ x: { shape: [1, 1], values: Float32Array.of(1) } })).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringContaining("The model failed: "),
    });
    await session.close();
  });

  it("refuses bytes that are no model", async () => {
    await expect(openSession(Buffer.from("no model at all"), { threads: 1 })).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringContaining("cannot be loaded"),
    });
  });
});
