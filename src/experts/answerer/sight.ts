/** What a model is shown: the picture, or one thing in it with a little of what is around, made small enough. */
import sharp, { type Sharp } from "sharp";
import type { Box } from "../../domain/box.js";
import type { Picture } from "../../domain/picture.js";

/** The longer side; more costs tokens, and models scale it down anyway. */
const MAX_SIDE = 1024;
/** Of the thing's sides, on each side: what a thing touches helps to tell what it is. */
const MARGIN = 0.12;
/** A crop of fewer pixels shows nothing: it is widened to this. */
const MIN_SIDE = 56;
const QUALITY = 88;

/** RGB, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const whole = new WeakMap<Picture, Promise<Buffer>>();

/** As a JPEG in a `data:` URI. @param region null for the whole picture */
export async function sightOf(picture: Picture, region: Box | null): Promise<string> {
  return `data:image/jpeg;base64,${(await jpegOf(picture, region)).toString("base64")}`;
}

/** As a JPEG. @param region null for the whole picture, which is encoded once for all questions about it */
export function jpegOf(picture: Picture, region: Box | null): Promise<Buffer> {
  if (region !== null) return encode(picture, region);
  const known = whole.get(picture);
  if (known !== undefined) return known;
  const made = encode(picture, null);
  whole.set(picture, made);
  return made;
}

/** As it is. @param region null for the whole picture */
export async function pixelsOf(picture: Picture, region: Box | null): Promise<Pixels> {
  const { data, info } = await shrunk(picture, region).raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The region with its margin in whole pixels, inside the picture and never empty. */
export function cropOf({ width, height }: Pick<Picture, "width" | "height">, { x1, y1, x2, y2 }: Box): Crop {
  const [left, across] = stretch(x1 * width, x2 * width, width);
  const [top, down] = stretch(y1 * height, y2 * height, height);
  return { left, top, width: across, height: down };
}

function stretch(from: number, to: number, size: number): readonly [start: number, length: number] {
  const length = Math.min(size, Math.max(MIN_SIDE, Math.ceil((to - from) * (1 + 2 * MARGIN))));
  const start = Math.round((from + to - length) / 2);
  return [Math.max(0, Math.min(size - length, start)), length];
}

function encode(picture: Picture, region: Box | null): Promise<Buffer> {
  return shrunk(picture, region).jpeg({ quality: QUALITY }).toBuffer();
}

function shrunk(picture: Picture, region: Box | null): Sharp {
  const { width, height, pixels } = picture;
  const crop = region === null ? { left: 0, top: 0, width, height } : cropOf(picture, region);
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .extract(crop)
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: "inside", withoutEnlargement: true });
}
