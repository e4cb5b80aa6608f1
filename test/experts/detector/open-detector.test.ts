import { describe, expect, it } from "vitest";
import { CLAIM_KINDS } from "../../../src/domain/claim.js";
import type { Detector } from "../../../src/domain/ports.js";
import { OpenDetector } from "../../../src/experts/detector/open-detector.js";
import { extract } from "../../../src/extraction/extract.js";
import { examine } from "../../../src/pipeline/examine.js";
import { calibrationFor } from "../../../src/registry/read-registry.js";
import type { OpenArchitecture } from "../../../src/registry/schema.js";
import type { Found, Task } from "../../../src/runtime/transformers/messages.js";
import { type FakeVisionModel, fakeVisionModel } from "../../support/fake-vision-model.js";
import { madePicture } from "../../support/pictures.js";

type Find = Extract<Task, { readonly type: "find" }>;

const facts = { id: "open-one", role: "detector", sha256: null, device: "cpu" } as const;
const LEFT_HALF = [0.1, 0.2, 0.4, 0.8];
const ELSEWHERE = [0.6, 0.6, 0.9, 0.9];

function found(...places: readonly (readonly [score: number, box: readonly number[]])[]): Found {
  return {
    boxes: Float32Array.from(places.flatMap(([, box]) => box)),
    scores: Float32Array.from(places.map(([score]) => score)),
    classes: 1,
  };
}

/** Sees each phrase with the given score in the left half, and nothing of the others. */
function seeing(scores: Readonly<Record<string, number>>): FakeVisionModel {
  return fakeVisionModel("find", "grounding-dino", ({ phrases }: Find) =>
    phrases.map((phrase) => found([scores[phrase] ?? 0.03, LEFT_HALF], [0.02, ELSEWHERE])),
  );
}

async function detectorOf(model: FakeVisionModel, architecture: OpenArchitecture = "grounding-dino"): Promise<Detector> {
  return new OpenDetector(model, { facts, calibration: await calibrationFor(null, architecture, []) });
}

async function verdicts(response: string, detector: Detector): Promise<readonly string[]> {
  const { claims } = extract(response, { prompt: null, kinds: CLAIM_KINDS });
  const experts = { detector, color: null, textReader: null, answerer: null };
  const scene = {
    pictures: [madePicture()],
    experts,
    policy: "balanced",
    expertTimeoutMs: 1000,
    signal: new AbortController().signal,
  } as const;
  const { judged } = await examine(claims, scene);
  return judged.map(({ claim, judgement }) => `${claim.text}: ${judgement.verdict}`);
}

describe("a detector of open vocabulary", () => {
  it("supports and refutes things that no closed detector knows", async () => {
    const detector = await detectorOf(seeing({ fountain: 0.7 }));
    expect(await verdicts("There is a fountain. There is a lantern.", detector)).toEqual([
      "there is a fountain: supported",
      "there is a lantern: refuted",
    ]);
  });

  it("leaves open what it half sees", async () => {
    const detector = await detectorOf(seeing({ fountain: 0.33 }));
    expect(await verdicts("There is a fountain.", detector)).toEqual(["there is a fountain: unverifiable"]);
  });

  it("asks for the claim's own words, each once a view", async () => {
    const model = seeing({});
    const detector = await detectorOf(model);
    const picture = madePicture();
    const targets = [
      { category: "animal", classes: ["dog", "cat"] },
      { category: "fountain", classes: [] },
    ];
    await detector.detect(picture, { targets, effort: "glance" });
    await detector.detect(picture, { targets: [...targets, { category: "dog", classes: ["dog"] }], effort: "thorough" });
    expect(model.asked.map((task) => (task.type === "find" ? task.phrases : []))).toEqual([
      ["animal", "fountain"],
      ["dog"],
      ["animal", "fountain", "dog"],
    ]);
  });

  it("turns the boxes of the mirror image back, and takes two boxes of one thing for one", async () => {
    const model = fakeVisionModel("find", "owlv2", ({ phrases }: Find) =>
      phrases.map(() => found([0.6, LEFT_HALF], [0.5, [0.11, 0.2, 0.41, 0.8]])),
    );
    const detector = await detectorOf(model, "owlv2");
    const [seen] = await detector.detect(madePicture(), { targets: [{ category: "fountain", classes: [] }], effort: "thorough" });
    expect(seen?.boxes.map(({ x1, x2 }) => [x1.toFixed(2), x2.toFixed(2)])).toEqual([
      ["0.10", "0.40"],
      ["0.60", "0.90"],
    ]);
  });

  it("is never sure: none of its scores was fitted", async () => {
    const detector = await detectorOf(seeing({ fountain: 1, lantern: 0 }));
    const targets = [
      { category: "fountain", classes: [] },
      { category: "lantern", classes: [] },
    ];
    const [fountain, lantern] = await detector.detect(madePicture(), { targets, effort: "glance" });
    expect(fountain?.presence).toBe(0.93);
    expect(lantern?.presence).toBe(0.06);
  });

  const broken: Readonly<Record<string, () => readonly Found[]>> = {
    "a score that is no number": () => [found([Number.NaN, LEFT_HALF])],
    "a box that is none": () => [found([0.9, [Number.NaN, 0, 1, 1]])],
    "no answer for what was asked": () => [],
    "a failure": () => {
      throw new Error("out of memory");
    },
  };
  for (const [name, say] of Object.entries(broken)) {
    it(`${name} refutes nothing`, async () => {
      const detector = await detectorOf(fakeVisionModel("find", "grounding-dino", say));
      expect(await verdicts("There is a fountain.", detector)).toEqual(["there is a fountain: unverifiable"]);
    });
  }
});
