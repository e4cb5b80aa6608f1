/** What is measured on each photograph: the looks, and who is in it. */
import { join } from "node:path";
import { VIEWS } from "../../experts/detector/class-detector.js";
import type { Eyes } from "../../experts/detector/look.js";
import type { Look } from "../../experts/detector/sighting.js";
import { readPicture } from "../../image/read.js";
import { type Group, groups, type Photograph } from "../truth/coco-file.js";

export interface Measured {
  readonly photograph: Photograph;
  /** In the order of the thorough views. */
  readonly looks: readonly Look[];
  readonly present: ReadonlyMap<string, Group>;
}

const LIMITS = { maxImageBytes: 100_000_000, maxImagePixels: 100_000_000 };

/** Looks at every photograph in every way that a thorough detector does. @param onLook told after each photograph. @throws the signal's reason where it aborts */
export async function measure(
  eyes: Eyes,
  photographs: readonly Photograph[],
  imagesFolder: string,
  onLook: () => void,
  signal?: AbortSignal,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const photograph of photographs) {
    const picture = await readPicture({ type: "file", path: join(imagesFolder, photograph.fileName) }, LIMITS, signal);
    const looks: Look[] = [];
    for (const view of VIEWS.thorough) looks.push(...(await eyes.look([{ picture, view }], signal)));
    measured.push({ photograph, looks, present: new Map(groups(photograph).map((group) => [group.category, group])) });
    onLook();
  }
  return measured;
}
