/** Which boxes are worth measuring: fainter ones are mostly nothing, and a crowd's smallest members say little more than its largest. */
import type { DetectedBox } from "../domain/box.js";
import type { DetectionEvidence } from "../domain/evidence.js";

/**
 * @param least the chance below which a box is more likely the shadow of something else than an instance that a text speaks of
 * @param most how many at most, the likeliest first
 */
export function plausible({ boxes }: DetectionEvidence, least: number, most: number): readonly DetectedBox[] {
  return boxes.filter(({ probability }) => probability >= least).slice(0, most);
}
