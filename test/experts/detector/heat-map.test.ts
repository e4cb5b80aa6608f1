import { describe, expect, it } from "vitest";
import { readPeaks } from "../../../src/experts/detector/heat-map.js";

/** Two classes on a map of five by four cells, zero but for what is given: [class, row, column, score]. */
function map(cells: readonly (readonly [number, number, number, number])[]) {
  const [classes, rows, columns] = [2, 4, 5];
  const scores = new Float32Array(classes * rows * columns).fill(0.01);
  for (const [classIndex, row, column, score] of cells) scores[(classIndex * rows + row) * columns + column] = score;
  const sides = Float32Array.from({ length: 4 * rows * columns }, (_, index) => [1, 2, 3, 4][Math.floor(index / (rows * columns))] ?? 0);
  return { scores, sides, classes, rows, columns };
}

function scoresOf(peaks: ReturnType<typeof readPeaks>, classIndex: number): readonly number[] {
  return peaks.filter((peak) => peak.classIndex === classIndex).map(({ score }) => Math.round(score * 100) / 100);
}

describe("reading a heat map", () => {
  it("takes a cell that no neighbor exceeds, with its box in network pixels", () => {
    const [peak] = readPeaks(
      map([
        [0, 2, 3, 0.9],
        [0, 2, 4, 0.5],
        [0, 1, 2, 0.8],
      ]),
      0.3,
    );
    expect(peak?.classIndex).toBe(0);
    expect(peak?.score).toBeCloseTo(0.9, 6);
    expect(peak?.box).toEqual({ x1: 11, y1: 6, x2: 15, y2: 12 });
  });

  it("takes several peaks apart from each other, also at the corners", () => {
    expect(
      scoresOf(
        readPeaks(
          map([
            [1, 0, 0, 0.6],
            [1, 3, 4, 0.4],
            [1, 0, 2, 0.5],
          ]),
          0.3,
        ),
        1,
      ),
    ).toEqual([0.6, 0.5, 0.4]);
  });

  it("gives the best of a class even below the threshold, and only that", () => {
    expect(
      scoresOf(
        readPeaks(
          map([
            [0, 1, 1, 0.2],
            [0, 3, 3, 0.1],
          ]),
          0.3,
        ),
        0,
      ),
    ).toEqual([0.2]);
  });
});
