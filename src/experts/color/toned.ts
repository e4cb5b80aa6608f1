/**
 * Whether a picture's colors mean anything. In a gray picture there are none; in a toned one (sepia, cyanotype, a faded print) all have
 * one hue, and how much of it follows from the lightness alone. So two things are asked: whether colors of the same lightness stray from
 * each other, and whether there are several hues. A true picture that has neither (fog, snow) is taken for toned; abstaining does no harm.
 */
import { lab65 } from "culori";
import type { Samples } from "./sampling.js";

/** Lightness is looked at in steps of this many units of CIELAB. */
const LIGHTNESS_STEP = 8;

/** A distance in the a*b* plane that no stain or compression explains, and the share of pixels that must be so far. */
const STRAY = 7;
const MIN_STRAYING = 0.01;

/** A pixel of less chroma than this has no hue to speak of. */
const MIN_CHROMA = 8;

/** The same print differs in hue by this much at most: the cosine of 35 degrees. */
const SAME_HUE = 0.82;

interface Tint {
  readonly band: number;
  readonly a: number;
  readonly b: number;
}

export function isToned(samples: Samples): boolean {
  const tints = tintsOf(samples);
  const enough = MIN_STRAYING * tints.length;
  return strayingWithinBands(tints) < enough && strayingFromHue(tints) < enough;
}

function tintsOf({ count, rgb }: Samples): readonly Tint[] {
  return Array.from({ length: count }, (_, at) => {
    const channel = (offset: number): number => (rgb[at * 3 + offset] ?? 0) / 255;
    const { l, a, b } = lab65({ mode: "rgb", r: channel(0), g: channel(1), b: channel(2) });
    return { band: Math.floor(l / LIGHTNESS_STEP), a, b };
  });
}

/** How many tints lie far from the mean of those of their lightness. */
function strayingWithinBands(tints: readonly Tint[]): number {
  const bands = new Map<number, { a: number; b: number; count: number }>();
  for (const { band, a, b } of tints) {
    const sum = bands.get(band) ?? { a: 0, b: 0, count: 0 };
    bands.set(band, { a: sum.a + a, b: sum.b + b, count: sum.count + 1 });
  }
  return tints.filter(({ band, a, b }) => {
    const sum = bands.get(band);
    return sum !== undefined && Math.hypot(a - sum.a / sum.count, b - sum.b / sum.count) > STRAY;
  }).length;
}

/** How many tints have another hue than the picture as a whole. */
function strayingFromHue(tints: readonly Tint[]): number {
  const a = tints.reduce((sum, tint) => sum + tint.a, 0);
  const b = tints.reduce((sum, tint) => sum + tint.b, 0);
  const length = Math.hypot(a, b);
  return tints.filter((tint) => {
    const chroma = Math.hypot(tint.a, tint.b);
    return chroma >= MIN_CHROMA && tint.a * a + tint.b * b < SAME_HUE * chroma * length;
  }).length;
}
