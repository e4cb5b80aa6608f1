/** Writes the picture with its boxes. */
import { extname } from "node:path";
import sharp from "sharp";
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { WireReport } from "../../wire/report-schema.js";
import { marksOf } from "./marks.js";
import { overlay } from "./overlay.js";

/**
 * One PNG for each picture: OUT.png, and OUT-2.png, OUT-3.png … where there are more.
 * @returns the files written
 * @throws YaffleError invalid_request where a file cannot be written
 */
export async function drawPictures(report: WireReport, pictures: readonly Picture[], out: string): Promise<readonly string[]> {
  return Promise.all(pictures.map((picture, index) => drawPicture(report, picture, index, fileFor(out, index))));
}

async function drawPicture(report: WireReport, { width, height, pixels }: Picture, index: number, file: string): Promise<string> {
  const svg = overlay(marksOf(report, index), { width, height });
  try {
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .composite([{ input: Buffer.from(svg) }])
      .png()
      .toFile(file);
  } catch (cause) {
    // libvips tells every step that failed, a line each; the first is the reason.
    const [why] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    throw new YaffleError("invalid_request", `The picture ${file} cannot be written: ${why}.`, { cause });
  }
  return file;
}

function fileFor(out: string, index: number): string {
  if (index === 0) return out;
  const ending = extname(out);
  return `${out.slice(0, out.length - ending.length)}-${index + 1}${ending}`;
}
