/** Everything known to be true or false about the photographs of a folder, ready to be asked. */
import { seededRandom } from "../../statistics/random.js";
import { type Photograph, readCaptions, readInstances } from "./coco-file.js";
import { makeColors } from "./color.js";
import { makeCounts } from "./count.js";
import { makeExistence, SAMPLINGS, type Sampling } from "./existence.js";
import { findPhotographs } from "./folder.js";
import {
  type CaptionPair,
  type LabelledFacts,
  type LabelledResponse,
  readCaptionPairs,
  readFacts,
  readQuestions,
  readResponses,
} from "./labelled.js";
import { makePositions } from "./position.js";
import type { Statement } from "./statement.js";

export interface Material {
  /** Folders of the photographs, and of the responses' pictures. */
  readonly images: string;
  readonly responseImages: string;
  /** In the order of the instances file. */
  readonly annotated: readonly Photograph[];
  readonly existence: Readonly<Record<Sampling, readonly Statement[]>>;
  /** Samplings whose questions came from a file; the others were made from the boxes. */
  readonly existenceFromFile: readonly Sampling[];
  readonly count: readonly Statement[];
  readonly color: readonly Statement[];
  readonly position: readonly Statement[];
  readonly captionPairs: readonly CaptionPair[];
  readonly responses: readonly LabelledResponse[];
  readonly facts: readonly LabelledFacts[];
}

export interface MaterialOptions {
  readonly seed: number;
  /** The first so many photographs; null: all. */
  readonly limit: number | null;
}

/** @throws YaffleError invalid_request where the folder or a file in it is not of a known form */
export async function readMaterial(folder: string, { seed, limit }: MaterialOptions): Promise<Material> {
  const found = await findPhotographs(folder);
  const all = await readInstances(found.instances);
  const some = all.slice(0, limit ?? all.length);
  const names = new Set(some.map(({ fileName }) => fileName));
  const captions = found.captions === null ? new Map<number, readonly string[]>() : await readCaptions(found.captions);
  const questions = async (sampling: Sampling): Promise<readonly Statement[]> => {
    const path = found.questions[sampling];
    if (path === undefined) return made(all, sampling, seed).filter(({ photograph }) => names.has(photograph));
    return (await readQuestions(path)).filter(({ photograph }) => names.has(photograph));
  };
  const pairs = found.captionPairs === null ? [] : await readCaptionPairs(found.captionPairs);
  return {
    images: found.images,
    responseImages: found.responseImages,
    annotated: some,
    existence: { random: await questions("random"), popular: await questions("popular"), adversarial: await questions("adversarial") },
    existenceFromFile: SAMPLINGS.filter((sampling) => found.questions[sampling] !== undefined),
    count: makeCounts(some, seededRandom(seed)),
    color: makeColors(some, captions, seededRandom(seed)),
    position: makePositions(some, seededRandom(seed)),
    captionPairs: pairs.filter(({ image }) => names.has(image)),
    responses: found.responses === null ? [] : await readResponses(found.responses),
    facts: found.facts === null ? [] : await readFacts(found.facts),
  };
}

/** Each sampling from the start of the stream, so that all three ask for the same present categories, as POPE does. */
function made(photographs: readonly Photograph[], sampling: Sampling, seed: number): readonly Statement[] {
  return makeExistence(photographs, sampling, seededRandom(seed));
}
