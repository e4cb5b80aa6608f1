/** From a view of the picture to the planes that a network reads, and from the network's pixels back to fractions of the view. */
import sharp from "sharp";
import type { Box } from "../../domain/box.js";
import type { Picture } from "../../domain/picture.js";
import type { View } from "./view.js";

/** How an architecture wants its pictures. */
export interface FrameForm {
  /** Side of the square input, in pixels. */
  readonly side: number;
  /** `stretched` fills the square; the others keep the aspect ratio and pad what is left over. */
  readonly fit: "centered" | "top_left" | "stretched";
  /** 0 to 255. */
  readonly padding: number;
  readonly channels: "rgb" | "bgr";
  /** Factor on values of 0 to 255. */
  readonly scale: number;
}

/** Pixels of the network's square that the view fills. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Numbers of one frame: [3, side, side]. */
export function sizeOf({ side }: FrameForm): number {
  return 3 * side ** 2;
}

/**
 * Resizes off the main thread; the mirror and the order of the channels cost nothing more.
 * @param planes of `sizeOf` numbers; whatever stands in them is written over
 */
export async function frame(picture: Picture, view: View, form: FrameForm, planes: Float32Array): Promise<Frame> {
  const crop = cropOf(picture, view.region);
  const place = placeOf(crop, form);
  const { width, height } = place;
  const resized = await sharp(picture.pixels, { raw: { width: picture.width, height: picture.height, channels: 3 } })
    .extract(crop)
    .resize(width, height, { fit: "fill", kernel: "cubic", fastShrinkOnLoad: false })
    .raw()
    .toBuffer();
  fillPlanes(planes, resized, place, form, view.mirrored);
  return place;
}

/** A box in the network's pixels as fractions of the view. */
export function toView(place: Frame, box: Box): Box {
  return {
    x1: (box.x1 - place.left) / place.width,
    y1: (box.y1 - place.top) / place.height,
    x2: (box.x2 - place.left) / place.width,
    y2: (box.y2 - place.top) / place.height,
  };
}

function cropOf(picture: Picture, region: Box): { left: number; top: number; width: number; height: number } {
  const left = Math.min(picture.width - 1, Math.round(region.x1 * picture.width));
  const top = Math.min(picture.height - 1, Math.round(region.y1 * picture.height));
  const right = Math.max(left + 1, Math.round(region.x2 * picture.width));
  const bottom = Math.max(top + 1, Math.round(region.y2 * picture.height));
  return { left, top, width: right - left, height: bottom - top };
}

function placeOf(crop: { readonly width: number; readonly height: number }, { side, fit }: FrameForm): Frame {
  if (fit === "stretched") return { left: 0, top: 0, width: side, height: side };
  const scale = side / Math.max(crop.width, crop.height);
  const width = Math.max(1, Math.round(crop.width * scale));
  const height = Math.max(1, Math.round(crop.height * scale));
  if (fit === "top_left") return { left: 0, top: 0, width, height };
  return { left: Math.floor((side - width) / 2), top: Math.floor((side - height) / 2), width, height };
}

function fillPlanes(planes: Float32Array, pixels: Uint8Array, place: Frame, form: FrameForm, mirrored: boolean): void {
  const { side, scale, padding } = form;
  const size = side * side;
  planes.fill(padding * scale);
  const [firstPlane, lastPlane] = form.channels === "rgb" ? [0, 2 * size] : [2 * size, 0];
  const step = mirrored ? -1 : 1;
  let source = 0;
  for (let row = 0; row < place.height; row += 1) {
    let target = (place.top + row) * side + place.left + (mirrored ? place.width - 1 : 0);
    for (let column = 0; column < place.width; column += 1) {
      planes[firstPlane + target] = (pixels[source] ?? 0) * scale;
      planes[size + target] = (pixels[source + 1] ?? 0) * scale;
      planes[lastPlane + target] = (pixels[source + 2] ?? 0) * scale;
      source += 3;
      target += step;
    }
  }
}
