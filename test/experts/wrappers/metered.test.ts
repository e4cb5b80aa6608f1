import { describe, expect, it } from "vitest";
import { CLAIM_KINDS } from "../../../src/domain/claim.js";
import { YaffleError } from "../../../src/domain/error.js";
import {
  type ExpertCall,
  type Meter,
  metered,
  meteredAnswerer,
  meteredReader,
  meteredScorer,
  meteredTextReader,
  meteredWriter,
} from "../../../src/experts/wrappers/metered.js";
import { fakeDetector } from "../../support/fake-detector.js";
import { madePicture } from "../../support/pictures.js";

const REQUEST = { targets: [{ category: "dog", classes: ["dog"] }], effort: "glance" } as const;

function counting(): Meter & { readonly calls: ExpertCall[] } {
  const calls: ExpertCall[] = [];
  let nowMs = 0;
  return { calls, clock: { nowMs: () => (nowMs += 5) }, tell: (call) => calls.push(call) };
}

function told(detector: ReturnType<typeof fakeDetector>) {
  const meter = counting();
  return { detector: metered(detector, meter), calls: meter.calls };
}

const PICTURE = madePicture(8, 8);
const close = async (): Promise<void> => undefined;
const factsOf = <Role extends string>(role: Role) => ({ id: `a ${role}`, role, sha256: null, device: "cpu" }) as const;
const broken = (): Promise<never> => Promise.reject(new YaffleError("deadline_exceeded", "Too late."));

describe("metered", () => {
  it("tells each call, how long it took and how it ended", async () => {
    const { detector, calls } = told(fakeDetector({ dog: { presence: 0.7 } }));
    expect(await detector.detect(madePicture(8, 8), REQUEST)).toHaveLength(1);
    const call = { expert: "fake-detector", role: "detector", device: "cpu", effort: "glance", durationMs: 5 };
    expect(calls).toEqual([{ ...call, outcome: "ok" }]);
    await expect(detector.detect(madePicture(8, 8), REQUEST, AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
    expect(calls[1]).toEqual({ ...call, outcome: "cancelled" });
  });

  it("tells the code of a failure", async () => {
    const { detector, calls } = told(fakeDetector({}, { failure: new Error("broken") }));
    await expect(detector.detect(madePicture(8, 8), REQUEST)).rejects.toThrow("broken");
    expect(calls.map(({ outcome }) => outcome)).toEqual(["internal"]);
  });

  it.each([
    [
      "text_reader",
      1,
      (meter: Meter) => [meteredTextReader({ facts: factsOf("text_reader"), read: async () => [], close }, meter).read(PICTURE)],
    ],
    [
      "answerer",
      1,
      (meter: Meter) => [
        meteredAnswerer({ facts: factsOf("answerer"), answer: async () => ({ answer: "yes", probability: 1 }), close }, meter).answer(
          PICTURE,
          "Is it?",
          null,
        ),
      ],
    ],
    [
      "scorer",
      1,
      (meter: Meter) => [meteredScorer({ facts: factsOf("scorer"), compare: async () => [1], close }, meter).compare(PICTURE, ["a"], null)],
    ],
    [
      "extractor",
      1,
      (meter: Meter) => [
        meteredReader({ facts: factsOf("extractor"), read: async () => [], close }, meter).read("A dog.", {
          prompt: null,
          kinds: CLAIM_KINDS,
        }),
      ],
    ],
    [
      "corrector",
      3,
      (meter: Meter) => {
        const empty = async (): Promise<never[]> => [];
        const facts = factsOf("corrector");
        const writer = meteredWriter({ facts, concepts: empty, questions: empty, rewrite: async () => new Map(), close }, meter);
        return [writer.concepts([]), writer.questions([], []), writer.rewrite([], [])];
      },
    ],
  ] as const)("tells each call of a %s", async (role, count, ask) => {
    const meter = counting();
    await Promise.all(ask(meter));
    expect(meter.calls.map((call) => ({ ...call, durationMs: 0 }))).toEqual(
      Array.from({ length: count }, () => ({ expert: `a ${role}`, role, device: "cpu", effort: null, durationMs: 0, outcome: "ok" })),
    );
  });

  it("tells how another expert failed, and that its caller left", async () => {
    const meter = counting();
    const answerer = meteredAnswerer({ facts: factsOf("answerer"), answer: broken, close }, meter);
    await expect(answerer.answer(PICTURE, "Is it?", null)).rejects.toThrow("Too late.");
    await expect(answerer.answer(PICTURE, "Is it?", null, AbortSignal.abort())).rejects.toThrow("Too late.");
    expect(meter.calls.map(({ outcome }) => outcome)).toEqual(["deadline_exceeded", "cancelled"]);
  });
});
