/** What an image truly shows: stated outright, or gathered from COCO's annotations as CHAIR gathers it. */
import { COCO_CATEGORIES } from "../../language/vocabulary/coco.js";
import type { HumanCaptions } from "../files/coco.js";
import { wrongDocument } from "../files/located.js";
import type { ReadMentions } from "./mention.js";
import type { GroundTruth, GroundTruthDocument } from "./rows.js";

const KNOWN: ReadonlySet<string> = new Set(COCO_CATEGORIES);

/** @throws YaffleError `invalid_request` for a category that is none of COCO's 80: it could never be found, and would lower recall unseen */
export function statedTruth(file: string, document: GroundTruthDocument): GroundTruth {
  return new Map(
    Object.entries(document).map(([image, categories]) => {
      categories.forEach((category, index) => {
        if (!KNOWN.has(category)) throw wrongDocument(file, `${image}.${index}`, `"${category}" is none of COCO's 80 categories.`);
      });
      return [image, new Set(categories)];
    }),
  );
}

/**
 * The annotated categories together with those that people named in their captions of the image: annotators overlook things, and five
 * captions seldom do (Rohrbach et al. 2018).
 * @param wanted the images to gather for; captions of others are not read
 * @param human null where only the annotations count
 */
export function gatheredTruth(
  annotated: GroundTruth,
  human: HumanCaptions | null,
  wanted: ReadonlySet<string>,
  readMentions: ReadMentions,
): GroundTruth {
  const gathered = new Map(
    [...annotated].filter(([image]) => wanted.has(image)).map(([image, categories]) => [image, new Set(categories)]),
  );
  for (const image of wanted) {
    const captions = human?.get(image);
    if (captions === undefined) continue;
    const categories = gathered.get(image) ?? new Set<string>();
    for (const { category } of captions.flatMap((caption) => readMentions(caption))) categories.add(category);
    gathered.set(image, categories);
  }
  return gathered;
}
