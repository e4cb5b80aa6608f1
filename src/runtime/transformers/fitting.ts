/**
 * Pictures at the size that a model wants, made here.
 *
 * The library makes pictures smaller by looking at single points of the large one, so that lines and grains turn into noise, and enlarges
 * where only a limit was meant; the models were taught otherwise. So a picture is brought to its size by the rules of the reference
 * implementation (`get_size_with_aspect_ratio` of Python's transformers) before the library sees it, which then has nothing left to resize.
 */
import type { ImageProcessor, RawImage } from "@huggingface/transformers";
import sharp, { type KernelEnum } from "sharp";
import type { Library } from "./library.js";
import type { Pixels } from "./messages.js";

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** By the number that configurations have for a way of resizing (Pillow's). */
const KERNELS: Readonly<Record<number, keyof KernelEnum>> = { 0: "nearest", 1: "lanczos3", 2: "linear", 3: "cubic" };
const LINEAR = 2;

/** Brings pictures to the size of one processor. */
export interface Fitting {
  toSize(picture: Pixels): Promise<RawImage>;
}

/**
 * Takes the resizing over from the processor, which does none from then on.
 * @param multiple of which both sides must be; what is over is left out
 */
export function takeOver(library: Library, processor: ImageProcessor, multiple = 1): Fitting {
  const sizeFor = processor.do_resize === false ? (size: Size) => size : ruleOf(processor);
  const kernel = KERNELS[typeof processor.resample === "number" ? processor.resample : LINEAR] ?? "linear";
  processor.do_resize = false;
  return {
    toSize: async (picture) => {
      const { width, height } = sizeFor(picture);
      return toImage(library, await resized(picture, { width: floorTo(width, multiple), height: floorTo(height, multiple) }, kernel));
    },
  };
}

export function toImage(library: Library, { width, height, bytes }: Pixels): RawImage {
  return new library.RawImage(bytes, width, height, 3);
}

export async function resized({ width, height, bytes }: Pixels, target: Size, kernel: keyof KernelEnum): Promise<Pixels> {
  if (target.width === width && target.height === height) return { width, height, bytes };
  const made = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .resize(target.width, target.height, { fit: "fill", kernel, fastShrinkOnLoad: false })
    .raw()
    .toBuffer();
  return { ...target, bytes: new Uint8Array(made) };
}

/** As large as its longer side both ways, black where nothing was: the picture lies top left. */
export async function squared({ width, height, bytes }: Pixels): Promise<Pixels> {
  const side = Math.max(width, height);
  if (width === height) return { width, height, bytes };
  const padded = await sharp(bytes, { raw: { width, height, channels: 3 } })
    .extend({ right: side - width, bottom: side - height, background: "black" })
    .raw()
    .toBuffer();
  return { width: side, height: side, bytes: new Uint8Array(padded) };
}

/** `size` comes in several forms: both sides, the shorter side with or without a limit for the longer one, or a number that means either. */
function ruleOf({ size, config }: ImageProcessor): (size: Size) => Size {
  const given: Readonly<Record<string, unknown>> = typeof size === "object" && size !== null ? { ...size } : {};
  const [width, height] = [given["width"], given["height"]];
  if (typeof width === "number" && typeof height === "number") return () => ({ width, height });
  const settings: Readonly<Record<string, unknown>> = { ...config };
  const limit = given["longest_edge"] ?? settings["max_size"];
  const shortest = given["shortest_edge"] ?? (typeof size === "number" ? size : undefined);
  if (typeof shortest !== "number") throw new Error(`its processor wants a size that is not known: ${JSON.stringify(size)}`);
  if (typeof size === "number" && limit === undefined && settings["do_center_crop"] !== true) return () => ({ width: size, height: size });
  return (picture) => byShorterSide(picture, shortest, typeof limit === "number" ? limit : null);
}

/** Networks halve their pictures five times; a strip thinner than that would vanish in them. */
const LEAST_SIDE = 32;

function byShorterSide({ width, height }: Size, shortest: number, longest: number | null): Size {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const isLimited = longest !== null && (longer / shorter) * shortest > longest;
  const exact = isLimited ? (longest * shorter) / longer : shortest;
  const side = Math.round(exact);
  if (shorter === side) return { width, height };
  const other = Math.max(LEAST_SIDE, Math.trunc((exact * longer) / shorter));
  const least = Math.max(LEAST_SIDE, side);
  return width < height ? { width: least, height: other } : { width: other, height: least };
}

function floorTo(side: number, multiple: number): number {
  return Math.max(multiple, side - (side % multiple));
}
