import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";

afterEach(() => {
  vi.doUnmock("@huggingface/transformers");
  vi.resetModules();
});

describe("the optional package", () => {
  it("runs models on the runtime that is there already", () => {
    const here = createRequire(import.meta.url);
    const there = createRequire(here.resolve("@huggingface/transformers"));
    expect(realpathSync(there.resolve("onnxruntime-node"))).toBe(realpathSync(here.resolve("onnxruntime-node")));
  });

  it("fetches nothing and keeps nothing", async () => {
    const { loadLibrary } = await import("../../../src/runtime/transformers/library.js");
    const { env } = await loadLibrary();
    expect(env).toMatchObject({ allowRemoteModels: false, allowLocalModels: true, useFSCache: false, useBrowserCache: false });
  });

  it("is asked for in one line where it is missing", async () => {
    vi.resetModules();
    vi.doMock("@huggingface/transformers", () => {
      throw new Error("Cannot find package '@huggingface/transformers'");
    });
    const { loadLibrary } = await import("../../../src/runtime/transformers/library.js");
    await expect(loadLibrary()).rejects.toMatchObject({
      code: "expert_unavailable",
      message:
        "This model needs the package @huggingface/transformers, which is not installed or does not load: ONNXRUNTIME_NODE_INSTALL=skip npm install @huggingface/transformers@4",
    });
  });
});
