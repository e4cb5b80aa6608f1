/**
 * How boxes lie to each other, predicate by predicate: pure arithmetic, each with a margin, so that what lies on the line can be left
 * undecided. Boxes stand for objects badly where these are slanted, hollow or hidden; the margins are what guards against that.
 */
import type { Box } from "../../domain/box.js";
import type { SpatialPredicate } from "../../domain/claim.js";
import { beside, inside, near, on, touching, under } from "./contact.js";
import { foreground, inFrontOf } from "./depth.js";
import { extentOf, type Size } from "./measures.js";
import { between, imageCenter, imageLeft, imageTop } from "./place.js";
import { above, leftOf } from "./sides.js";

/** As in `GeometryEvidence`. */
export interface Position {
  readonly holds: boolean;
  /** 0 to 1. */
  readonly margin: number;
}

/**
 * @param targets none for a position in the picture, two for `between`, else one
 * @param size the picture's, in pixels
 * @returns null where boxes cannot tell, or where the targets are not as many as the predicate needs
 */
export function compare(predicate: SpatialPredicate, subject: Box, targets: readonly Box[], size: Size): Position | null {
  const margin = signedMargin(predicate, subject, targets, size);
  return margin === null ? null : { holds: margin > 0, margin: Math.abs(margin) };
}

function signedMargin(predicate: SpatialPredicate, subject: Box, targets: readonly Box[], size: Size): number | null {
  const object = extentOf(subject, size);
  const [first, second] = targets.map((target) => extentOf(target, size));
  switch (predicate) {
    case "image_left":
      return imageLeft(object, size);
    case "image_right":
      return -imageLeft(object, size);
    case "image_top":
      return imageTop(object, size);
    case "image_bottom":
      return -imageTop(object, size);
    case "image_center":
      return imageCenter(object, size);
    case "foreground":
      return foreground(object, size);
    case "background":
      return negative(foreground(object, size));
  }
  if (first === undefined) return null;
  switch (predicate) {
    case "left_of":
      return leftOf(object, first);
    case "right_of":
      return -leftOf(object, first);
    case "above":
      return above(object, first);
    case "below":
      return -above(object, first);
    case "on":
      return on(object, first);
    case "under":
      return under(object, first);
    case "in":
      return inside(object, first);
    case "touching":
      return touching(object, first);
    case "beside":
      return beside(object, first);
    case "near":
      return near(object, first);
    case "in_front_of":
      return inFrontOf(object, first, size);
    case "behind":
      return negative(inFrontOf(object, first, size));
    case "between":
      return second === undefined ? null : between(object, first, second);
    default:
      return predicate satisfies never;
  }
}

function negative(margin: number | null): number | null {
  return margin === null ? null : -margin;
}
