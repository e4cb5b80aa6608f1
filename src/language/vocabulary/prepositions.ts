/** From prepositions to spatial predicates. Longest phrase first; where a word has several senses the commonest in descriptions is taken. */
import type { SpatialPredicate } from "../../domain/claim.js";

/** Phrases between a thing and its landmark. "at" and "by" only say near: what sits at a table may stand at any side of it. */
export const SPATIAL_PREPOSITIONS: ReadonlyMap<string, SpatialPredicate> = new Map<string, SpatialPredicate>([
  ...as("left_of", "left of", "to the left of", "on the left of", "on the left side of", "to the left side of", "at the left of"),
  ...as("left_of", "on the left hand side of", "on the left-hand side of", "at the left side of", "in the left side of", "in the left of"),
  ...as("right_of", "right of", "to the right of", "on the right of", "on the right side of", "to the right side of", "at the right of"),
  ...as(
    "right_of",
    "on the right hand side of",
    "on the right-hand side of",
    "at the right side of",
    "in the right side of",
    "in the right of",
  ),
  ...as("above", "above", "over", "high above", "directly above", "up above", "just above"),
  ...as("below", "below", "directly below", "just below"),
  ...as("under", "under", "underneath", "beneath", "at the bottom of", "directly under"),
  ...as("on", "on", "on top of", "atop", "upon", "onto", "at the top of", "aboard", "on the top of", "on the surface of", "astride"),
  ...as("in", "in", "inside", "inside of", "within", "into", "in the middle of", "amid", "amidst", "in the midst of", "throughout"),
  ...as("on", "on the back of", "on the front of", "on the edge of", "on the end of", "on the roof of"),
  ...as("in", "in the back of", "in the corner of", "on the inside of"),
  ...as("in", "in the center of", "at the center of"),
  ...as(
    "beside",
    "beside",
    "next to",
    "alongside",
    "adjacent to",
    "by the side of",
    "at the side of",
    "side by side with",
    "right next to",
  ),
  ...as("beside", "directly next to", "on the side of", "to the side of", "on either side of", "on both sides of", "on each side of"),
  ...as("beside", "directly beside", "right beside", "immediately next to"),
  ...as("in_front_of", "in front of", "directly in front of", "at the front of", "right in front of", "ahead of"),
  ...as("behind", "behind", "in back of", "directly behind", "right behind", "at the back of"),
  ...as("near", "near", "close to", "by", "around", "at", "nearby", "near to", "not far from", "in the vicinity of", "closer to"),
  ...as("near", "at the edge of", "along", "surrounding", "among", "amongst", "near the edge of", "close by"),
  ...as("touching", "against", "up against", "attached to"),
  ...as("between", "between", "in between"),
]);

/** Prepositions of several words that place nothing: what follows them is named, not related. */
export const NEUTRAL_PREPOSITIONS: readonly string[] = [
  ...[
    "in addition to",
    "in terms of",
    "as part of",
    "as well as",
    "along with",
    "together with",
    "in the process of",
    "because of",
    "due to",
  ],
  ...["such as", "including", "apart from", "aside from", "other than", "according to", "as for", "in the form of", "in contrast to"],
  ...[
    "for example",
    "in the act of",
    "with the exception of",
    "rather than",
    "instead of",
    "except for",
    "side by side",
    "next to each other",
    "next to one another",
    "in a row",
    "in a line",
    "on the other hand",
    "on the one hand",
    "at the same time",
  ],
];

/** They say that a thing is not in, on or near another, which boxes do not tell. */
export const OUTER_PREPOSITIONS: readonly string[] = [
  "outside",
  "outside of",
  "out of",
  "off of",
  "away from",
  "far from",
  "far away from",
];

/** Places within the picture: "in the background", "on the left side of the image". */
export const PICTURE_PLACES: ReadonlyMap<string, SpatialPredicate> = new Map<string, SpatialPredicate>([
  ...as("image_left", "left", "left side", "left-hand side", "left hand side", "left part", "left half", "left portion", "left edge"),
  ...as("image_left", "far left", "left corner", "far left side", "left-side", "leftmost part", "left area"),
  ...as(
    "image_right",
    "right",
    "right side",
    "right-hand side",
    "right hand side",
    "right part",
    "right half",
    "right portion",
    "right edge",
  ),
  ...as("image_right", "far right", "right corner", "far right side", "right-side", "rightmost part", "right area"),
  ...as("image_top", "top", "top part", "upper part", "upper half", "top half", "top edge", "upper portion", "top side", "upper side"),
  ...as("image_top", "top portion", "upper section", "top section", "top area"),
  ...as("image_bottom", "bottom", "bottom part", "lower part", "lower half", "bottom half", "bottom edge", "lower portion", "bottom side"),
  ...as("image_bottom", "bottom portion", "lower section", "lower side", "bottom section", "bottom area"),
  ...as("image_center", "center", "centre", "middle", "center part", "middle part", "very center", "central part", "middle portion"),
  ...as("foreground", "foreground", "front", "immediate foreground"),
  ...as("background", "background", "distance", "backdrop", "far background", "distant background", "back", "far distance"),
]);

/** Corners say two things at once: "the top left corner". */
export const PICTURE_CORNERS: ReadonlyMap<string, readonly [SpatialPredicate, SpatialPredicate]> = new Map(
  (["top", "upper", "bottom", "lower"] as const).flatMap((height) =>
    (["left", "right"] as const).flatMap((side) =>
      [`${height} ${side}`, `${height}-${side}`].flatMap((words) =>
        [
          words,
          `${words} corner`,
          `${words} side`,
          `${words} part`,
          `${words} hand corner`,
          `${words}-hand corner`,
          `${words} portion`,
          `${words} area`,
          `${words} quadrant`,
        ].map((phrase): [string, readonly [SpatialPredicate, SpatialPredicate]] => [
          phrase,
          [height === "top" || height === "upper" ? "image_top" : "image_bottom", side === "left" ? "image_left" : "image_right"],
        ]),
      ),
    ),
  ),
);

/** Words for the picture itself: "the left side of the frame". */
export const PICTURE_WORDS: ReadonlySet<string> = new Set([
  ...["image", "picture", "photo", "photograph", "scene", "frame", "shot", "view", "composition", "snapshot", "painting", "photography"],
]);

function as(predicate: SpatialPredicate, ...phrases: readonly string[]): readonly [string, SpatialPredicate][] {
  return phrases.map((phrase) => [phrase, predicate]);
}
