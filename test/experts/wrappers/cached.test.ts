import { describe, expect, it } from "vitest";
import type { Picture } from "../../../src/domain/picture.js";
import type { Detection, Detector } from "../../../src/domain/ports.js";
import { BoundedStore } from "../../../src/experts/wrappers/bounded-store.js";
import { cached } from "../../../src/experts/wrappers/cached.js";
import { boxesOf, fakeDetector } from "../../support/fake-detector.js";
import { madePicture } from "../../support/pictures.js";

const DOG = { category: "dog", classes: ["dog"] };
const CAT = { category: "cat", classes: ["cat"] };
const FOG = { category: "fog", classes: [] };
const SCENE = { dog: { boxes: boxesOf(0.9) } };

/** Which targets each call of the inner detector was asked. */
function asked(detector: ReturnType<typeof fakeDetector>): readonly (readonly string[])[] {
  return detector.calls.map(({ request }) => request.targets.map(({ category }) => category));
}

describe("cached", () => {
  it("asks once for a question about equal pictures, and only for what it does not know", async () => {
    const inner = fakeDetector(SCENE);
    const detector = cached(inner, 100_000);
    const picture = madePicture(8, 8);
    const first = await detector.detect(picture, { targets: [DOG, FOG], effort: "glance" });
    const again = await detector.detect({ ...picture }, { targets: [FOG, CAT, DOG], effort: "glance" });
    expect(again.map(({ category }) => category)).toEqual(["cat", "dog"]);
    expect(again[1]).toEqual(first[0]);
    expect(asked(inner)).toEqual([["dog", "fog"], ["cat"]]);
  });

  it("does not keep what was said without one that should have been heard", async () => {
    const inner = fakeDetector(SCENE);
    let unheard: Detection["unheard"] = [{ expert: "other", code: "expert_unavailable", message: "away" }];
    const partial = (detection: Detection): Detection => (unheard === undefined ? detection : { ...detection, unheard });
    const asked: Detector = { ...inner, detect: async (...question) => (await inner.detect(...question)).map(partial) };
    const detector = cached(asked, 100_000);
    const look = () => detector.detect(madePicture(8, 8), { targets: [DOG], effort: "glance" });
    expect((await look())[0]?.unheard).toHaveLength(1);
    unheard = undefined;
    expect((await look())[0]?.unheard).toBeUndefined();
    await look();
    expect(inner.calls).toHaveLength(2);
  });

  it("keeps efforts, pictures and classes apart", async () => {
    const inner = fakeDetector(SCENE);
    const detector = cached(inner, 100_000);
    const picture = madePicture(8, 8);
    await detector.detect(picture, { targets: [DOG], effort: "glance" });
    await detector.detect(picture, { targets: [DOG], effort: "thorough" });
    await detector.detect({ ...picture, sha256: "f".repeat(64) }, { targets: [DOG], effort: "glance" });
    await detector.detect(picture, { targets: [{ ...DOG, classes: ["dog", "cat"] }], effort: "glance" });
    expect(inner.calls).toHaveLength(4);
  });

  it("forgets what was longest unused", async () => {
    const inner = fakeDetector(SCENE);
    const detector = cached(inner, 2000);
    const pictures = ["1", "2", "3", "4", "5"].map((digit): Picture => ({ ...madePicture(8, 8), sha256: digit.repeat(64) }));
    for (const picture of [...pictures, ...pictures.slice(-1), ...pictures.slice(0, 1)]) {
      await detector.detect(picture, { targets: [DOG], effort: "glance" });
    }
    expect(inner.calls.map(({ picture }) => picture.sha256[0])).toEqual(["1", "2", "3", "4", "5", "1"]);
  });

  it("looks once for all who ask the same at the same time, and hands different questions one picture", async () => {
    let release = (): void => {};
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const inner = fakeDetector(SCENE, { hold });
    const detector = cached(inner, 0);
    const picture = madePicture(8, 8);
    const same = [1, 2, 3].map(() => detector.detect({ ...picture }, { targets: [DOG], effort: "glance" }));
    const other = detector.detect({ ...picture }, { targets: [CAT], effort: "glance" });
    release();
    const [first, second, third] = await Promise.all(same);
    await other;
    expect([second, third]).toEqual([first, first]);
    expect(asked(inner)).toEqual([["dog"], ["cat"]]);
    expect(inner.calls[0]?.picture).toBe(inner.calls[1]?.picture);
  });

  it("gives up the look only when all have left", async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const inner: Detector = {
      ...fakeDetector(),
      detect: (_picture, _request, signal) => {
        signals.push(signal);
        return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
      },
    };
    const detector = cached(inner, 1000);
    const callers = [new AbortController(), new AbortController()];
    const answers = Promise.allSettled(
      callers.map(({ signal }) => detector.detect(madePicture(8, 8), { targets: [DOG], effort: "glance" }, signal)),
    );
    callers[0]?.abort(new Error("first left"));
    expect(signals.map((signal) => signal?.aborted)).toEqual([false]);
    callers[1]?.abort(new Error("second left"));
    expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
    expect((await answers).map((outcome) => outcome.status === "rejected" && outcome.reason.message)).toEqual([
      "first left",
      "second left",
    ]);
  });

  it("does not remember a failure", async () => {
    const failing = cached(fakeDetector({}, { failure: new Error("broken") }), 1000);
    const ask = () => failing.detect(madePicture(8, 8), { targets: [DOG], effort: "glance" });
    await expect(ask()).rejects.toThrow("broken");
    await expect(ask()).rejects.toThrow("broken");
  });
});

describe("a bounded store", () => {
  it("never holds more than its bytes", () => {
    const store = new BoundedStore<number>(10);
    store.set("a", 1, 4);
    store.set("b", 2, 4);
    expect(store.get("a")).toBe(1);
    store.set("c", 3, 4);
    expect([store.get("a"), store.get("b"), store.get("c"), store.bytes]).toEqual([1, undefined, 3, 8]);
    store.set("c", 4, 11);
    expect([store.get("c"), store.bytes]).toEqual([undefined, 4]);
  });
});
