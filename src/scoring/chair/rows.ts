/** CHAIR's input: a caption an image, and the objects that the image truly shows. */
import { z } from "zod";

/** A line of the captions file. */
export const captionRow = z.object({ image_id: z.union([z.int(), z.string().min(1)]), caption: z.string() });
export type CaptionRow = z.infer<typeof captionRow>;

/** The ground-truth file: image id → its categories. */
export const groundTruthDocument = z.record(z.string(), z.array(z.string()));
export type GroundTruthDocument = z.infer<typeof groundTruthDocument>;

/** Image id, as text, → the categories in it. */
export type GroundTruth = ReadonlyMap<string, ReadonlySet<string>>;

/** A line of the per-item file. */
export interface ChairItem {
  readonly image_id: number | string;
  /** Categories named, in the order of the caption, each as often as it is named. */
  readonly mentioned: readonly string[];
  /** The mentions of what the image does not show: word and category. */
  readonly hallucinated: readonly (readonly [word: string, category: string])[];
}
