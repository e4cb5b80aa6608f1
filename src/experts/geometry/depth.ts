/**
 * A guess at depth. On level ground what stands nearer stands lower in the picture, and what is nearer covers what is farther. The
 * guess is made only where both boxes meet along the horizontal (so that one stands before the other at all), and neither is cut off
 * by the lower edge of the picture (so that their feet are seen). Everywhere else boxes say nothing of depth.
 */
import { clampMargin, type Extent, gapX, type Size } from "./measures.js";

/** A foot this close to the lower edge, in picture heights, may be cut off. */
const CUT_OFF = 0.02;

/** A difference of the feet by this share of the picture's height is clear. */
const CLEAR_STEP = 0.15;

/** Shares of the picture's area, and heights of the lower edge, past which the matter is clear. */
const LARGE = 0.15;
const LOW = 0.8;
const SMALL = 0.02;
const HIGH = 0.6;

/** @returns -1 … 1, above 0 where `subject` is nearer than `target`; null where boxes cannot tell */
export function inFrontOf(subject: Extent, target: Extent, { height }: Size): number | null {
  if (gapX(subject, target) > 0) return null;
  const lowest = height * (1 - CUT_OFF);
  if (subject.bottom > lowest && target.bottom > lowest) return null;
  return clampMargin((subject.bottom - target.bottom) / (CLEAR_STEP * height));
}

/** @returns -1 … 1, above 0 where the object is in the foreground; null where neither size nor place tells */
export function foreground(object: Extent, { width, height }: Size): number | null {
  const share = (object.width * object.height) / (width * height);
  const foot = object.bottom / height;
  if (share >= LARGE && foot >= LOW) return clampMargin(0.4 + (share - LARGE) / LARGE);
  if (share <= SMALL && foot <= HIGH) return clampMargin(-0.4 - (HIGH - foot) / HIGH);
  return null;
}
