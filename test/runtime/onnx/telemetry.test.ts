import { describe, expect, it } from "vitest";
import "../../../src/runtime/onnx/pooled-session.js";
import { IS_TELEMETRY_OFF } from "../../../src/config/native-environment.js";

describe("the native runtime", () => {
  it("keeps no usage records on the user's machine, unless he asked for them", () => {
    expect(IS_TELEMETRY_OFF).toBe(true);
    expect(process.env["ORT_DISABLE_TELEMETRY"]).toBe("1");
  });
});
