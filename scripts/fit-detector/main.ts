/**
 * Fits the calibration of a detector on photographs that it was not trained on, and prints its figures and what to put into
 * models/registry.json. Every figure comes from fits that have not seen the photograph; the numbers printed at the end from all of them.
 *
 * npx tsx scripts/fit-detector/main.ts PHOTOS [--detector ID|file:PATH|transformers:FOLDER] [--models-dir DIR] [--threads N]
 *
 * PHOTOS is a download of COCO val2017, or a folder with instances.json beside images/.
 */
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { fitCalibration } from "../../src/evaluation/fit/fit-calibration.js";
import { type Measured, measure } from "../../src/evaluation/fit/measure.js";
import { showProgress } from "../../src/evaluation/progress.js";
import { readInstances } from "../../src/evaluation/truth/coco-file.js";
import { makeExistence, SAMPLINGS } from "../../src/evaluation/truth/existence.js";
import { findPhotographs } from "../../src/evaluation/truth/folder.js";
import { loadEyes } from "../../src/experts/detector/load.js";
import { seededRandom } from "../../src/statistics/random.js";
import { tryBoxes } from "./boxes.js";

import { type Question, tryPresence } from "./presence.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    detector: { type: "string", default: "centernet-coco" },
    "models-dir": { type: "string", default: join(tmpdir(), "yaffle-models") },
    threads: { type: "string", default: "2" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("name the folder with the photographs");

const found = await findPhotographs(folder);
const photographs = (await readInstances(found.instances)).filter(({ instances }) => instances.length > 0);
const taught = await loadEyes(values.detector, { modelsFolder: values["models-dir"], device: "cpu", threads: Number(values.threads) });
const progress = showProgress(process.stderr);
progress.begin("photographs", photographs.length);
const measured = await measure(taught.eyes, photographs, found.images, progress.step);
progress.end();
const vocabulary = { classes: taught.vocabulary, classFacts: taught.calibration.classFacts };
const questions = await askAll(measured, taught.vocabulary);

for (const effort of ["glance", "thorough"] as const) tryPresence(measured, vocabulary, effort, questions);
for (const effort of ["glance", "thorough"] as const) tryBoxes(measured, vocabulary, effort);
console.log(JSON.stringify(fitCalibration(measured, vocabulary), null, 2));
await taught.eyes.close();

/** The questions that lie in the folder, else made from the boxes. */
async function askAll(photos: readonly Measured[], classes: readonly string[]): Promise<readonly Question[]> {
  const places = new Map(photos.map(({ photograph }, index) => [photograph.fileName, index]));
  const asked = await Promise.all(
    SAMPLINGS.map(async (split) => {
      const path = found.questions[split];
      const lines = path === undefined ? made(split) : await readQuestions(path);
      return lines.map(({ image, category, truth }) => ({
        split,
        photograph: places.get(image) ?? -1,
        classIndex: classes.indexOf(category),
        truth,
      }));
    }),
  );
  return asked.flat().filter(({ photograph, classIndex }) => photograph >= 0 && classIndex >= 0);
}

interface Line {
  readonly image: string;
  readonly category: string;
  readonly truth: boolean;
}

function made(split: (typeof SAMPLINGS)[number]): readonly Line[] {
  return makeExistence(photographs, split, seededRandom(1)).map(({ photograph, about, truth }) => ({
    image: photograph,
    category: about,
    truth,
  }));
}

async function readQuestions(path: string): Promise<readonly Line[]> {
  const form = z.object({ image: z.string(), category: z.string(), label: z.enum(["yes", "no"]) });
  const lines = (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  return lines
    .map((line) => form.parse(JSON.parse(line)))
    .map(({ image, category, label }) => ({ image, category, truth: label === "yes" }));
}
