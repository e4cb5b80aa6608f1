/** The client of the Open Inference Protocol against a server in this process. */
import { createServer } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeOnnx } from "../../../src/registry/convert/onnx-graph.js";
import { type OnnxSession, openSession } from "../../../src/runtime/onnx/session.js";
import { readRemoteModel } from "../../../src/runtime/open-inference/address.js";
import { openRemoteSession } from "../../../src/runtime/open-inference/session.js";
import { type InferenceServer, type ServedModel, serveModels } from "../../support/inference-server.js";

/** y = 2x, for any number of values. */
const DOUBLING = writeOnnx({
  name: "doubling",
  inputs: [{ name: "x", shape: ["n"] }],
  outputs: [{ name: "y", shape: ["n"] }],
  nodes: [{ operator: "Mul", inputs: ["x", "two"], output: "y", attributes: {} }],
  tensors: [{ name: "two", shape: [], values: Float32Array.of(2) }],
});

const OPTIONS = { timeoutMs: 10_000 };
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close();
});

async function serve(model: Partial<ServedModel> = {}, port = 0): Promise<InferenceServer> {
  const session = await openSession(DOUBLING, { threads: 1, workers: 0 });
  const server = await serveModels({ doubling: { session, ...model } }, port);
  opened.push(session, server);
  return server;
}

async function connect(...servers: readonly InferenceServer[]): Promise<OnnxSession> {
  const endpoints = servers.map(({ address }) => address);
  const session = await openRemoteSession({ endpoints, model: "doubling" }, OPTIONS);
  opened.push(session);
  return session;
}

function values(...numbers: number[]) {
  return { x: { shape: [numbers.length], values: Float32Array.from(numbers) } };
}

async function double(session: OnnxSession, number: number, signal?: AbortSignal): Promise<readonly number[]> {
  const outputs = await session.run(values(number), signal);
  return [...(outputs.get("y")?.values ?? [])].map(Number);
}

describe("a remote model's name", () => {
  it("holds one or several servers and the model", () => {
    expect(readRemoteModel("inference:gpu-1:8001/centernet-coco")).toEqual({ endpoints: ["gpu-1:8001"], model: "centernet-coco" });
    expect(readRemoteModel("inference:10.0.0.1:1,[::1]:2/m")).toEqual({ endpoints: ["10.0.0.1:1", "[::1]:2"], model: "m" });
  });

  it.each([
    "inference:",
    "inference:gpu/m",
    "inference:gpu:8001",
    "inference:gpu:8001/",
    "inference:gpu:8001,/m",
    "inference:http://a:1/m",
  ])("is refused as %s", (spec) => {
    expect(() => readRemoteModel(spec)).toThrow("must be inference:HOST:PORT/MODEL");
  });
});

describe("a remote session", () => {
  it("tells the model's inputs and outputs, and runs it", async () => {
    const session = await connect(await serve());
    expect(session.inputs).toEqual([{ name: "x", type: "float32", shape: ["free"] }]);
    expect(session.outputs).toEqual([{ name: "y", type: "float32", shape: ["free"] }]);
    expect(await double(session, 21)).toEqual([42]);
  });

  it("sends bytes to a model that takes bytes", async () => {
    const server = await serve({ takesBytes: true });
    const session = await connect(server);
    expect(await double(session, 200)).toEqual([400]);
    expect(server.inferences.map(({ datatypes }) => datatypes)).toEqual([["UINT8"]]);
  });

  it("carries messages far larger than gRPC's own limit", async () => {
    const session = await connect(await serve());
    const many = new Float32Array(3_000_000).fill(0.5);
    const outputs = await session.run({ x: { shape: [many.length], values: many } });
    expect(outputs.get("y")?.values.length).toBe(many.length);
  });

  it("is not opened where the model is not ready, not known, or nobody listens", async () => {
    await expect(connect(await serve({ isReady: () => false }))).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringMatching(/^The model doubling is not ready on 127\.0\.0\.1:\d+\.$/),
    });
    const { address } = await serve();
    await expect(openRemoteSession({ endpoints: [address], model: "other" }, OPTIONS)).rejects.toThrow("unknown model");
    await expect(openRemoteSession({ endpoints: ["127.0.0.1:1"], model: "m" }, OPTIONS)).rejects.toMatchObject({
      code: "expert_unavailable",
    });
  });

  it("says so where it is no model server", async () => {
    const server = createServer((socket) => socket.end("hello"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const found = server.address();
    const port = found !== null && typeof found === "object" ? found.port : 0;
    await expect(openRemoteSession({ endpoints: [`127.0.0.1:${port}`], model: "m" }, OPTIONS)).rejects.toMatchObject({
      code: "expert_unavailable",
    });
    server.close();
  });

  it("passes its deadline on, and ends with it", async () => {
    const server = await serve({ hold: () => new Promise(() => {}) });
    const session = await openRemoteSession({ endpoints: [server.address], model: "doubling" }, { timeoutMs: 300 });
    const before = Date.now();
    await expect(double(session, 1)).rejects.toMatchObject({ code: "deadline_exceeded" });
    const [inference] = server.inferences;
    expect((inference?.deadlineMs ?? 0) - before).toBeLessThanOrEqual(1_000);
    await session.close();
  });

  it("passes it on that its caller left", async () => {
    const server = await serve({ hold: () => new Promise(() => {}) });
    const session = await connect(server);
    const leaving = new AbortController();
    const answer = double(session, 1, leaving.signal);
    await vi.waitFor(() => expect(server.inferences).toHaveLength(1));
    leaving.abort(new Error("the caller left"));
    await expect(answer).rejects.toThrow("the caller left");
    await vi.waitFor(() => expect(server.cancelled()).toBe(1));
  });

  it("does not believe an answer whose length is not that of its shape", async () => {
    const alter: ServedModel["alter"] = () => new Map([["y", { shape: [5], values: Float32Array.of(1) }]]);
    await expect(double(await connect(await serve({ alter })), 1)).rejects.toMatchObject({
      code: "expert_unavailable",
      message: "The model server's answer cannot be read: the output y has 1 values where its shape says 5.",
    });
  });

  it("shares its runs among several servers", async () => {
    const servers = [await serve(), await serve()];
    const session = await connect(...servers);
    for (const number of [1, 2, 3, 4]) expect(await double(session, number)).toEqual([2 * number]);
    expect(servers.map(({ inferences }) => inferences.length)).toEqual([2, 2]);
  });

  it("goes on with those that answer where one is lost, and takes it back when it is there again", async () => {
    const [stays, goes] = [await serve(), await serve()];
    const session = await connect(stays, goes);
    await goes.close();
    for (const number of [1, 2, 3]) expect(await double(session, number)).toEqual([2 * number]);
    expect(stays.inferences.length).toBeGreaterThanOrEqual(3);
    const back = await serve({}, goes.port);
    await vi.waitFor(
      async () => {
        await double(session, 5);
        expect(back.inferences.length).toBeGreaterThan(0);
      },
      { timeout: 15_000, interval: 100 },
    );
  });

  it("finds its only server again", async () => {
    const server = await serve();
    const session = await connect(server);
    await server.close();
    await expect(double(session, 1)).rejects.toMatchObject({ code: "expert_unavailable" });
    await serve({}, server.port);
    await vi.waitFor(async () => expect(await double(session, 4)).toEqual([8]), { timeout: 15_000, interval: 100 });
  });

  it("is closed more than once without harm, and then refuses", async () => {
    const session = await connect(await serve());
    await Promise.all([session.close(), session.close()]);
    await expect(double(session, 1)).rejects.toMatchObject({ code: "expert_unavailable", message: "The model is closed." });
  });
});
