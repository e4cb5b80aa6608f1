import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { Picture } from "../../src/domain/picture.js";

/** A picture of test/fixtures/writing. */
export async function writing(name: string): Promise<Picture> {
  const path = fileURLToPath(new URL(`../fixtures/writing/${name}`, import.meta.url));
  const { data, info } = await sharp(path).toColourspace("srgb").removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { sha256: "", width: info.width, height: info.height, pixels: data, notes: [] };
}
