/**
 * Where something is written: from the map of a detector of the DB family to slanted rectangles.
 *
 * Each connected patch of likely pixels is one piece of writing, shrunk; its main axes give the slant, and it is grown back by the
 * published ratio. Curved writing gets one straight rectangle, and is then read badly.
 * Source: M. Liao et al., "Real-time scene text detection with differentiable binarization" (2020); thresholds as in PP-OCRv4.
 */

/** A rectangle in pixels of the map: `angle` in radians turns its width away from the horizontal. */
export interface Region {
  readonly centerX: number;
  readonly centerY: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
  /** Mean likelihood of its pixels. */
  readonly score: number;
}

const LIKELY = 0.3;
const MIN_SCORE = 0.6;
const GROWTH = 1.6;
const MIN_SIDE = 3;

/** Patches rounder than this have no slant to speak of. */
const MIN_ELONGATION = 1.8;

interface Patch {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly score: number;
}

/**
 * @param likelihood row by row, width × height, 0 to 1
 * @returns in no order
 */
export function findRegions(likelihood: Float32Array, width: number, height: number): readonly Region[] {
  return patchesIn(likelihood, width, height)
    .filter(({ score }) => score >= MIN_SCORE)
    .map(regionAround)
    .filter((region) => Math.min(region.width, region.height) >= MIN_SIDE);
}

function patchesIn(likelihood: Float32Array, width: number, height: number): readonly Patch[] {
  const isSeen = new Uint8Array(width * height);
  const patches: Patch[] = [];
  for (let start = 0; start < isSeen.length; start += 1) {
    if (isSeen[start] === 1 || (likelihood[start] ?? 0) < LIKELY) continue;
    const xs: number[] = [];
    const ys: number[] = [];
    let sum = 0;
    const open = [start];
    isSeen[start] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      xs.push(x);
      ys.push(y);
      sum += likelihood[at] ?? 0;
      for (const [nextX, nextY] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const next = nextY * width + nextX;
        if (nextX < 0 || nextY < 0 || nextX >= width || nextY >= height || isSeen[next] === 1 || (likelihood[next] ?? 0) < LIKELY) continue;
        isSeen[next] = 1;
        open.push(next);
      }
    }
    patches.push({ xs, ys, score: sum / xs.length });
  }
  return patches;
}

function regionAround({ xs, ys, score }: Patch): Region {
  const meanX = mean(xs);
  const meanY = mean(ys);
  const angle = slantOf(xs, ys, meanX, meanY);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  xs.forEach((x, index) => {
    const along = (x - meanX) * cos + ((ys[index] ?? 0) - meanY) * sin;
    const across = ((ys[index] ?? 0) - meanY) * cos - (x - meanX) * sin;
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  });
  const width = right - left + 1;
  const height = bottom - top + 1;
  const growth = ((width * height) / (2 * (width + height))) * GROWTH;
  const along = (left + right) / 2;
  const across = (top + bottom) / 2;
  return {
    centerX: meanX + along * cos - across * sin + 0.5,
    centerY: meanY + along * sin + across * cos + 0.5,
    width: width + 2 * growth,
    height: height + 2 * growth,
    angle,
    score,
  };
}

/** The direction of the main axis, -45 to 45 degrees; 0 for a patch that is hardly longer than high. */
function slantOf(xs: readonly number[], ys: readonly number[], meanX: number, meanY: number): number {
  let [xx, xy, yy] = [0, 0, 0];
  xs.forEach((x, index) => {
    const dx = x - meanX;
    const dy = (ys[index] ?? 0) - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  });
  const spread = Math.hypot(xx - yy, 2 * xy);
  const elongation = Math.sqrt((xx + yy + spread) / Math.max(1e-9, xx + yy - spread));
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return elongation < MIN_ELONGATION || Math.abs(angle) > Math.PI / 4 ? 0 : angle;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
