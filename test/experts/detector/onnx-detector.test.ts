import { describe, expect, it, vi } from "vitest";
import type { NetworkReader, RawSighting } from "../../../src/experts/detector/architecture.js";
import { OnnxDetector } from "../../../src/experts/detector/onnx-detector.js";
import type { OnnxSession } from "../../../src/runtime/onnx/session.js";
import { SpareMemory } from "../../../src/runtime/spare-memory.js";
import { madePicture } from "../../support/pictures.js";

/** A score is its own probability, whatever else is known. */
const PLAIN = { bias: 0, whole: 1, disagreement: 0, tiles: 0, rival: 0, area: 0, frequency: 0, ease: 0, easeTimesWhole: 0 };
const EFFORTS = { glance: PLAIN, thorough: PLAIN };

const NETWORK = {
  vocabulary: ["car", "truck"],
  calibration: { presence: EFFORTS, box: EFFORTS, classFacts: [] },
  facts: { id: "test", role: "detector", sha256: null, device: "cpu" },
} as const;

const SESSION: OnnxSession = {
  inputs: [],
  outputs: [],
  device: "cpu",
  parallelism: 1,
  memory: new SpareMemory(),
  run: async () => new Map(),
  close: async () => {},
};

interface Opened {
  readonly detector: OnnxDetector;
  /** Runs of the network so far. */
  readonly runs: () => number;
}

/** A detector of cars and trucks whose network always sees the same; the first `failures` runs fail. */
function detectorSeeing(sightings: readonly RawSighting[], failures = 0, maxBatch = 1): Opened {
  let runs = 0;
  const session: OnnxSession = {
    ...SESSION,
    run: async () => {
      runs += 1;
      if (runs <= failures) throw new Error("the network fails");
      return new Map();
    },
  };
  const detector = new OnnxDetector({ ...NETWORK, session, reader: readerSeeing(sightings) }, maxBatch);
  return { detector, runs: () => runs };
}

function readerSeeing(sightings: readonly RawSighting[]): NetworkReader {
  return {
    form: { side: 100, fit: "stretched", padding: 0, channels: "rgb", scale: 1 },
    batches: true,
    inputs: () => ({}),
    read: () => sightings,
  };
}

const CAR = { classIndex: 0, score: 0.75, box: { x1: 10, y1: 10, x2: 50, y2: 50 } };
const CARS = { targets: [{ category: "car", classes: ["car"] }], effort: "glance" } as const;

describe("a detector on a network", () => {
  it("gives boxes as fractions of the picture, with calibrated probabilities", async () => {
    const [car] = await detectorSeeing([CAR]).detector.detect(madePicture(), CARS);
    expect(car?.category).toBe("car");
    expect(car?.presence).toBeCloseTo(0.75, 10);
    expect(car?.boxes).toHaveLength(1);
    expect(car?.boxes[0]?.probability).toBeCloseTo(0.75, 10);
    expect(car?.boxes[0]).toMatchObject({ x1: 0.1, y1: 0.1, x2: 0.5, y2: 0.5 });
  });

  it("names a thing of two classes once, in a target that stands for both", async () => {
    const truck = { classIndex: 1, score: 0.5, box: { x1: 11, y1: 10, x2: 50, y2: 50 } };
    const far = { classIndex: 1, score: 0.25, box: { x1: 60, y1: 60, x2: 90, y2: 90 } };
    const targets = [{ category: "vehicle", classes: ["car", "truck"] }];
    const [vehicle] = await detectorSeeing([CAR, truck, far]).detector.detect(madePicture(), { targets, effort: "glance" });
    expect(vehicle?.boxes.map(({ x1 }) => x1)).toEqual([0.1, 0.6]);
    expect(vehicle?.presence).toBeCloseTo(1 - 0.25 * 0.5, 10);
  });

  it("runs once for a picture, however much is asked; a thorough look pays for what the glance did not do", async () => {
    const { detector, runs } = detectorSeeing([CAR]);
    const picture = madePicture();
    await Promise.all([detector.detect(picture, CARS), detector.detect(picture, CARS)]);
    await detector.detect(picture, { ...CARS, targets: [{ category: "truck", classes: ["truck"] }] });
    expect(runs()).toBe(1);
    await detector.detect(picture, { ...CARS, effort: "thorough" });
    expect(runs()).toBe(6);
    await detector.detect(madePicture(), CARS);
    expect(runs()).toBe(7);
  });

  it("looks at several pictures and views in as few runs as they fit in, and says of each the same as alone", async () => {
    const { detector, runs } = detectorSeeing([CAR], 0, 4);
    const pictures = [madePicture(64, 48, 1), madePicture(32, 48, 2), madePicture(16, 16, 3)];
    const together = await detector.detectTogether(pictures.map((picture) => ({ picture, request: CARS })));
    expect(runs()).toBe(1);
    const unknown = { targets: [{ category: "fog", classes: [] }], effort: "thorough" } as const;
    const [thorough, nothing] = await detector.detectTogether([
      { picture: madePicture(), request: { ...CARS, effort: "thorough" } },
      { picture: madePicture(), request: unknown },
    ]);
    expect(runs()).toBe(3);
    expect([thorough?.length, nothing]).toEqual([1, []]);
    const alone = detectorSeeing([CAR]).detector;
    expect(together).toEqual(await Promise.all(pictures.map((picture) => alone.detect(picture, CARS))));
  });

  it("runs as many at a time as the session works on, and one more that gets ready; what follows a failure is not begun", async () => {
    const running: (() => void)[] = [];
    const session: OnnxSession = {
      ...SESSION,
      parallelism: 2,
      run: () => new Promise((resolve) => running.push(() => resolve(new Map()))),
    };
    const detector = new OnnxDetector({ ...NETWORK, session, reader: readerSeeing([CAR]) });
    const look = detector.detect(madePicture(), { ...CARS, effort: "thorough" });
    await vi.waitUntil(() => running.length === 3);
    for (let ended = 0; ended < 6; ended += 1) {
      await vi.waitUntil(() => running.length > ended);
      expect(running.length - ended).toBeLessThanOrEqual(3);
      running[ended]?.();
    }
    expect(await look).toHaveLength(1);
    expect(running).toHaveLength(6);

    const { detector: failing, runs } = detectorSeeing([CAR], 1);
    await expect(failing.detect(madePicture(), { ...CARS, effort: "thorough" })).rejects.toThrow("the network fails");
    expect(await failing.detect(madePicture(8, 8, 9), CARS)).toHaveLength(1);
    expect(runs()).toBeLessThanOrEqual(3);
  });

  it.each([
    ["cpu", 2],
    ["remote", 5],
  ] as const)("gets pictures ready just in time, but all for a model server (%s)", async (device, ready) => {
    const running: (() => void)[] = [];
    const memory = new SpareMemory();
    const prepared = vi.spyOn(memory, "floats");
    const run: OnnxSession["run"] = () => new Promise((resolve) => running.push(() => resolve(new Map())));
    const detector = new OnnxDetector({ ...NETWORK, session: { ...SESSION, device, memory, run }, reader: readerSeeing([CAR]) });
    const leaving = new AbortController();
    const looks = [1, 2, 3, 4].map((seed) => detector.detect(madePicture(64, 48, seed), CARS));
    const left = expect(detector.detect(madePicture(64, 48, 5), CARS, leaving.signal)).rejects.toThrow("left");
    await vi.waitUntil(() => running.length === ready);
    expect(prepared).toHaveBeenCalledTimes(ready);
    leaving.abort(new Error("left"));
    for (let ended = 0; ended < (device === "cpu" ? 4 : 5); ended += 1) {
      await vi.waitUntil(() => running.length > ended);
      running[ended]?.();
    }
    await left;
    expect(await Promise.all(looks)).toHaveLength(4);
    expect(prepared).toHaveBeenCalledTimes(device === "cpu" ? 4 : 5);
  });

  it("tries again after a run that failed", async () => {
    const { detector } = detectorSeeing([CAR], 1);
    const picture = madePicture();
    await expect(detector.detect(picture, CARS)).rejects.toThrow("the network fails");
    expect(await detector.detect(picture, CARS)).toHaveLength(1);
  });

  it("does not run where nothing is asked that it knows", async () => {
    const { detector, runs } = detectorSeeing([CAR]);
    expect(await detector.detect(madePicture(), { targets: [{ category: "dog", classes: ["dog"] }], effort: "thorough" })).toEqual([]);
    expect(runs()).toBe(0);
  });

  it("takes a score that is no number for a failure, never for an absence", async () => {
    const { detector } = detectorSeeing([{ ...CAR, score: Number.NaN }]);
    await expect(detector.detect(madePicture(), CARS)).rejects.toMatchObject({ code: "expert_unavailable" });
  });
});
