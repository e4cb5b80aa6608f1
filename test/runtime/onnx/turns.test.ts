import { describe, expect, it } from "vitest";
import { Turns } from "../../../src/runtime/onnx/turns.js";

/** A piece of work that ends when the test says so. */
function work() {
  let resolve: (value: string) => void = () => {};
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  const servers: string[] = [];
  return {
    servers,
    end: resolve,
    begin: (server: string): Promise<string> => {
      servers.push(server);
      return promise;
    },
  };
}

describe("turns", () => {
  it("serve in the order of coming, each with a server of its own", async () => {
    const turns = new Turns(["only"]);
    const first = work();
    const second = work();
    const taken = [turns.take(undefined, first.begin), turns.take(undefined, second.begin)];
    await Promise.resolve();
    expect([first.servers, second.servers]).toEqual([["only"], []]);
    second.end("second");
    first.end("first");
    expect(await Promise.all(taken)).toEqual(["first", "second"]);
    expect(second.servers).toEqual(["only"]);
  });

  it("give a server back when the work fails", async () => {
    const turns = new Turns(["only"]);
    await expect(turns.take(undefined, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(await turns.take(undefined, async (server) => server)).toBe("only");
  });
});
