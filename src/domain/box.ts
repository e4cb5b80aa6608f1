/** A rectangle as fractions of the upright picture: 0 to 1, origin top left, x1 <= x2 and y1 <= y2. */
export interface Box {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** `probability`: calibrated chance, 0 to 1, that the box holds an instance of the category it was found for. */
export interface DetectedBox extends Box {
  readonly probability: number;
}

/** Share of the picture that the box covers, 0 to 1. */
export function area(box: Box): number {
  return Math.max(0, box.x2 - box.x1) * Math.max(0, box.y2 - box.y1);
}

/** The part that two boxes share; of no area where they do not meet. */
export function intersection(a: Box, b: Box): Box {
  const x1 = Math.max(a.x1, b.x1);
  const y1 = Math.max(a.y1, b.y1);
  return { x1, y1, x2: Math.max(x1, Math.min(a.x2, b.x2)), y2: Math.max(y1, Math.min(a.y2, b.y2)) };
}

/** Intersection over union, 0 to 1; 0 where both boxes are empty. */
export function overlap(a: Box, b: Box): number {
  const shared = area(intersection(a, b));
  const union = area(a) + area(b) - shared;
  return union > 0 ? shared / union : 0;
}
