/** Which servers are asked, and when, by a clock of the test's own. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { Balance, NoServerReady } from "../../../src/runtime/open-inference/balance.js";
import { type InferenceServer, type ServedProgram, serveModels } from "../../support/inference-server.js";

const OPTIONS = { timeoutMs: 10_000 };
const INFER = { model_name: "echo", inputs: [], outputs: [], raw_input_contents: [] };

const opened: { close(): unknown }[] = [];
let nowMs = 0;

afterEach(async () => {
  nowMs = 0;
  for (const one of opened.splice(0).reverse()) await one.close();
});

interface Switched {
  readonly server: InferenceServer;
  isReady: boolean;
  /** Questions about its readiness. */
  asked: number;
  /** How long each takes it, by the test's clock. */
  takesMs: number;
}

async function serve(run: ServedProgram["run"] = async () => ({})): Promise<Switched> {
  const state = { isReady: true, asked: 0, takesMs: 0 };
  const isReady = (): boolean => {
    state.asked += 1;
    nowMs += state.takesMs;
    return state.isReady;
  };
  const server = await serveModels({ echo: { inputs: [], outputs: [], isReady, run } });
  opened.push(server);
  return Object.assign(state, { server });
}

function balance(...servers: readonly Switched[]): Balance {
  const made = new Balance(
    servers.map(({ server }) => server.address),
    "echo",
    () => nowMs,
  );
  opened.push(made);
  return made;
}

describe("servers that are all lost", () => {
  it("are asked once for all who call meanwhile, and a second later again", async () => {
    const server = await serve();
    const servers = balance(server);
    server.isReady = false;
    const calls = Array.from({ length: 5 }, () => servers.findReady());
    for (const { status } of await Promise.allSettled(calls)) expect(status).toBe("rejected");
    expect(server.asked).toBe(1);
    nowMs += 999;
    await expect(servers.call("ModelInfer", INFER, OPTIONS)).rejects.toThrow(NoServerReady);
    expect(server.asked).toBe(1);
    server.isReady = true;
    nowMs += 1;
    await servers.call("ModelInfer", INFER, OPTIONS);
    expect([server.asked, server.server.inferences.length]).toEqual([2, 1]);
  });

  it("are asked the more seldom the longer they let wait", async () => {
    const server = await serve();
    const servers = balance(server);
    Object.assign(server, { isReady: false, takesMs: 5_000 });
    await expect(servers.findReady()).rejects.toThrow("The model echo is not ready");
    nowMs += 24_999;
    await expect(servers.findReady()).rejects.toThrow("The model echo is not ready");
    expect(server.asked).toBe(1);
    nowMs += 1;
    server.isReady = true;
    await servers.findReady();
    expect(server.asked).toBe(2);
  });

  it("keep nobody who leaves", async () => {
    const servers = balance(await serve());
    const leaving = new AbortController();
    const call = servers.call("ModelInfer", INFER, { ...OPTIONS, signal: leaving.signal });
    leaving.abort(new Error("the caller left"));
    await expect(call).rejects.toThrow("the caller left");
    await servers.findReady();
  });
});

describe("a server that does not answer in time", () => {
  it("is asked whether it is there, and left out where it is not ready", async () => {
    const stuck = await serve(() => new Promise(() => {}));
    const other = await serve();
    const servers = balance(stuck, other);
    await servers.findReady();
    stuck.isReady = false;
    const calls = [1, 2].map(() => servers.call("ModelInfer", INFER, { timeoutMs: 200 }));
    expect((await Promise.allSettled(calls)).map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await vi.waitFor(() => expect(stuck.asked).toBe(2));
    await vi.waitFor(async () => {
      const before = stuck.server.inferences.length;
      for (let call = 0; call < 3; call++) await servers.call("ModelInfer", INFER, { timeoutMs: 200 });
      expect(stuck.server.inferences.length).toBe(before);
    });
  });
});
