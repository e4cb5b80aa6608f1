/** The tiny models of test/fixtures/models, and what the reference library says of the picture beside them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { Picture } from "../../src/domain/picture.js";
import { sha256Of } from "../../src/registry/model-file.js";
import type { Pixels } from "../../src/runtime/transformers/messages.js";

/** Folder of a model by its name in test/fixtures/models. */
export function tinyModel(name: string): string {
  return fileURLToPath(new URL(`../fixtures/models/${name}`, import.meta.url));
}

/** Numbers of the reference, in the order of memory. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** Some of many numbers, every `step`th, and the mean of all. */
export interface Sample extends Numbers {
  readonly step: number;
  readonly mean: number;
}

/** reference.json of the model: the caller knows what its maker wrote there (test/fixtures/models/*.py). */
export function referenceOf<Reference>(name: string): Reference {
  return JSON.parse(readFileSync(`${tinyModel(name)}/reference.json`, "utf8")) as Reference;
}

export async function tinyPixels(): Promise<Pixels> {
  const { data, info } = await sharp(tinyModel("picture.png")).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: new Uint8Array(data) };
}

export async function tinyPicture(): Promise<Picture> {
  const { width, height, bytes } = await tinyPixels();
  return { sha256: sha256Of(bytes), width, height, pixels: bytes, notes: [] };
}

/** The largest distance between two rows of numbers. */
export function apart(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} numbers are compared with ${theirs.length}`);
  return Array.from(ours).reduce((most, value, index) => Math.max(most, Math.abs(value - (theirs[index] ?? Number.NaN))), 0);
}
