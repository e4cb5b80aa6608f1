/**
 * From bytes that anybody may have sent to upright RGB pixels.
 *
 * The header is read first, and a picture of too many pixels is refused by it: a few bytes of PNG can stand for gigabytes. Colors are
 * brought to 8-bit sRGB; what is transparent lies on white, as most viewers show it.
 */
import { createHash } from "node:crypto";
import sharp, { type Metadata, type OutputInfo, type Sharp } from "sharp";
import { YaffleError } from "../domain/error.js";
import type { Picture } from "../domain/picture.js";
import { formatOf, type ImageFormat, READABLE_FORMATS } from "./format.js";
import { type ImageLimits, type ImageSource, type PictureSource, readBytes } from "./source.js";

export type { ImageLimits, ImageSource, PictureSource } from "./source.js";

/**
 * A picture that was read before comes back as it is.
 * @throws YaffleError invalid_request, image_too_large or image_undecodable; the signal's reason where it aborts
 */
export async function readPicture(source: ImageSource | PictureSource, limits: ImageLimits, signal?: AbortSignal): Promise<Picture> {
  signal?.throwIfAborted();
  if (source.type === "picture") return source.picture;
  const bytes = await readBytes(source, limits, signal);
  const format = formatOf(bytes);
  if (format === null) throw new YaffleError("image_undecodable", `The image is not a ${READABLE_FORMATS}.`);
  const metadata = await attempt(format, () => sharp(bytes, { limitInputPixels: false, failOn: "error" }).metadata());
  refuseBeyond(metadata, limits);
  signal?.throwIfAborted();
  const { data, info } = await attempt(format, () => upright(sharp(bytes, { limitInputPixels: limits.maxImagePixels, failOn: "error" })));
  signal?.throwIfAborted();
  return {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    width: info.width,
    height: info.height,
    pixels: data,
    notes: notesOf(metadata),
  };
}

/**
 * The pictures of one request.
 * @param fields how the caller calls each
 * @throws YaffleError as `readPicture` does, with the image's name among its faults
 */
export function readPictures(
  sources: readonly (ImageSource | PictureSource)[],
  limits: ImageLimits,
  signal?: AbortSignal,
  fields: readonly string[] = sources.map((_, index) => `images.${index}`),
): Promise<readonly Picture[]> {
  return Promise.all(
    sources.map((source, index) =>
      readPicture(source, limits, signal).catch((thrown: unknown) => {
        throw naming(fields[index] ?? "image", thrown, sources.length > 1);
      }),
    ),
  );
}

/** @param isOneOfSeveral then the sentence names it, too */
function naming(path: string, thrown: unknown, isOneOfSeveral: boolean): unknown {
  if (!(thrown instanceof YaffleError) || thrown.faults.length > 0 || thrown.code === "cancelled" || thrown.code === "deadline_exceeded")
    return thrown;
  const { code, message } = thrown;
  return new YaffleError(code, isOneOfSeveral ? `${path}: ${message}` : message, { faults: [{ path, message }], cause: thrown });
}

function upright(image: Sharp): Promise<{ data: Buffer; info: OutputInfo }> {
  return image
    .autoOrient()
    .flatten({ background: "#ffffff" })
    .toColorspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
}

function refuseBeyond({ width, height, pageHeight }: Metadata, { maxImagePixels }: ImageLimits): void {
  const pixels = width * (pageHeight ?? height);
  if (pixels > maxImagePixels) {
    throw new YaffleError(
      "image_too_large",
      `The image has ${width} × ${pageHeight ?? height} pixels; ${maxImagePixels} pixels are allowed. Send it smaller.`,
    );
  }
}

function notesOf({ pages }: Metadata): readonly string[] {
  return pages !== undefined && pages > 1 ? [`first of ${pages} frames`] : [];
}

async function attempt<Result>(format: ImageFormat, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new YaffleError("image_undecodable", `The ${format} image cannot be read: ${why}`, { cause: error });
  }
}
