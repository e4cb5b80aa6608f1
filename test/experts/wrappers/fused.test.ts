import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Detection } from "../../../src/domain/ports.js";
import { fused } from "../../../src/experts/wrappers/fused.js";
import { boxAt, fakeDetector, type Scene } from "../../support/fake-detector.js";
import { madePicture } from "../../support/pictures.js";

const DOG = { category: "dog", classes: ["dog"] };

async function seenBy(...scenes: readonly Scene[]): Promise<Detection | undefined> {
  const [detection] = await fused(
    scenes.map((scene) => fakeDetector(scene)),
    2,
  ).detect(madePicture(8, 8), {
    targets: [DOG],
    effort: "glance",
  });
  return detection;
}

describe("fused", () => {
  it("is surer than either where both agree, and open where they do not", async () => {
    expect((await seenBy({ dog: { presence: 0.9 } }, { dog: { presence: 0.9 } }))?.presence).toBeGreaterThan(0.9);
    expect((await seenBy({ dog: { presence: 0.1 } }, { dog: { presence: 0.1 } }))?.presence).toBeLessThan(0.1);
    const contested = (await seenBy({ dog: { presence: 0.9 } }, { dog: { presence: 0.1 } }))?.presence;
    expect(contested).toBeGreaterThan(0.5);
    expect(contested).toBeLessThan(0.9);
  });

  it("lets the first decide between two that contradict each other as surely, and grows with each", async () => {
    const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const presenceOf = async (one: number, other: number): Promise<number> =>
      (await seenBy({ dog: { presence: one } }, { dog: { presence: other } }))?.presence ?? Number.NaN;
    await fc.assert(
      fc.asyncProperty(probability, probability, async (one, other) => {
        if (Math.abs(one - 0.5) > 1e-6) expect((await presenceOf(one, 1 - one)) > 0.5).toBe(one > 0.5);
        const least = await presenceOf(Math.min(one, other), Math.min(one, other));
        const most = await presenceOf(Math.max(one, other), Math.max(one, other));
        const between = await presenceOf(one, other);
        expect(between).toBeGreaterThanOrEqual(least - 1e-12);
        expect(between).toBeLessThanOrEqual(most + 1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it("lets the first count as often as it is told", async () => {
    const asks = { targets: [DOG], effort: "glance" } as const;
    const led = async (lead: number) => {
      const pair = fused([fakeDetector({ dog: { presence: 0.6 } }), fakeDetector({ dog: { presence: 0.2 } })], lead);
      return (await pair.detect(madePicture(8, 8), asks))[0]?.presence;
    };
    // The log-odds of 0.6 and 0.2 are 0.405 and -1.386; their mean is stretched by 1.25.
    expect(await led(1)).toBeCloseTo(1 / (1 + Math.exp(1.25 * 0.4904)), 3);
    expect(await led(5)).toBeCloseTo(1 / (1 + Math.exp(-1.25 * 0.1068)), 3);
  });

  it("sees a thing that both see once, between the two boxes, and what one alone sees more faintly", async () => {
    const shared = { dog: { boxes: [boxAt(0.8, 0.1, 0.1, 0.5, 0.5)] } };
    const more = { dog: { boxes: [boxAt(0.8, 0.12, 0.1, 0.52, 0.5), boxAt(0.8, 0.6, 0.6, 0.9, 0.9)] } };
    const detection = await seenBy(shared, more);
    expect(detection?.boxes).toHaveLength(2);
    expect(detection?.boxes[0]).toMatchObject({ x1: expect.closeTo(0.11, 10), x2: expect.closeTo(0.51, 10) });
    expect(detection?.boxes[0]?.probability).toBeGreaterThan(0.8);
    expect(detection?.boxes[1]?.probability).toBeLessThan(0.5);
  });

  it("does not take two boxes of one detector for one thing", async () => {
    const twice = { dog: { boxes: [boxAt(0.8, 0.1, 0.1, 0.5, 0.5), boxAt(0.7, 0.11, 0.1, 0.5, 0.5)] } };
    expect((await seenBy(twice, { dog: { boxes: [boxAt(0.8, 0.1, 0.1, 0.5, 0.5)] } }))?.boxes).toHaveLength(2);
  });

  it("leaves to one what only one knows, and knows what any knows", async () => {
    const pair = fused(
      [
        fakeDetector({ dog: { presence: 0.7 } }, { vocabulary: ["dog"] }),
        fakeDetector({ cat: { presence: 0.6 } }, { vocabulary: ["cat", "dog"] }),
      ],
      2,
    );
    expect(pair.vocabulary).toEqual(["dog", "cat"]);
    const cat = { category: "cat", classes: ["cat"] };
    const [first] = await pair.detect(madePicture(8, 8), { targets: [cat], effort: "glance" });
    expect(first?.presence).toBe(0.6);
    const open = fused([fakeDetector({}, { vocabulary: "open" }), fakeDetector()], 2);
    expect(open.vocabulary).toBe("open");
  });

  it("goes on with those that work, and fails where none does", async () => {
    const broken = () => fakeDetector({}, { failure: new Error("broken") });
    const ask = { targets: [DOG], effort: "glance" } as const;
    const [alone] = await fused([broken(), fakeDetector({ dog: { presence: 0.7 } })], 2).detect(madePicture(8, 8), ask);
    expect(alone?.presence).toBe(0.7);
    expect(alone?.unheard).toEqual([{ expert: "fake-detector", code: "expert_failed", message: "broken" }]);
    expect((await seenBy({ dog: { presence: 0.7 } }, {}))?.unheard).toBeUndefined();
    const onlyCats = fakeDetector({}, { vocabulary: ["cat"] });
    await expect(fused([broken(), onlyCats], 2).detect(madePicture(8, 8), ask)).rejects.toThrow("broken");
    await expect(fused([broken(), broken()], 2).detect(madePicture(8, 8), ask)).rejects.toThrow("broken");
  });

  it("names its parts, and closes them all", async () => {
    const parts = [fakeDetector(), fakeDetector()];
    const pair = fused(parts, 2);
    expect(pair.facts).toEqual({ id: "fake-detector+fake-detector", role: "detector", sha256: null, device: "cpu" });
    await pair.close();
    expect(parts.map(({ closings }) => closings)).toEqual([1, 1]);
  });
});
