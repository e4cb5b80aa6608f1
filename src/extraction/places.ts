/** Positions in the picture: "in the background", "on the left side of the image", "in the top right corner". */
import type { SpatialPredicate } from "../domain/claim.js";
import type { NounPhrase } from "../language/passage.js";
import { PICTURE_CORNERS, PICTURE_PLACES, PICTURE_WORDS } from "../language/vocabulary/prepositions.js";

const LEADING = /^(?:the|very|immediate|far|distant|extreme|upper-most)\s+/;

/** Where a phrase names a place in the picture: one predicate, two for a corner, none where it names none. */
export function placesNamedBy({ text }: NounPhrase): readonly SpatialPredicate[] {
  const words = text
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replace(/^the\s+/, "");
  for (const phrase of [words, words.replace(LEADING, "")]) {
    const corner = PICTURE_CORNERS.get(phrase);
    if (corner !== undefined) return corner;
    const place = PICTURE_PLACES.get(phrase);
    if (place !== undefined) return [place];
  }
  return [];
}

/** Whether a phrase means the picture itself. */
export function isPicture({ category, determiner }: NounPhrase): boolean {
  return PICTURE_WORDS.has(category) && determiner !== "no";
}

const OF_PICTURE: ReadonlyMap<string, SpatialPredicate> = new Map<string, SpatialPredicate>([
  ["left_of", "image_left"],
  ["right_of", "image_right"],
  ["under", "image_bottom"],
]);

/** What a preposition says of a thing when its landmark is the picture: "at the bottom of the image". Null for "in the image". */
export function placeInPicture(preposition: string, predicate: SpatialPredicate | null): SpatialPredicate | null {
  if (predicate === null) return null;
  if (/\b(?:middle|center|centre)\b/.test(preposition)) return "image_center";
  if (/\btop\b/.test(preposition)) return "image_top";
  if (/\bfront\b/.test(preposition)) return "foreground";
  if (/\bback\b/.test(preposition)) return "background";
  return OF_PICTURE.get(predicate) ?? null;
}
