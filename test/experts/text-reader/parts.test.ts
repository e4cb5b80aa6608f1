import { describe, expect, it } from "vitest";
import type { TextLine } from "../../../src/domain/evidence.js";
import { joinLines } from "../../../src/experts/text-reader/lines.js";
import { findRegions } from "../../../src/experts/text-reader/regions.js";
import { lettersOf, transcribe } from "../../../src/experts/text-reader/transcript.js";

describe("regions of writing", () => {
  const width = 60;
  const height = 40;
  function map(isWriting: (x: number, y: number) => boolean): Float32Array {
    return Float32Array.from({ length: width * height }, (_, at) => (isWriting(at % width, Math.floor(at / width)) ? 0.9 : 0.05));
  }

  it("are grown back around each patch", () => {
    const [region, ...others] = findRegions(
      map((x, y) => x >= 20 && x < 40 && y >= 10 && y < 15),
      width,
      height,
    );
    expect(others).toEqual([]);
    expect(region).toMatchObject({ centerX: 30, centerY: 12.5, angle: 0 });
    expect(region?.width).toBeCloseTo(20 + 2 * 3.2, 5);
    expect(region?.height).toBeCloseTo(5 + 2 * 3.2, 5);
  });

  it("follow the slant of the patch", () => {
    const [region] = findRegions(
      map((x, y) => x >= 10 && x < 50 && Math.abs(y - 10 - (x - 10) / 4) < 3),
      width,
      height,
    );
    expect(region?.angle).toBeCloseTo(Math.atan(1 / 4), 1);
  });

  it("are apart where patches are apart, and none where nothing is likely", () => {
    expect(
      findRegions(
        map((x, y) => y >= 10 && y < 16 && (x < 20 || x > 40)),
        width,
        height,
      ),
    ).toHaveLength(2);
    expect(
      findRegions(
        map(() => false),
        width,
        height,
      ),
    ).toEqual([]);
  });
});

describe("a transcript", () => {
  const letters = lettersOf("A\nB\n");

  it("drops blanks and repeats, and keeps a letter that stands twice with a blank between", () => {
    const step = (best: number): number[] => letters.map((_, letter) => (letter === best ? 0.9 : 0.1 / 3));
    const scores = Float32Array.from([1, 1, 0, 1, 2, 3, 2].flatMap(step));
    expect(transcribe(scores, 7, letters).text).toBe("AAB B");
    expect(transcribe(scores, 7, letters).score).toBeCloseTo(0.9, 5);
  });

  it("of blanks alone is empty", () => {
    expect(transcribe(Float32Array.from([0.9, 0.1, 0, 0]), 1, letters)).toEqual({ text: "", score: 0 });
  });

  it("is as unsure as its weakest letter makes it", () => {
    const scores = Float32Array.from([0, 1, 0, 0, 0.2, 0.2, 0.6, 0]);
    expect(transcribe(scores, 2, letters).score).toBeCloseTo(0.7, 5);
  });
});

describe("joining lines", () => {
  const piece = (text: string, x1: number, x2: number, y1: number): TextLine => ({ text, score: 0.9, box: { x1, x2, y1, y2: y1 + 0.1 } });

  it("reads side by side in one go, and below for itself", () => {
    const lines = joinLines([piece("Street", 0.45, 0.7, 0.11), piece("Open", 0.2, 0.4, 0.5), piece("Main", 0.2, 0.4, 0.1)], {
      width: 100,
      height: 100,
    });
    expect(lines.map(({ text }) => text)).toEqual(["Main Street", "Open"]);
  });

  it("keeps apart what stands far apart", () => {
    expect(joinLines([piece("Exit", 0, 0.2, 0.1), piece("Taxi", 0.7, 0.9, 0.1)], { width: 100, height: 100 })).toHaveLength(2);
  });
});
