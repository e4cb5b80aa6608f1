/**
 * The color meter: which basic colors a thing in a box has, and how much of each. Pure arithmetic on the pixels, well under a millisecond
 * a box once the picture is known.
 */
import type { Box } from "../../domain/box.js";
import type { ColorShare } from "../../domain/evidence.js";
import type { Picture } from "../../domain/picture.js";
import type { ColorMeter } from "../../domain/ports.js";
import { BASIC_COLORS } from "../../language/vocabulary/colors.js";
import { type Gains, gainsFor } from "./light.js";
import { nameTable, tableIndex } from "./naming.js";
import { type Samples, sample } from "./sampling.js";
import { isToned } from "./toned.js";
import { objectWeights, ringAround } from "./weights.js";

/** Samples along a side: of the whole picture, and of a box. */
const PICTURE_SIDE = 64;
const BOX_SIDE = 32;

/** Colors of less than this share are specks. */
const MIN_SHARE = 0.02;

const WHOLE: Box = { x1: 0, y1: 0, x2: 1, y2: 1 };

/** What is known of a picture as a whole; null where its colors mean nothing. */
type Lighting = Gains | null;

/** A color meter; it needs no model and holds nothing but a table of names. */
export function createColorMeter(): ColorMeter {
  const names = nameTable();
  const lightings = new WeakMap<Picture, { readonly gains: Lighting }>();
  const lightingOf = (picture: Picture): Lighting => {
    const known = lightings.get(picture) ?? { gains: lightingIn(sample(picture, WHOLE, PICTURE_SIDE)) };
    lightings.set(picture, known);
    return known.gains;
  };
  return {
    facts: { id: "color", role: "color", sha256: null, device: "cpu" },
    measure: (picture, region) => {
      const gains = lightingOf(picture);
      return gains === null ? null : measure(picture, region, gains, names);
    },
    close: async () => {},
  };
}

function lightingIn(whole: Samples): Lighting {
  return isToned(whole) ? null : gainsFor(whole);
}

function measure(picture: Picture, region: Box, gains: Gains, names: Uint8Array): readonly ColorShare[] {
  const ring = ringAround(region);
  const object = sample(picture, region, BOX_SIDE);
  const weights = objectWeights(object, sample(picture, ring, BOX_SIDE), region, ring);
  const shares = new Array<number>(BASIC_COLORS.length).fill(0);
  for (let at = 0; at < object.count; at += 1) {
    const red = lit(object.rgb[at * 3] ?? 0, gains[0]);
    const green = lit(object.rgb[at * 3 + 1] ?? 0, gains[1]);
    const blue = lit(object.rgb[at * 3 + 2] ?? 0, gains[2]);
    const name = names[tableIndex(red, green, blue)] ?? 0;
    shares[name] = (shares[name] ?? 0) + (weights[at] ?? 0);
  }
  return BASIC_COLORS.map((name, index) => ({ name, share: Math.min(1, shares[index] ?? 0) }))
    .filter(({ share }) => share >= MIN_SHARE)
    .toSorted((a, b) => b.share - a.share);
}

function lit(channel: number, gain: number): number {
  return Math.min(255, Math.round(channel * gain));
}
