/** What the pipeline relies on in anything that reads what is written in a picture. Every adapter and wrapper runs this suite. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TextReader } from "../../src/domain/ports.js";
import { madePicture } from "../support/pictures.js";
import { writing } from "../support/writing.js";

export function describeTextReader(name: string, open: () => Promise<TextReader>): void {
  describe(`${name} as a text reader`, () => {
    let reader: TextReader;

    beforeAll(async () => {
      reader = await open();
    });
    afterAll(() => reader.close());

    it("says who it is", () => {
      expect(reader.facts.role).toBe("text_reader");
      expect(reader.facts.id).not.toBe("");
      expect(reader.facts.sha256 ?? "0".repeat(64)).toMatch(/^[0-9a-f]{64}$/);
    });

    it("reads a sign, says where in the picture it stands, and how sure it is", async () => {
      const [line, ...others] = await reader.read(await writing("stop.png"));
      expect([line?.text, others]).toEqual(["STOP", []]);
      expect(line?.score).toBeGreaterThan(0.5);
      expect(line?.score).toBeLessThanOrEqual(1);
      const { x1, y1, x2, y2 } = line?.box ?? { x1: -1, y1: -1, x2: -1, y2: -1 };
      expect([0, x1, x2, 1]).toEqual([0, x1, x2, 1].toSorted((one, other) => one - other));
      expect([0, y1, y2, 1]).toEqual([0, y1, y2, 1].toSorted((one, other) => one - other));
      expect((y2 - y1) * (x2 - x1)).toBeGreaterThan(0.01);
    });

    it("reads nothing where nothing is written, in a single pixel, and in a picture far longer than wide", async () => {
      for (const bare of [madePicture(1, 1), madePicture(700, 2), madePicture(64, 48)]) expect(await reader.read(bare)).toEqual([]);
    });

    it("says the same of equal pictures, alone and at once", async () => {
      const ask = async () => reader.read(await writing("street.png"));
      const first = await ask();
      expect(first).not.toEqual([]);
      expect(await Promise.all([ask(), ask()])).toEqual([first, first]);
    });

    it("stops for a caller that has left, and reads for the next", async () => {
      const left = AbortSignal.abort(new Error("the caller left"));
      await expect(reader.read(await writing("stop.png"), left)).rejects.toThrow("the caller left");
      expect(await reader.read(await writing("stop.png"))).toHaveLength(1);
    });

    it("is closed more than once without harm, and then says that it is closed", async () => {
      const closed = await open();
      await closed.close();
      await closed.close();
      await expect(closed.read(await writing("stop.png"))).rejects.toMatchObject({ code: "expert_unavailable" });
    });
  });
}
