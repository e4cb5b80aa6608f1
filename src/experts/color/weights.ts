/**
 * Which pixels of a box are the object's. A box holds background, mostly at its edges: so the middle counts more, and colors that are
 * common just outside the box count less than those that are common within. What the object shares with its surroundings (a white
 * boat before white houses) still counts, at about half.
 */
import type { Box } from "../../domain/box.js";
import type { Samples } from "./sampling.js";

/** Of a bell over the box, in box sides. */
const BELL_WIDTH = 0.3;

/** The ring around the box that is taken for background, in box sides. */
const RING = 0.2;

/** Colors are compared at three bits a channel. */
const BINS = 512;

export function ringAround({ x1, y1, x2, y2 }: Box): Box {
  const [aside, above] = [(x2 - x1) * RING, (y2 - y1) * RING];
  return { x1: Math.max(0, x1 - aside), y1: Math.max(0, y1 - above), x2: Math.min(1, x2 + aside), y2: Math.min(1, y2 + above) };
}

/**
 * A weight for each sample of the box; they sum to 1.
 * @param surroundings samples of the ring and the box together; those within the box are left out
 */
export function objectWeights(object: Samples, surroundings: Samples, box: Box, ring: Box): Float64Array {
  const weights = new Float64Array(object.count);
  for (let at = 0; at < object.count; at += 1) weights[at] = bell(object.across[at] ?? 0) * bell(object.down[at] ?? 0);
  const inside = histogram(object, weights);
  const outside = histogram(surroundings, outsideOf(surroundings, box, ring));
  let total = 0;
  for (let at = 0; at < object.count; at += 1) {
    const bin = binOf(object.rgb, at);
    const within = inside[bin] ?? 0;
    const both = within + (outside[bin] ?? 0);
    const weight = (weights[at] ?? 0) * (both > 0 ? within / both : 1);
    weights[at] = weight;
    total += weight;
  }
  return total > 0 ? weights.map((weight) => weight / total) : weights.fill(1 / object.count);
}

function bell(offset: number): number {
  return Math.exp(-((offset / BELL_WIDTH) ** 2) / 2);
}

/** 1 for samples of the ring that lie outside the box, else 0. */
function outsideOf({ count, across, down }: Samples, box: Box, ring: Box): Float64Array {
  const weights = new Float64Array(count);
  const [width, height] = [ring.x2 - ring.x1, ring.y2 - ring.y1];
  for (let at = 0; at < count; at += 1) {
    const x = ring.x1 + ((across[at] ?? 0) + 0.5) * width;
    const y = ring.y1 + ((down[at] ?? 0) + 0.5) * height;
    weights[at] = x >= box.x1 && x <= box.x2 && y >= box.y1 && y <= box.y2 ? 0 : 1;
  }
  return weights;
}

/** Shares of the bins that sum to 1, or all 0 where no sample has weight. */
function histogram({ count, rgb }: Samples, weights: Float64Array): Float64Array {
  const bins = new Float64Array(BINS);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const weight = weights[at] ?? 0;
    const bin = binOf(rgb, at);
    bins[bin] = (bins[bin] ?? 0) + weight;
    total += weight;
  }
  return total > 0 ? bins.map((weight) => weight / total) : bins;
}

function binOf(rgb: Uint8Array, at: number): number {
  return (((rgb[at * 3] ?? 0) >> 5) << 6) | (((rgb[at * 3 + 1] ?? 0) >> 5) << 3) | ((rgb[at * 3 + 2] ?? 0) >> 5);
}
