/** Looks taken by a published model that prepares its own pictures: it is shown the pixels of each view. */
import sharp from "sharp";
import type { Box } from "../../domain/box.js";
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { Found, Pixels } from "../../runtime/transformers/messages.js";
import type { VisionModel } from "../../runtime/transformers/model.js";
import { Candidates } from "./architecture.js";
import type { Eyes } from "./look.js";
import type { Sighting } from "./sighting.js";
import { toPicture, type View, WHOLE_PICTURE } from "./view.js";

/** @param model that can detect */
export function eyesOfModel(model: VisionModel): Eyes {
  return {
    batches: false,
    parallelism: 1,
    look: async (places, signal) => {
      const looks = [];
      for (const { picture, view } of places) {
        const found = await model.perform({ type: "detect", picture: await pixelsOf(picture, view) }, signal);
        looks.push({ view, sightings: sightingsOf(found, view) });
      }
      return looks;
    },
    close: () => model.close(),
  };
}

/** The part of the picture that the view shows, at its own size. */
export async function pixelsOf(picture: Picture, { region, mirrored }: View): Promise<Pixels> {
  const { width, height, pixels } = picture;
  if (region === WHOLE_PICTURE && !mirrored) return { width, height, bytes: pixels };
  const left = Math.min(width - 1, Math.round(region.x1 * width));
  const top = Math.min(height - 1, Math.round(region.y1 * height));
  const crop = {
    left,
    top,
    width: Math.max(1, Math.round(region.x2 * width) - left),
    height: Math.max(1, Math.round(region.y2 * height) - top),
  };
  const shown = sharp(pixels, { raw: { width, height, channels: 3 } }).extract(crop);
  const bytes = await (mirrored ? shown.flop() : shown).raw().toBuffer();
  return { width: crop.width, height: crop.height, bytes: new Uint8Array(bytes) };
}

/** @throws YaffleError expert_unavailable for a score that is no number */
export function sightingsOf({ boxes, scores, classes }: Found, view: View): readonly Sighting[] {
  const candidates = new Candidates();
  for (const [index, score] of scores.entries()) {
    if (!Number.isFinite(score)) throw new YaffleError("expert_unavailable", "The detector gave a score that is no number.");
    candidates.offer(index % classes, score, () => boxAt(boxes, Math.floor(index / classes)));
  }
  return candidates.sightings().map(({ classIndex, score, box }) => ({ classIndex, score, box: toPicture(view, box) }));
}

function boxAt(boxes: Float32Array, place: number): Box {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = boxes.subarray(place * 4, place * 4 + 4);
  if (![x1, y1, x2, y2].every(Number.isFinite)) throw new YaffleError("expert_unavailable", "The detector gave a box that is no box.");
  return { x1, y1, x2: Math.max(x1, x2), y2: Math.max(y1, y2) };
}
