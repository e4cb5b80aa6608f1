/**
 * Left, right, above, below, as a viewer of the picture says it: by the centers of the boxes.
 *
 * The margin is 1 where the boxes stand clear of each other along the axis and 0 where their centers meet. Two things that lie far
 * more one over the other than side by side are hardly said to be left or right of each other, so the margin shrinks with the slant.
 */
import { clampMargin, type Extent } from "./measures.js";

/** A slant of this many lengths across for one along halves the margin. */
const SLANT = 4;

/** @returns -1 … 1; above 0 where `subject` is left of `target` */
export function leftOf(subject: Extent, target: Extent): number {
  const along = target.centerX - subject.centerX;
  const across = target.centerY - subject.centerY;
  return slanted(along / ((subject.width + target.width) / 2), along, across);
}

/** @returns -1 … 1; above 0 where `subject` is above `target` */
export function above(subject: Extent, target: Extent): number {
  const along = target.centerY - subject.centerY;
  const across = target.centerX - subject.centerX;
  return slanted(along / ((subject.height + target.height) / 2), along, across);
}

function slanted(margin: number, along: number, across: number): number {
  const length = Math.abs(along);
  if (length === 0) return 0;
  const directness = (SLANT * length) / (SLANT * length + Math.abs(across));
  return clampMargin(clampMargin(margin) * directness);
}
