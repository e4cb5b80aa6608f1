/** What the pipeline relies on in any detector. Every adapter runs this suite. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Detector } from "../../src/domain/ports.js";
import { madePicture } from "../support/pictures.js";

/** @param open a fresh detector that knows "person", "dog" and "chair", and not "unicorn"; or one of open vocabulary, which knows them all */
export function describeDetector(name: string, open: () => Promise<Detector>): void {
  const person = { category: "person", classes: ["person"] };
  const dog = { category: "puppy", classes: ["dog"] };
  const unknown = { category: "unicorn", classes: ["unicorn"] };
  const group = { category: "thing to sit on", classes: ["chair", "couch", "bench"] };

  describe(`${name} as a detector`, () => {
    let detector: Detector;
    const picture = madePicture(96, 64);

    beforeAll(async () => {
      detector = await open();
    });
    afterAll(() => detector.close());

    it("says who it is", () => {
      expect(detector.facts.role).toBe("detector");
      expect(detector.facts.id).not.toBe("");
      expect(detector.facts.sha256 ?? "0".repeat(64)).toMatch(/^[0-9a-f]{64}$/);
    });

    it.each(["glance", "thorough"] as const)(
      "answers each target once, in the order asked, under the target's own name (%s)",
      async (effort) => {
        const found = await detector.detect(picture, { targets: [dog, person, group], effort });
        expect(found.map(({ category }) => category)).toEqual(["puppy", "person", "thing to sit on"]);
      },
    );

    it("leaves out what its vocabulary does not cover", async () => {
      if (detector.vocabulary === "open") {
        const found = await detector.detect(picture, { targets: [unknown, { category: "fog", classes: [] }], effort: "glance" });
        expect(found.map(({ category }) => category)).toEqual(["unicorn", "fog"]);
        return;
      }
      expect(await detector.detect(picture, { targets: [unknown], effort: "glance" })).toEqual([]);
      const found = await detector.detect(picture, { targets: [unknown, person, { category: "fog", classes: [] }], effort: "glance" });
      expect(found.map(({ category }) => category)).toEqual(["person"]);
    });

    it("has nothing to say where nothing is asked", async () => {
      expect(await detector.detect(picture, { targets: [], effort: "glance" })).toEqual([]);
    });

    it.each(["glance", "thorough"] as const)(
      "gives probabilities, and boxes inside the picture by falling probability (%s)",
      async (effort) => {
        for (const { presence, boxes } of await detector.detect(picture, { targets: [person, dog, group], effort })) {
          expect(presence).toBeGreaterThanOrEqual(0);
          expect(presence).toBeLessThanOrEqual(1);
          expect(boxes).toEqual(boxes.toSorted((a, b) => b.probability - a.probability));
          for (const { probability, x1, y1, x2, y2 } of boxes) {
            expect(probability).toBeGreaterThanOrEqual(0.02);
            expect(probability).toBeLessThanOrEqual(1);
            expect(0 <= x1 && x1 <= x2 && x2 <= 1).toBe(true);
            expect(0 <= y1 && y1 <= y2 && y2 <= 1).toBe(true);
          }
        }
      },
    );

    it("says the same of equal pictures, alone and at once", async () => {
      const ask = () => detector.detect({ ...picture }, { targets: [person, dog], effort: "glance" });
      const first = await ask();
      expect(await Promise.all([ask(), ask(), ask()])).toEqual([first, first, first]);
    });

    it("says of a class the same whatever else is asked", async () => {
      const [alone] = await detector.detect(picture, { targets: [dog], effort: "glance" });
      const among = await detector.detect(picture, { targets: [person, dog, group], effort: "glance" });
      expect(among[1]).toEqual(alone);
    });

    it("reads a picture of a single pixel, and one far longer than wide", async () => {
      for (const odd of [madePicture(1, 1), madePicture(700, 2)]) {
        expect(await detector.detect(odd, { targets: [person], effort: "thorough" })).toHaveLength(1);
      }
    });

    it("stops for a caller that has left", async () => {
      const left = AbortSignal.abort(new Error("the caller left"));
      await expect(detector.detect(picture, { targets: [person], effort: "glance" }, left)).rejects.toThrow("the caller left");
      const leaving = new AbortController();
      const answer = detector.detect({ ...picture }, { targets: [person], effort: "thorough" }, leaving.signal);
      leaving.abort(new Error("the caller leaves"));
      await expect(answer).rejects.toThrow("the caller leaves");
    });

    it("is closed more than once without harm, and then says that it is closed", async () => {
      const closed = await open();
      await closed.close();
      await closed.close();
      await expect(closed.detect({ ...picture }, { targets: [person], effort: "glance" })).rejects.toMatchObject({
        code: "expert_unavailable",
      });
    });
  });
}
