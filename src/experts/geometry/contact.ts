/**
 * On, under, in, touching, beside, near. A picture is flat: that two boxes meet is needed for contact but does not prove it, so a
 * "holds" of this file is weaker than a "fails"; the judge knows by how much.
 */
import { clampMargin, distance, type Extent, gapX, gapY, shareInside, sideOf } from "./measures.js";

/** Detected boxes miss an object's edge by about this share of its side: less space than that is no space. */
const SLACK = 0.1;

/** Beside: at most so many mean widths apart; near: so many mean sides. */
const BESIDE_WIDTHS = 1;
const NEAR_SIDES = 1.5;

/** Boxes whose gap is within this share of their mean side are near: things that touch are often boxed so. */
const NEARNESS = 0.5;

/** Between this and 0 a margin against contact says only that boxes are boxes: cut off, slanted, or drawn around the visible part. */
const DOUBT = 0.5;

/** "on": the subject meets the target and does not hang below it. @returns null where the two are merely near, or lie askew */
export function on(subject: Extent, target: Extent): number | null {
  if (separation(subject, target) < 0) return farApart(subject, target);
  const footing = (target.bottom - subject.bottom + SLACK * subject.height) / (0.5 * Math.max(subject.height, target.height));
  const bearing = Math.min(1, Math.max(0, -gapX(subject, target)) / Math.min(subject.width, target.width)) - 0.3;
  const rests = (subject.bottom - target.top + SLACK * subject.height) / (0.5 * target.height);
  return unlessDoubtful(clampMargin(Math.min(footing, bearing, rests)));
}

/** "under": the target covers the subject from above, near or touching it. @returns null as `on` */
export function under(subject: Extent, target: Extent): number | null {
  const beneath = (subject.centerY - target.centerY) / (0.5 * Math.max(subject.height, target.height));
  const covered = -gapX(subject, target) / Math.min(subject.width, target.width);
  if (covered < 0) return unlessDoubtful(clampMargin(covered * 2));
  const reach = 1 - Math.max(0, gapY(subject, target)) / (2 * Math.max(subject.height, target.height));
  return unlessDoubtful(clampMargin(Math.min(beneath, covered * 2, reach)));
}

/**
 * "in": most of the subject lies within the target, which is the larger. Flowers in a vase and people in a car stick out of it.
 * @returns null where the boxes meet and less than half of the subject lies within, or where they are merely near
 */
export function inside(subject: Extent, target: Extent): number | null {
  if (separation(subject, target) < 0) return farApart(subject, target);
  const share = shareInside(subject, target);
  return share < 0.5 ? null : (share - 0.5) * 2;
}

/** "touching": boxes that stand apart cannot touch; boxes that meet may. */
export function touching(subject: Extent, target: Extent): number {
  return separation(subject, target);
}

/** "beside": side by side at about the same height, a width apart at most. @returns null where one stands farther back, or a little farther away */
export function beside(subject: Extent, target: Extent): number | null {
  const width = (subject.width + target.width) / 2;
  const closeness = (BESIDE_WIDTHS - Math.max(0, gapX(subject, target)) / width) / BESIDE_WIDTHS;
  const level = -gapY(subject, target) / Math.min(subject.height, target.height);
  return unlessDoubtful(clampMargin(Math.min(closeness, level < 0 ? level : level + 0.2)));
}

/** "near": closer than about their own sizes. */
export function near(subject: Extent, target: Extent): number {
  const side = (sideOf(subject) + sideOf(target)) / 2;
  return clampMargin((NEAR_SIDES - distance(subject, target) / side) / NEAR_SIDES);
}

/** How clearly two things that do not meet stand apart: below 0; null where they are near. */
function farApart(a: Extent, b: Extent): number | null {
  const gap = Math.max(gapX(a, b), gapY(a, b)) / ((sideOf(a) + sideOf(b)) / 2);
  return gap <= NEARNESS ? null : clampMargin(-(gap - NEARNESS) / 0.5);
}

/** Holding margins as they are; those against only past `DOUBT`, from 0 there to -1. */
function unlessDoubtful(margin: number): number | null {
  if (margin > 0) return margin;
  return margin > -DOUBT ? null : (margin + DOUBT) / (1 - DOUBT);
}

/** Above 0 where the boxes meet, by how much; below 0 where space is between them. In mean sides, -1 … 1. */
function separation(a: Extent, b: Extent): number {
  const side = (sideOf(a) + sideOf(b)) / 2;
  const gap = Math.max(gapX(a, b), gapY(a, b)) / side;
  return clampMargin(gap <= SLACK ? (SLACK - gap) / 0.5 : -(gap - SLACK) / 0.5);
}
