import { describe, expect, it } from "vitest";
import type { CompareCheck } from "../../../src/domain/check.js";
import type { Scorer } from "../../../src/domain/ports.js";
import { gather } from "../../../src/experts/gather.js";
import { createVisionScorer } from "../../../src/experts/scorer/vision-scorer.js";
import { boxAt, fakeDetector } from "../../support/fake-detector.js";
import { fakeVisionModel } from "../../support/fake-vision-model.js";
import { madePicture } from "../../support/pictures.js";

const facts = { id: "weighing-one", role: "scorer", sha256: null, device: "cpu" } as const;
const check: CompareCheck = {
  type: "compare",
  statement: "a photo of a red car",
  contraries: ["a photo of a green car", "a photo of a blue car"],
  about: { category: "car", classes: ["car"] },
};
const [LARGE, SMALL] = [boxAt(0.9, 0, 0, 0.5, 0.5), boxAt(0.6, 0.6, 0.6, 0.9, 0.9)];

async function evidenceOf(scorer: Scorer | null, boxes = [LARGE, SMALL], options: { readonly expertTimeoutMs?: number } = {}) {
  const detector = fakeDetector({ car: { boxes } });
  const experts = { detector, color: null, textReader: null, answerer: null, scorer };
  const book = await gather([check], [madePicture(200, 100)], experts, { effort: "glance", ...options });
  return [...book.values()][0] ?? [];
}

function saying(...fits: readonly number[]): Scorer {
  return createVisionScorer(
    fakeVisionModel("compare", "clip", () => fits),
    facts,
  );
}

describe("a scorer among the experts", () => {
  it("weighs the statement against its best contrary on each thing that was found", async () => {
    const evidence = await evidenceOf(saying(Math.log(3), Math.log(0.5), Math.log(1)));
    const said = { type: "comparison", expert: "weighing-one", image: 0, statement: check.statement, contrary: "a photo of a blue car" };
    expect(evidence).toEqual([
      { ...said, share: expect.closeTo(0.75, 6), region: LARGE },
      { ...said, share: expect.closeTo(0.75, 6), region: SMALL },
    ]);
  });

  it("is shown the thing and a little of what is around", async () => {
    const model = fakeVisionModel("compare", "clip", () => [0, 0, 0]);
    await evidenceOf(createVisionScorer(model, facts), [LARGE]);
    const [task] = model.asked;
    expect(task?.picture).toMatchObject({ width: 124, height: 62 });
    expect(task?.type === "compare" ? task.texts : []).toEqual([check.statement, ...check.contraries]);
  });

  it("has nothing to say of what was not found, and is no loss where there is none", async () => {
    expect(await evidenceOf(saying(1, 2, 3), [boxAt(0.1)])).toEqual([]);
    expect(await evidenceOf(null)).toEqual([]);
  });

  const faults: Readonly<Record<string, readonly [Scorer, string]>> = {
    "a number for another count of texts": [saying(1, 2), "expert_unavailable"],
    "no number": [saying(1, Number.NaN, 2), "expert_unavailable"],
    "chances above one": [{ facts, compare: async () => [1.5, 0, 0], close: async () => undefined }, "expert_failed"],
    "too few chances": [{ facts, compare: async () => [1], close: async () => undefined }, "expert_failed"],
    "a failure": [{ facts, compare: () => Promise.reject(new Error("out of memory")), close: async () => undefined }, "expert_failed"],
  };
  for (const [name, [scorer, code]] of Object.entries(faults)) {
    it(`${name} is a failure, never evidence`, async () => {
      expect(await evidenceOf(scorer)).toEqual([{ type: "failure", expert: "weighing-one", image: 0, code, message: expect.any(String) }]);
    });
  }

  it("one that hangs is a failure when its time is over", async () => {
    const hanging: Scorer = { facts, compare: () => new Promise(() => {}), close: async () => undefined };
    expect(await evidenceOf(hanging, [LARGE], { expertTimeoutMs: 30 })).toMatchObject([{ type: "failure", code: "deadline_exceeded" }]);
  });
});
