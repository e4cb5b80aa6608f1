/** Pictures made in a test. */
import sharp from "sharp";
import type { Picture } from "../../src/domain/picture.js";

/** Colors that change from pixel to pixel, the same every time. */
export function madePicture(width = 64, height = 48, seed = 1): Picture {
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7919 * seed + (index >> 5) * 31) % 256);
  return { sha256: "0".repeat(63) + String(seed % 10), width, height, pixels, notes: [] };
}

/** A plain PNG as a data: URI, for command lines. */
export async function pictureUri(width = 40, height = 30): Promise<string> {
  const picture = sharp({ create: { width, height, channels: 3, background: "#886644" } }).png();
  return `data:image/png;base64,${(await picture.toBuffer()).toString("base64")}`;
}
