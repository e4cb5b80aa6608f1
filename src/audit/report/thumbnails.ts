/**
 * Pictures for the page, as small JPEGs: large enough to see what a box holds where they are few, smaller where they are many, so that
 * the file stays one that a browser opens.
 */
import { createHash } from "node:crypto";
import sharp from "sharp";
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import { readPicture } from "../../image/read.js";
import type { ImageLimits, ImageSource } from "../../image/source.js";

/** A picture's longer edge, and how well it is kept, by how many pictures there are. */
const SIZES: readonly { readonly upTo: number; readonly edge: number; readonly quality: number }[] = [
  { upTo: 60, edge: 640, quality: 72 },
  { upTo: 300, edge: 448, quality: 66 },
  { upTo: 1000, edge: 288, quality: 58 },
  { upTo: Number.POSITIVE_INFINITY, edge: 192, quality: 52 },
];

/** Beyond these the rows' pictures are left out, and the page says so. */
export const MAX_THUMBNAILS = 2500;
export const MAX_THUMBNAIL_BYTES = 16_000_000;

export interface Thumbnailer {
  /**
   * The picture in small.
   * @returns null where it is gone, is not the picture that was looked at, or the file would grow too large
   */
  make(source: ImageSource, sha256: string): Promise<Buffer | null>;
}

/** @param pictures how many there will be */
export function thumbnailer(pictures: number, limits: ImageLimits, signal?: AbortSignal): Thumbnailer {
  const { edge, quality } = SIZES.find(({ upTo }) => pictures <= upTo) ?? { edge: 192, quality: 52 };
  let bytesLeft = MAX_THUMBNAIL_BYTES;
  return {
    async make(source, sha256) {
      if (bytesLeft <= 0) return null;
      const picture = await readAgain(source, sha256, limits, signal);
      if (picture === null) return null;
      const bytes = await shrunk(picture, edge, quality);
      bytesLeft -= bytes.byteLength;
      return bytes;
    },
  };
}

/** A file may have gone or changed since it was looked at; the report is made all the same. */
async function readAgain(
  source: ImageSource,
  sha256: string,
  limits: ImageLimits,
  signal: AbortSignal | undefined,
): Promise<Picture | null> {
  try {
    const picture = await readPicture(source, limits, signal);
    return picture.sha256 === sha256 ? picture : null;
  } catch (thrown) {
    signal?.throwIfAborted();
    if (thrown instanceof YaffleError) return null;
    throw thrown;
  }
}

function shrunk({ pixels, width, height }: Picture, edge: number, quality: number): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize({ width: edge, height: edge, fit: "inside", withoutEnlargement: true })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer();
}

/** The name of bytes in a policy of the page: "sha256-…". */
export function sourceHash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
