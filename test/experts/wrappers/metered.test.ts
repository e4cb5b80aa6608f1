import { describe, expect, it } from "vitest";
import { type DetectorCall, metered } from "../../../src/experts/wrappers/metered.js";
import { fakeDetector } from "../../support/fake-detector.js";
import { madePicture } from "../../support/pictures.js";

const REQUEST = { targets: [{ category: "dog", classes: ["dog"] }], effort: "glance" } as const;

function told(detector: ReturnType<typeof fakeDetector>) {
  const calls: DetectorCall[] = [];
  let nowMs = 0;
  const nowIs = { nowMs: () => (nowMs += 5) };
  return { detector: metered(detector, nowIs, (call) => calls.push(call)), calls };
}

describe("metered", () => {
  it("tells each call, how long it took and how it ended", async () => {
    const { detector, calls } = told(fakeDetector({ dog: { presence: 0.7 } }));
    expect(await detector.detect(madePicture(8, 8), REQUEST)).toHaveLength(1);
    const call = { expert: "fake-detector", device: "cpu", effort: "glance", targets: 1, durationMs: 5 };
    expect(calls).toEqual([{ ...call, outcome: "ok" }]);
    await expect(detector.detect(madePicture(8, 8), REQUEST, AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
    expect(calls[1]).toEqual({ ...call, outcome: "cancelled" });
  });

  it("tells the code of a failure", async () => {
    const { detector, calls } = told(fakeDetector({}, { failure: new Error("broken") }));
    await expect(detector.detect(madePicture(8, 8), REQUEST)).rejects.toThrow("broken");
    expect(calls.map(({ outcome }) => outcome)).toEqual(["internal"]);
  });
});
