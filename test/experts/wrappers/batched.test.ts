import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Detection } from "../../../src/domain/ports.js";
import type { BatchDetector, DetectEntry } from "../../../src/experts/batch-detector.js";
import { type BatchLimits, batched } from "../../../src/experts/wrappers/batched.js";
import { fakeDetector } from "../../support/fake-detector.js";
import { madePicture } from "../../support/pictures.js";

const REQUEST = { targets: [{ category: "dog", classes: ["dog"] }], effort: "glance" } as const;
const LIMITS: BatchLimits = { maxPictures: 3, maxPixels: 1000, maxDelayMs: 50, concurrency: 1 };
const ANSWER: readonly Detection[] = [{ category: "dog", presence: 0.5, boxes: [] }];

interface Run {
  readonly pictures: number;
  readonly signal: AbortSignal | undefined;
  readonly end: () => void;
  readonly fail: (error: Error) => void;
}

/** A detector whose runs end when the test says so. */
function manual() {
  const runs: Run[] = [];
  const begin = (pictures: number, signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      runs.push({ pictures, signal, end: resolve, fail: reject });
    });
  const detector: BatchDetector = {
    ...fakeDetector(),
    maxBatch: 8,
    parallelism: 1,
    detect: async (_picture, _request, signal) => {
      await begin(1, signal);
      return ANSWER;
    },
    detectTogether: async (entries: readonly DetectEntry[], signal) => {
      await begin(entries.length, signal);
      return entries.map(() => ANSWER);
    },
  };
  return { detector, runs, sizes: () => runs.map(({ pictures }) => pictures) };
}

/** Lets what is settled be noticed. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("batched", () => {
  it("never makes an idle detector wait", async () => {
    const { detector, runs, sizes } = manual();
    const answer = batched(detector, LIMITS).detect(madePicture(10, 10), REQUEST);
    expect(sizes()).toEqual([1]);
    runs[0]?.end();
    expect(await answer).toEqual(ANSWER);
  });

  it("takes together what came while the detector was busy, bounded by pictures", async () => {
    const { detector, runs, sizes } = manual();
    const together = batched(detector, LIMITS);
    const answers = Array.from({ length: 6 }, () => together.detect(madePicture(10, 10), REQUEST));
    for (const run of [0, 1, 2]) {
      await settle();
      runs[run]?.end();
    }
    expect(await Promise.all(answers)).toHaveLength(6);
    expect(sizes()).toEqual([1, 3, 2]);
  });

  it("is bounded by pixels, and lets a larger picture go alone", async () => {
    const { detector, runs, sizes } = manual();
    const together = batched(detector, LIMITS);
    const answers = [10, 25, 25, 60, 10].map((side) => together.detect(madePicture(side, 20), REQUEST));
    for (const run of [0, 1, 2, 3]) {
      await settle();
      runs[run]?.end();
    }
    await Promise.all(answers);
    expect(sizes()).toEqual([1, 2, 1, 1]);
  });

  it("with room beside a run, goes when the batch is full or the first has waited long enough", async () => {
    const { detector, sizes } = manual();
    const together = batched(detector, { ...LIMITS, concurrency: 2 });
    for (let picture = 0; picture < 2; picture += 1) void together.detect(madePicture(10, 10), REQUEST);
    expect(sizes()).toEqual([1]);
    await vi.advanceTimersByTimeAsync(49);
    expect(sizes()).toEqual([1]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sizes()).toEqual([1, 1]);

    const other = manual();
    const full = batched(other.detector, { ...LIMITS, concurrency: 2 });
    for (let picture = 0; picture < 4; picture += 1) void full.detect(madePicture(10, 10), REQUEST);
    expect(other.sizes()).toEqual([1, 3]);
  });

  it("drops an entry whose caller left", async () => {
    const { detector, runs, sizes } = manual();
    const together = batched(detector, LIMITS);
    const first = together.detect(madePicture(10, 10), REQUEST);
    const leaving = new AbortController();
    const gone = together.detect(madePicture(10, 10), REQUEST, leaving.signal);
    const last = together.detect(madePicture(10, 10), REQUEST);
    leaving.abort(new Error("left"));
    await expect(gone).rejects.toThrow("left");
    runs[0]?.end();
    await settle();
    runs[1]?.end();
    await Promise.all([first, last]);
    expect(sizes()).toEqual([1, 1]);
  });

  it("aborts a batch that all have left, and none that somebody still waits for", async () => {
    const { detector, runs } = manual();
    const together = batched(detector, LIMITS);
    const first = together.detect(madePicture(10, 10), REQUEST);
    const callers = [new AbortController(), new AbortController()];
    const answers = callers.map(({ signal }) => together.detect(madePicture(10, 10), REQUEST, signal));
    const outcomes = Promise.allSettled(answers);
    runs[0]?.end();
    await first;
    await settle();
    callers[0]?.abort(new Error("left"));
    expect(runs[1]?.signal?.aborted).toBe(false);
    callers[1]?.abort(new Error("left"));
    expect(runs[1]?.signal?.aborted).toBe(true);
    runs[1]?.fail(new Error("aborted"));
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });

  it("tries the pictures of a batch that failed one by one, so that one does not fail the others", async () => {
    const { detector, runs, sizes } = manual();
    const together = batched(detector, LIMITS);
    const first = together.detect(madePicture(10, 10), REQUEST);
    const outcomes = Promise.allSettled([together.detect(madePicture(10, 10), REQUEST), together.detect(madePicture(10, 10), REQUEST)]);
    runs[0]?.end();
    await first;
    await settle();
    runs[1]?.fail(new Error("too much at once"));
    await settle();
    runs[2]?.fail(new Error("a bad picture"));
    await settle();
    runs[3]?.end();
    expect((await outcomes).map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect(sizes()).toEqual([1, 2, 1, 1]);
  });
});
