import { availableParallelism } from "node:os";
import { describe, expect, it } from "vitest";
import { writeOnnx } from "../../../src/registry/convert/onnx-graph.js";
import { sharesOf } from "../../../src/runtime/onnx/pooled-session.js";
import { type OnnxSession, openSession, type PassedOver } from "../../../src/runtime/onnx/session.js";

/** y = 2x, for any number of values. */
const DOUBLING = writeOnnx({
  name: "doubling",
  inputs: [{ name: "x", shape: ["n"] }],
  outputs: [{ name: "y", shape: ["n"] }],
  nodes: [{ operator: "Mul", inputs: ["x", "two"], output: "y", attributes: {} }],
  tensors: [{ name: "two", shape: [], values: Float32Array.of(2) }],
});

/** y = x after x, whose size it declares as `size`. */
function twice(size: string): Uint8Array {
  return writeOnnx({
    name: "twice",
    inputs: [{ name: "x", shape: ["n"] }],
    outputs: [{ name: "y", shape: [size] }],
    nodes: [{ operator: "Concat", inputs: ["x", "x"], output: "y", attributes: { axis: 0 } }],
    tensors: [],
  });
}

function values(...numbers: number[]) {
  return { x: { shape: [numbers.length], values: Float32Array.from(numbers) } };
}

async function doubled(session: OnnxSession, ...numbers: number[]): Promise<readonly number[]> {
  return [...((await session.run(values(...numbers))).get("y")?.values ?? [])].map(Number);
}

describe.each([
  ["in the caller's thread", 0],
  ["in a worker", 1],
] as const)("a session %s", (_where, workers) => {
  const open = (): Promise<OnnxSession> => openSession(DOUBLING, { threads: 1, workers });

  it("tells its inputs, its outputs and its device", async () => {
    const session = await open();
    expect(session.inputs).toEqual([{ name: "x", type: "float32", shape: ["n"] }]);
    expect(session.outputs).toEqual([{ name: "y", type: "float32", shape: ["n"] }]);
    expect(session.device).toBe("cpu");
    await session.close();
  });

  it("runs several times at once, each with its own answer", async () => {
    const session = await openSession(DOUBLING, { threads: null, workers });
    expect(await Promise.all([doubled(session, 1), doubled(session, 2, 3), doubled(session), doubled(session, 4)])).toEqual([
      [2],
      [4, 6],
      [],
      [8],
    ]);
    await session.close();
  });

  it("leaves the caller's values alone", async () => {
    const session = await open();
    const { x } = values(1, 2);
    await session.run({ x });
    expect([...x.values]).toEqual([1, 2]);
    await session.close();
  });

  it("gives each run memory of its own, also where spare memory is used again", async () => {
    const session = await open();
    const first = (await session.run(values(1, 2))).get("y");
    expect(await doubled(session, 3, 4)).toEqual([6, 8]);
    expect([...(first?.values ?? [])]).toEqual([2, 4]);
    if (first !== undefined) session.memory.give(first.values.buffer);
    const second = (await session.run(values(5, 6))).get("y");
    expect([...(second?.values ?? [])]).toEqual([10, 12]);
    await session.close();
  });

  it.each([
    ["known after the run only", "found"],
    ["declared as another than it is", "n"],
  ])("gives an output whose size is %s", async (_how, size) => {
    const session = await openSession(twice(size), { threads: 1, workers });
    expect(await doubled(session, 1, 2)).toEqual([1, 2, 1, 2]);
    expect(await doubled(session, 3)).toEqual([3, 3]);
    await session.close();
  });

  it("does not run for a caller that has left", async () => {
    const session = await open();
    await expect(session.run(values(1), AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
    await session.close();
  });

  it("lets runs end before it closes, then refuses", async () => {
    const session = await open();
    const running = [21, 22, 23].map((number) => doubled(session, number));
    await Promise.all([session.close(), session.close()]);
    expect(await Promise.all(running)).toEqual([[42], [44], [46]]);
    await expect(session.run(values(1))).rejects.toMatchObject({ code: "expert_unavailable", message: "The model is closed." });
  });

  it("says what is wrong with an input of another shape, and runs on", async () => {
    const session = await open();
    await expect(session.run({ x: { shape: [1, 1], values: Float32Array.of(1) } })).rejects.toMatchObject({
      name: "YaffleError",
      code: "expert_unavailable",
      message: expect.stringContaining("The model failed: "),
    });
    expect(await doubled(session, 3)).toEqual([6]);
    await session.close();
  });

  it("refuses bytes that are no model", async () => {
    await expect(openSession(Buffer.from("no model at all"), { threads: 1, workers })).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringContaining("cannot be loaded"),
    });
  });

  it("says what a named device that cannot be had needs", async () => {
    const foreign = process.platform === "win32" ? "coreml" : "directml";
    const needs = foreign === "coreml" ? "It needs macOS." : "It needs Windows";
    await expect(openSession(DOUBLING, { threads: 1, workers, device: foreign })).rejects.toMatchObject({
      code: "invalid_request",
      isRetryable: false,
      message: expect.stringMatching(new RegExp(`^The model cannot run on ${foreign}: .+ ${needs}`)),
    });
  });

  it("finds a device that works where it may choose, and tells which did not", async () => {
    const passedOver: PassedOver[] = [];
    const session = await openSession(DOUBLING, { threads: 1, workers, device: "auto", onPassedOver: (one) => passedOver.push(one) });
    expect(passedOver.map(({ device }) => device)).not.toContain(session.device);
    expect(await doubled(session, 5)).toEqual([10]);
    await session.close();
  });

  it("computes the same without memory arena and optimization", async () => {
    const session = await openSession(DOUBLING, { threads: 1, workers, memoryArena: false, graphOptimization: "disabled" });
    expect(await doubled(session, 5)).toEqual([10]);
    await session.close();
  });
});

describe("the cores", () => {
  it.each([
    [
      { cores: 1, threads: null, workers: null },
      { workers: 1, threads: 1 },
    ],
    [
      { cores: 2, threads: null, workers: null },
      { workers: 2, threads: 1 },
    ],
    [
      { cores: 16, threads: null, workers: null },
      { workers: 4, threads: 4 },
    ],
    [
      { cores: 16, threads: 16, workers: null },
      { workers: 1, threads: 16 },
    ],
    [
      { cores: 2, threads: 8, workers: null },
      { workers: 1, threads: 8 },
    ],
    [
      { cores: 8, threads: null, workers: 3 },
      { workers: 3, threads: 2 },
    ],
    [
      { cores: 2, threads: null, workers: 5 },
      { workers: 5, threads: 1 },
    ],
    [
      { cores: 8, threads: 2, workers: 1 },
      { workers: 1, threads: 2 },
    ],
  ])("%j are shared out as %j", ({ cores, threads, workers }, shares) => {
    expect(sharesOf(cores, threads, workers)).toEqual(shares);
  });

  it("all work where nobody says how many", async () => {
    const session = await openSession(DOUBLING, { threads: null });
    expect(session.parallelism).toBe(sharesOf(availableParallelism(), null, null).workers);
    await session.close();
  });
});

describe("a session in two workers", () => {
  it("answers each caller with its own, runs them all and closes both", async () => {
    const session = await openSession(DOUBLING, { threads: null, workers: 2 });
    const running = [1, 2, 3, 4, 5].map((number) => doubled(session, number));
    await session.close();
    expect(await Promise.all(running)).toEqual([[2], [4], [6], [8], [10]]);
  });
});

describe("a session in a worker", () => {
  it("takes values that are given away without a copy", async () => {
    const session = await openSession(DOUBLING, { threads: 1, workers: 1 });
    const input = { shape: [2], values: Float32Array.of(1, 2), isGivenAway: true } as const;
    const output = (await session.run({ x: input })).get("y");
    expect([...(output?.values ?? [])]).toEqual([2, 4]);
    expect(input.values).toHaveLength(0);
    await session.close();
  });

  it("lets a caller leave that waits for its turn, and serves those behind it", async () => {
    const session = await openSession(DOUBLING, { threads: 1, workers: 1 });
    const leaving = new AbortController();
    const first = doubled(session, 1);
    const second = session.run(values(2), leaving.signal);
    const third = doubled(session, 3);
    leaving.abort(new Error("left while waiting"));
    await expect(second).rejects.toThrow("left while waiting");
    expect(await Promise.all([first, third])).toEqual([[2], [6]]);
    await session.close();
  });

  it("keeps the event loop free while it computes", async () => {
    const session = await openSession(DOUBLING, { threads: 1, workers: 1 });
    let isDone = false;
    let turns = 0;
    const run = session.run({ x: { shape: [4_000_000], values: new Float32Array(4_000_000), isGivenAway: true } }).then(() => {
      isDone = true;
    });
    const turn = (): void => {
      turns += 1;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    await run;
    expect(turns).toBeGreaterThan(1);
    await session.close();
  });
});
