/** What is measured on each photograph: the looks, and who is in it. */
import { join } from "node:path";
import { type Group, groups, type Photograph } from "../../src/evaluation/truth/coco-file.js";
import { lookAt } from "../../src/experts/detector/look.js";
import type { Network } from "../../src/experts/detector/onnx-detector.js";
import { VIEWS } from "../../src/experts/detector/onnx-detector.js";
import type { Look } from "../../src/experts/detector/sighting.js";
import { readPicture } from "../../src/image/read.js";

export interface Measured {
  readonly photograph: Photograph;
  /** In the order of the thorough views. */
  readonly looks: readonly Look[];
  readonly present: ReadonlyMap<string, Group>;
}

const LIMITS = { maxImageBytes: 100_000_000, maxImagePixels: 100_000_000 };

export async function measure(network: Network, photographs: readonly Photograph[], imagesFolder: string): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const photograph of photographs) {
    const picture = await readPicture({ type: "file", path: join(imagesFolder, photograph.fileName) }, LIMITS);
    const looks: Look[] = [];
    for (const view of VIEWS.thorough) looks.push(await lookAt(network.session, network.reader, picture, view));
    measured.push({ photograph, looks, present: new Map(groups(photograph).map((group) => [group.category, group])) });
    process.stderr.write(`\r${measured.length} of ${photographs.length} photographs`);
  }
  process.stderr.write("\n");
  return measured;
}
