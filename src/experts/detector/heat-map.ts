/**
 * CenterNet's answer: for each class a map of how likely each cell is the center of an instance, and for each cell the four distances to
 * the sides of the box around it.
 *
 * A peak is a cell that no neighbor exceeds (X. Zhou et al., "Objects as Points", 2019). Nearly all cells are far below any peak worth
 * reading, so the threshold comes before the comparison with the neighbors.
 */
import type { RawSighting } from "./architecture.js";

/** Network pixels between two cells. */
const STRIDE = 4;

export interface HeatMap {
  /** [classes, rows, columns], 0 to 1. */
  readonly scores: Float32Array;
  /** [4, rows, columns]: distances to the left, upper, right and lower side, in network pixels. */
  readonly sides: Float32Array;
  readonly classes: number;
  readonly rows: number;
  readonly columns: number;
}

/** Every peak at or above the threshold, and each class's highest one whatever its score. */
export function readPeaks(map: HeatMap, threshold: number): readonly RawSighting[] {
  const peaks: RawSighting[] = [];
  for (let classIndex = 0; classIndex < map.classes; classIndex += 1) {
    const cells = peakCells(map, classIndex, threshold);
    for (const cell of cells) peaks.push(peakAt(map, classIndex, cell));
  }
  return peaks;
}

/** One comparison settles nearly every cell: it is below the threshold, and below the best that was seen. */
function peakCells({ scores, rows, columns }: HeatMap, classIndex: number, threshold: number): readonly number[] {
  const offset = classIndex * rows * columns;
  const end = offset + rows * columns;
  const cells: number[] = [];
  let bar = -1;
  let highest = offset;
  for (let index = offset; index < end; index += 1) {
    const score = scores[index] ?? 0;
    if (score <= bar) continue;
    highest = index;
    if (score < threshold) bar = score;
    else if (isPeak(scores, offset, index - offset, rows, columns, score)) cells.push(index - offset);
  }
  return cells.length > 0 ? cells : [highest - offset];
}

function isPeak(scores: Float32Array, offset: number, cell: number, rows: number, columns: number, score: number): boolean {
  const row = Math.floor(cell / columns);
  const column = cell % columns;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
      if ((scores[offset + y * columns + x] ?? 0) > score) return false;
    }
  }
  return true;
}

function peakAt({ scores, sides, rows, columns }: HeatMap, classIndex: number, cell: number): RawSighting {
  const size = rows * columns;
  const x = (cell % columns) * STRIDE;
  const y = Math.floor(cell / columns) * STRIDE;
  const side = (index: number): number => sides[index * size + cell] ?? 0;
  const box = { x1: x - side(0), y1: y - side(1), x2: x + side(2), y2: y + side(3) };
  return { classIndex, score: scores[classIndex * size + cell] ?? 0, box };
}
