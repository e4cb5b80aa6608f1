/** Categories that detectors take for each other, for they look alike from far, from behind or in part. Cats and dogs do not. */

const GROUPS: readonly (readonly string[])[] = [
  ["cow", "horse", "sheep"],
  ["couch", "bed", "chair"],
  ["chair", "bench"],
  ["bus", "truck", "car"],
  ["bus", "train"],
  ["bicycle", "motorcycle"],
  ["tv", "laptop"],
  ["cell phone", "remote"],
  ["oven", "microwave", "refrigerator"],
  ["cup", "bowl", "vase", "bottle", "wine glass"],
  ["fork", "knife", "spoon"],
  ["backpack", "handbag", "suitcase"],
  ["skis", "snowboard"],
  ["surfboard", "boat"],
  ["apple", "orange"],
  ["sandwich", "hot dog"],
  ["donut", "cake"],
  ["bear", "teddy bear"],
];

/** What else a thing that was taken for this may be; none for most. */
export function lookAlikesOf(category: string): readonly string[] {
  const others = GROUPS.filter((group) => group.includes(category)).flat();
  return [...new Set(others)].filter((other) => other !== category);
}
