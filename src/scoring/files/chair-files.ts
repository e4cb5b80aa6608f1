/** CHAIR's files: captions, and what the images show, either stated or from COCO's annotations. */
import { type ChairVariant, mentionsReader } from "../chair/chair.js";
import { gatheredTruth, statedTruth } from "../chair/ground-truth.js";
import { type CaptionRow, captionRow, type GroundTruth, groundTruthDocument } from "../chair/rows.js";
import { readHumanCaptions, readInstances } from "./coco.js";
import { readJsonDocument, readJsonLines } from "./json.js";
import type { Located } from "./located.js";

export type TruthFiles =
  | { readonly type: "stated"; readonly groundTruth: string }
  | {
      readonly type: "annotated";
      readonly annotations: string;
      readonly humanCaptions: string | null;
      /** Where what is needed of these two is kept; null for nowhere. */
      readonly cacheFolder: string | null;
    };

export interface ChairInput {
  readonly captions: readonly Located<CaptionRow>[];
  readonly truth: GroundTruth;
}

/** @throws YaffleError `invalid_request` with file, line and field */
export async function readChairFiles(captionsFile: string, truthFiles: TruthFiles, variant: ChairVariant): Promise<ChairInput> {
  const captions = await readJsonLines(captionsFile, captionRow);
  if (truthFiles.type === "stated") {
    return { captions, truth: statedTruth(truthFiles.groundTruth, await readJsonDocument(truthFiles.groundTruth, groundTruthDocument)) };
  }
  const { annotations, humanCaptions, cacheFolder } = truthFiles;
  const { images } = await readInstances(annotations, cacheFolder);
  const annotated = new Map(images.map(({ id, categories }) => [id, new Set(categories)]));
  const human = humanCaptions === null ? null : await readHumanCaptions(humanCaptions, cacheFolder);
  const wanted = new Set(captions.map(({ value }) => String(value.image_id)));
  return { captions, truth: gatheredTruth(annotated, human, wanted, mentionsReader(variant)) };
}
