/** Pixels taken from a picture on a grid: enough to know colors by, few enough to cost nothing. */
import type { Box } from "../../domain/box.js";
import type { Picture } from "../../domain/picture.js";

/** `rgb`: three bytes a sample; `across` and `down`: its place in the region, -0.5 to 0.5. */
export interface Samples {
  readonly count: number;
  readonly rgb: Uint8Array;
  readonly across: Float32Array;
  readonly down: Float32Array;
}

/**
 * Samples a region on a regular grid, a pixel at most once.
 * @param side samples along each side, at most
 */
export function sample({ width, height, pixels }: Picture, { x1, y1, x2, y2 }: Box, side: number): Samples {
  const [left, right] = range(x1, x2, width);
  const [top, bottom] = range(y1, y2, height);
  const columns = Math.min(side, right - left);
  const rows = Math.min(side, bottom - top);
  const samples = {
    count: columns * rows,
    rgb: new Uint8Array(columns * rows * 3),
    across: new Float32Array(columns * rows),
    down: new Float32Array(columns * rows),
  };
  for (let row = 0, at = 0; row < rows; row += 1) {
    const y = top + Math.floor(((row + 0.5) / rows) * (bottom - top));
    for (let column = 0; column < columns; column += 1, at += 1) {
      const x = left + Math.floor(((column + 0.5) / columns) * (right - left));
      const from = (y * width + x) * 3;
      samples.rgb[at * 3] = pixels[from] ?? 0;
      samples.rgb[at * 3 + 1] = pixels[from + 1] ?? 0;
      samples.rgb[at * 3 + 2] = pixels[from + 2] ?? 0;
      samples.across[at] = (column + 0.5) / columns - 0.5;
      samples.down[at] = (row + 0.5) / rows - 0.5;
    }
  }
  return samples;
}

/** Whole pixels from the first to past the last, at least one. */
function range(from: number, to: number, size: number): readonly [number, number] {
  const first = Math.max(0, Math.min(size - 1, Math.floor(from * size)));
  return [first, Math.max(first + 1, Math.min(size, Math.ceil(to * size)))];
}
