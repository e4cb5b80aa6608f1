/** Lengths between boxes, in pixels of the picture: a fraction of the width and one of the height are not the same length. */
import type { Box } from "../../domain/box.js";

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box in pixels, with what geometry asks of it. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly centerX: number;
  readonly centerY: number;
  /** At least a pixel each. */
  readonly width: number;
  readonly height: number;
}

export function extentOf({ x1, y1, x2, y2 }: Box, { width, height }: Size): Extent {
  return {
    left: x1 * width,
    right: x2 * width,
    top: y1 * height,
    bottom: y2 * height,
    centerX: ((x1 + x2) / 2) * width,
    centerY: ((y1 + y2) / 2) * height,
    width: Math.max(1, (x2 - x1) * width),
    height: Math.max(1, (y2 - y1) * height),
  };
}

/** Empty space between two boxes along an axis; negative where they overlap, by as much as they do. */
export function gapX(a: Extent, b: Extent): number {
  return Math.max(a.left, b.left) - Math.min(a.right, b.right);
}

export function gapY(a: Extent, b: Extent): number {
  return Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
}

/** Shortest way from one box to the other; 0 where they meet. */
export function distance(a: Extent, b: Extent): number {
  return Math.hypot(Math.max(0, gapX(a, b)), Math.max(0, gapY(a, b)));
}

/** Side of the square of the same area. */
export function sideOf({ width, height }: Extent): number {
  return Math.sqrt(width * height);
}

/** Share of `inner` that lies within `outer`, 0 to 1. */
export function shareInside(inner: Extent, outer: Extent): number {
  const shared = Math.max(0, -gapX(inner, outer)) * Math.max(0, -gapY(inner, outer));
  return Math.min(1, shared / (inner.width * inner.height));
}

/** Bounds a signed margin to -1 … 1. */
export function clampMargin(value: number): number {
  return Math.max(-1, Math.min(1, value));
}
