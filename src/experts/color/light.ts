/**
 * The light that a picture was taken in, undone in part. Under a yellow lamp white walls measure yellow, and people still call them white.
 * The light is guessed by the Shades-of-Gray rule (G. Finlayson & E. Trezzi, "Shades of gray and colour constancy", 2004): the Minkowski
 * mean of each channel would be gray under white light. The guess is poor where one color fills the picture, so only a part of it is undone.
 */
import type { Samples } from "./sampling.js";

/** The norm that the authors found best. */
const NORM = 6;

/** How much of the guessed light is undone, and how far a channel may be moved at most. */
const UNDONE = 0.7;
const MOST_GAIN = 1.5;

/** Factors for red, green and blue. */
export type Gains = readonly [number, number, number];

export function gainsFor({ count, rgb }: Samples): Gains {
  const means = [0, 1, 2].map((channel) => {
    let sum = 0;
    for (let at = 0; at < count; at += 1) sum += ((rgb[at * 3 + channel] ?? 0) / 255) ** NORM;
    return (sum / Math.max(1, count)) ** (1 / NORM);
  });
  const [red = 0, green = 0, blue = 0] = means;
  const gray = (red + green + blue) / 3;
  const gain = (mean: number): number => (mean > 0 ? Math.max(1 / MOST_GAIN, Math.min(MOST_GAIN, (gray / mean) ** UNDONE)) : 1);
  return [gain(red), gain(green), gain(blue)];
}
