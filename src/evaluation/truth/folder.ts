/**
 * Finds photographs and their truth in a folder, in the forms in which they are commonly kept:
 * - a download of COCO: `annotations/instances_val2017.json` (and `captions_val2017.json`) beside `val2017/`;
 * - `instances.json` (and `captions.json`) beside `images/`, in the folder or in its `coco/`. Beside them may lie
 *   `existence-random|popular|adversarial.jsonl` and `caption-pairs.jsonl`.
 * `responses/responses.jsonl` (with its pictures) and `labelled-facts.jsonl` are read where present.
 */
import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { YaffleError } from "../../domain/error.js";
import { SAMPLINGS, type Sampling } from "./existence.js";

/** Paths; null and absent where the folder has no such file. */
export interface PhotographFolder {
  readonly images: string;
  readonly instances: string;
  readonly captions: string | null;
  readonly questions: Readonly<Partial<Record<Sampling, string>>>;
  readonly captionPairs: string | null;
  /** Pictures of the responses lie beside it. */
  readonly responses: string | null;
  readonly responseImages: string;
  readonly facts: string | null;
}

/** @throws YaffleError invalid_request where no instances file with its photographs is found */
export async function findPhotographs(folder: string): Promise<PhotographFolder> {
  const found = (await besideImages(join(folder, "coco"))) ?? (await besideImages(folder)) ?? (await download(folder));
  if (found === null) {
    const message = `${folder} holds no photographs with truth: expected instances.json beside images/, or annotations/instances_NAME.json beside NAME/ as COCO comes.`;
    throw new YaffleError("invalid_request", message, { faults: [{ path: "photos", message }] });
  }
  const responseImages = join(folder, "responses");
  return {
    ...found,
    responses: await present(join(responseImages, "responses.jsonl")),
    responseImages,
    facts: await present(join(folder, "labelled-facts.jsonl")),
  };
}

type Photographs = Omit<PhotographFolder, "responses" | "responseImages" | "facts">;

async function besideImages(folder: string): Promise<Photographs | null> {
  const instances = await present(join(folder, "instances.json"));
  const images = await present(join(folder, "images"));
  if (instances === null || images === null) return null;
  const questions: Partial<Record<Sampling, string>> = {};
  for (const sampling of SAMPLINGS) {
    const path = await present(join(folder, `existence-${sampling}.jsonl`));
    if (path !== null) questions[sampling] = path;
  }
  const captions = await present(join(folder, "captions.json"));
  return { images, instances, captions, questions, captionPairs: await present(join(folder, "caption-pairs.jsonl")) };
}

async function download(folder: string): Promise<Photographs | null> {
  const annotations = join(folder, "annotations");
  const names = (await readdir(annotations).catch(() => [])).toSorted().reverse();
  for (const name of names) {
    const split = /^instances_(\w+)\.json$/u.exec(name)?.[1];
    const images = split === undefined ? null : await present(join(folder, split));
    if (split === undefined || images === null) continue;
    const captions = await present(join(annotations, `captions_${split}.json`));
    return { images, instances: join(annotations, name), captions, questions: {}, captionPairs: null };
  }
  return null;
}

async function present(path: string): Promise<string | null> {
  return access(path).then(
    () => path,
    () => null,
  );
}
