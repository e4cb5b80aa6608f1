/** Places in the picture itself: its left, right, upper, lower part, its center. And between two others. */
import { clampMargin, type Extent, type Size } from "./measures.js";

/** Nearer to the middle line than this share of the picture, a thing is on neither side. */
const MIDDLE = 0.12;

/** @returns -1 … 1; above 0 where the object is in the left half */
export function imageLeft(object: Extent, { width }: Size): number {
  return clampMargin((width / 2 - object.centerX) / Math.max(MIDDLE * width, object.width / 2));
}

/** @returns -1 … 1; above 0 where the object is in the upper half */
export function imageTop(object: Extent, { height }: Size): number {
  return clampMargin((height / 2 - object.centerY) / Math.max(MIDDLE * height, object.height / 2));
}

/** @returns -1 … 1; above 0 where the object's center lies in the middle of the picture, or the object covers that middle */
export function imageCenter(object: Extent, { width, height }: Size): number {
  const offset = Math.max(Math.abs(object.centerX / width - 0.5), Math.abs(object.centerY / height - 0.5));
  const covers = object.left < width / 2 && object.right > width / 2 && object.top < height / 2 && object.bottom > height / 2;
  const margin = (0.22 - offset) / 0.15;
  return clampMargin(covers ? Math.max(0.1, margin) : margin);
}

/** @returns -1 … 1; above 0 where the subject's center lies on the way from one target to the other */
export function between(subject: Extent, one: Extent, other: Extent): number {
  const wayX = other.centerX - one.centerX;
  const wayY = other.centerY - one.centerY;
  const length = Math.hypot(wayX, wayY);
  if (length === 0) return -0.1;
  const fromX = subject.centerX - one.centerX;
  const fromY = subject.centerY - one.centerY;
  const along = (fromX * wayX + fromY * wayY) / length ** 2;
  const aside = Math.abs(fromX * wayY - fromY * wayX) / length ** 2;
  return clampMargin(Math.min(along * 4, (1 - along) * 4, (0.6 - aside) * 2));
}
