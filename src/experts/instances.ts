/** Which boxes are worth measuring: fainter ones are mostly nothing, and a crowd's smallest members say little more than its largest. */
import type { DetectedBox } from "../domain/box.js";
import type { DetectionEvidence } from "../domain/evidence.js";

/** Below this chance a box is more likely the shadow of something else than an instance that a text speaks of. */
const MIN_PROBABILITY = 0.15;

/** @param most how many at most, the likeliest first */
export function plausible({ boxes }: DetectionEvidence, most: number): readonly DetectedBox[] {
  return boxes.filter(({ probability }) => probability >= MIN_PROBABILITY).slice(0, most);
}
