/** Pictures as the two networks of PP-OCRv4 take them: blue, green, red planes, each channel scaled as they were trained. */
import sharp from "sharp";
import type { Picture } from "../../domain/picture.js";
import type { InputTensor } from "../../runtime/onnx/session.js";
import type { Region } from "./regions.js";

/** The longer side is brought down to this many pixels; both sides to multiples of 32. */
const MAX_SIDE = 960;
const GRID = 32;

/** Means and deviations of ImageNet, as the detector was trained with, for its first to third plane. */
const MEANS = [0.485, 0.456, 0.406] as const;
const DEVIATIONS = [0.229, 0.224, 0.225] as const;

/** Height that the reader takes, and the widest line that it is given. */
export const LINE_HEIGHT = 48;
const MAX_LINE_WIDTH = 1600;

export interface ScaledPicture {
  readonly width: number;
  readonly height: number;
  readonly tensor: InputTensor;
}

/** The whole picture, for the detector of writing. */
export async function pictureTensor({ width, height, pixels }: Picture): Promise<ScaledPicture> {
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const across = onGrid(width * scale);
  const down = onGrid(height * scale);
  const scaled = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize(across, down, { fit: "fill", kernel: "linear" })
    .raw()
    .toBuffer();
  const plane = across * down;
  const values = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel += 1) {
    const mean = MEANS[channel] ?? 0;
    const deviation = DEVIATIONS[channel] ?? 1;
    for (let at = 0; at < plane; at += 1) values[channel * plane + at] = ((scaled[at * 3 + 2 - channel] ?? 0) / 255 - mean) / deviation;
  }
  return { width: across, height: down, tensor: { shape: [1, 3, down, across], values } };
}

/**
 * A piece of writing, set upright, for the reader.
 * @param region in pixels of the picture
 */
export function lineTensor({ width, height, pixels }: Picture, region: Region): InputTensor {
  const across = Math.max(LINE_HEIGHT / 2, Math.min(MAX_LINE_WIDTH, Math.round((LINE_HEIGHT * region.width) / region.height)));
  const plane = LINE_HEIGHT * across;
  const values = new Float32Array(3 * plane);
  const [cos, sin] = [Math.cos(region.angle), Math.sin(region.angle)];
  for (let row = 0; row < LINE_HEIGHT; row += 1) {
    const v = ((row + 0.5) / LINE_HEIGHT - 0.5) * region.height;
    for (let column = 0; column < across; column += 1) {
      const u = ((column + 0.5) / across - 0.5) * region.width;
      const x = clamp(region.centerX + u * cos - v * sin - 0.5, width - 1);
      const y = clamp(region.centerY + u * sin + v * cos - 0.5, height - 1);
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [right, bottom] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
      const [fx, fy] = [x - left, y - top];
      for (let channel = 0; channel < 3; channel += 1) {
        const at = (px: number, py: number): number => pixels[(py * width + px) * 3 + 2 - channel] ?? 0;
        const upper = at(left, top) * (1 - fx) + at(right, top) * fx;
        const lower = at(left, bottom) * (1 - fx) + at(right, bottom) * fx;
        values[channel * plane + row * across + column] = (upper * (1 - fy) + lower * fy) / 127.5 - 1;
      }
    }
  }
  return { shape: [1, 3, LINE_HEIGHT, across], values };
}

function onGrid(side: number): number {
  return Math.max(GRID, Math.round(side / GRID) * GRID);
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
