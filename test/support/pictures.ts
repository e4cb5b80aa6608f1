/** Pictures made in a test. */
import type { Picture } from "../../src/domain/picture.js";

/** Colors that change from pixel to pixel, the same every time. */
export function madePicture(width = 64, height = 48, seed = 1): Picture {
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * 7919 * seed + (index >> 5) * 31) % 256);
  return { sha256: "0".repeat(63) + String(seed % 10), width, height, pixels, notes: [] };
}
