/** What the pipeline relies on in anything that weighs texts against each other. Every adapter runs this suite. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scorer } from "../../src/domain/ports.js";
import { madePicture } from "../support/pictures.js";

const TEXTS = ["a photo of a red car", "a photo of a blue car", "a photo of a standing dog"];
const REGION = { x1: 0.25, y1: 0.25, x2: 0.75, y2: 0.75 };

export function describeScorer(name: string, open: () => Promise<Scorer>): void {
  describe(`${name} as a scorer`, () => {
    let scorer: Scorer;
    const picture = madePicture(96, 64);

    beforeAll(async () => {
      scorer = await open();
    });
    afterAll(() => scorer.close());

    it("says who it is", () => {
      expect(scorer.facts.role).toBe("scorer");
      expect(scorer.facts.id).not.toBe("");
      expect(scorer.facts.sha256 ?? "0".repeat(64)).toMatch(/^[0-9a-f]{64}$/);
    });

    it.each([
      ["the whole picture", null] as const,
      ["a region", REGION] as const,
      ["a speck", { x1: 0.5, y1: 0.5, x2: 0.5, y2: 0.5 }] as const,
    ])("gives each text its chance, and no more than there is (%s)", async (_, region) => {
      const chances = await scorer.compare(picture, TEXTS, region);
      expect(chances).toHaveLength(TEXTS.length);
      for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(0);
      expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 6);
    });

    it("weighs texts whatever their order, and nothing where there are none", async () => {
      const [red, blue, dog] = await scorer.compare(picture, TEXTS, null);
      const [dogToo, redToo, blueToo] = await scorer.compare(picture, [TEXTS[2] ?? "", TEXTS[0] ?? "", TEXTS[1] ?? ""], null);
      expect([redToo, blueToo, dogToo]).toEqual([red, blue, dog].map((chance) => expect.closeTo(chance ?? Number.NaN, 5)));
      expect(await scorer.compare(picture, [], null)).toEqual([]);
    });

    it("says the same of equal pictures, alone and at once", async () => {
      const ask = () => scorer.compare({ ...picture }, TEXTS, REGION);
      const first = await ask();
      expect(await Promise.all([ask(), ask()])).toEqual([first, first]);
    });

    it("reads a picture of a single pixel, one far longer than wide, and a text longer than it knows", async () => {
      for (const odd of [madePicture(1, 1), madePicture(700, 2)]) {
        expect(await scorer.compare(odd, ["a photo of a dog ".repeat(40), "a cat"], null)).toHaveLength(2);
      }
    });

    it("stops for a caller that has left, and answers the next", async () => {
      const left = AbortSignal.abort(new Error("the caller left"));
      await expect(scorer.compare(picture, TEXTS, null, left)).rejects.toThrow("the caller left");
      const leaving = new AbortController();
      const answer = scorer.compare({ ...picture }, TEXTS, REGION, leaving.signal);
      leaving.abort(new Error("the caller leaves"));
      await expect(answer).rejects.toThrow("the caller leaves");
      expect(await scorer.compare(picture, TEXTS, null)).toHaveLength(3);
    });

    it("is closed more than once without harm, and then says that it is closed", async () => {
      const closed = await open();
      await closed.close();
      await closed.close();
      await expect(closed.compare(picture, TEXTS, null)).rejects.toMatchObject({ code: "expert_unavailable" });
    });
  });
}
