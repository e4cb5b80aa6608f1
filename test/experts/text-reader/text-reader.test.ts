import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Picture } from "../../../src/domain/picture.js";
import type { TextReader } from "../../../src/domain/ports.js";
import { loadTextReader } from "../../../src/experts/text-reader/load.js";
import { writing } from "../../support/writing.js";

describe("the text reader", () => {
  let reader: TextReader;
  beforeAll(async () => {
    reader = await loadTextReader("ppocr-v4", { threads: 1 });
  });
  afterAll(() => reader.close());

  it("reads a sign, and says where it stands", async () => {
    const lines = await reader.read(await writing("stop.png"));
    expect(lines.map(({ text }) => text)).toEqual(["STOP"]);
    expect(lines[0]?.score).toBeGreaterThan(0.9);
    const { x1, y1, x2, y2 } = lines[0]?.box ?? { x1: 0, y1: 0, x2: 0, y2: 0 };
    expect(x1).toBeGreaterThan(0.2);
    expect(x2).toBeLessThan(0.8);
    expect((y1 + y2) / 2).toBeCloseTo(0.5, 1);
  });

  it("reads a slanted line of several words as one", async () => {
    const lines = await reader.read(await writing("street.png"));
    expect(lines.map(({ text }) => text.replaceAll(" ", ""))).toEqual(["MainStreet42"]);
  });

  it("reads nothing where nothing is written", async () => {
    const blank: Picture = { sha256: "", width: 3, height: 200, pixels: new Uint8Array(1800).fill(90), notes: [] };
    expect(await reader.read(blank)).toEqual([]);
  });

  it("stops where the caller has left", async () => {
    const reason = new DOMException("the caller left", "AbortError");
    await expect(reader.read(await writing("stop.png"), AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it("names the ids that there are where the id is unknown", async () => {
    await expect(loadTextReader("no-such-reader", { threads: 1 })).rejects.toMatchObject({ code: "not_found", message: /ppocr-v4/ });
  });
});
