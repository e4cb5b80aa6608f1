import { afterEach, expect, it, vi } from "vitest";
import { connectTo } from "../../support/model-server.js";

afterEach(() => {
  vi.doUnmock("openai");
});

it("says in one line how to install the client where it is missing", async () => {
  vi.doMock("openai", () => {
    throw new Error("Cannot find package 'openai'");
  });
  await expect(connectTo("http://127.0.0.1:1/v1")).rejects.toMatchObject({
    code: "expert_unavailable",
    message: "Language models need the package openai, which is not installed or does not load. Run `npm install openai@6`.",
  });
});
