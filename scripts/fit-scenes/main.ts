/**
 * Fits what things say of scenes, and prints src/verification/scene-clues.ts.
 *
 * npx tsx scripts/fit-scenes/main.ts OBJECTS.json CAPTIONS.jsonl…
 *
 * OBJECTS.json: for each photograph by its id the categories in it. CAPTIONS.jsonl: {"image_id", "caption"} a line, any number of captions a
 * photograph. A scene is there where some caption names it; the other photographs are those whose captions name another scene.
 */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { type Example, fitLogistic, predict } from "../../src/evaluation/fit/logistic-regression.js";
import { COCO_CATEGORIES } from "../../src/language/vocabulary/coco.js";
import { seededRandom, shuffled } from "../../src/statistics/random.js";
import { SCENE_WORDS } from "../../src/verification/scene-words.js";

/** Chosen by the log-loss on fifths of the photographs that were left out, of 0.5, 1, 2, 3, 5 and 8. */
const OPTIONS = { ridge: 0.5, scaled: false };
const CLUES = 12;
const PARTS = 5;

const [objectsFile, ...captionFiles] = process.argv.slice(2);
if (objectsFile === undefined || captionFiles.length === 0) throw new Error("name the file of objects and the files of captions");
const objects = z.record(z.string(), z.array(z.string())).parse(JSON.parse(await readFile(objectsFile, "utf8")));
const captions = await readCaptions(captionFiles);
const photographs = shuffled(Object.keys(objects).toSorted(), seededRandom(1)).map((id) => ({
  things: new Set(objects[id]),
  scenes: new Set(Object.keys(SCENE_WORDS).filter((scene) => names(captions.get(id) ?? "", SCENE_WORDS[scene] ?? []))),
}));
const placed = photographs.filter(({ scenes }) => scenes.size > 0);

const losses: number[] = [];
console.log(
  "/** Written by scripts/fit-scenes/main.ts: a scene's log-odds without any clue, and what each class adds. */\nexport interface SceneClues {\n  readonly bias: number;\n  readonly clues: readonly (readonly [category: string, weight: number])[];\n}\n\nexport const SCENE_CLUES: Readonly<Record<string, SceneClues>> = {",
);
for (const scene of Object.keys(SCENE_WORDS)) {
  const loss = leftOutLoss(scene);
  losses.push(loss);
  const { bias, clues } = fitScene(scene, placed);
  const rows = clues.map(([category, weight]) => `[${JSON.stringify(category)}, ${round(weight)}]`);
  console.log(`  ${JSON.stringify(scene)}: { bias: ${round(bias)}, clues: [${rows.join(", ")}] },`);
  console.error(`${scene}: ${placed.filter(({ scenes }) => scenes.has(scene)).length} photographs, log-loss left out ${loss.toFixed(3)}`);
}
console.log("};");
console.error(
  `mean ${(losses.reduce((sum, loss) => sum + loss, 0) / losses.length).toFixed(3)}, of nothing known ${Math.log(2).toFixed(3)}`,
);

type Placed = (typeof placed)[number];

function fitScene(
  scene: string,
  some: readonly Placed[],
): { readonly bias: number; readonly clues: readonly (readonly [string, number])[] } {
  const { weights } = fitLogistic(examples(scene, some, COCO_CATEGORIES), OPTIONS);
  const telling = COCO_CATEGORIES.map((category, index) => ({ category, force: Math.abs(weights[index] ?? 0) * spread(some, category) }))
    .toSorted((a, b) => b.force - a.force)
    .slice(0, CLUES)
    .map(({ category }) => category);
  const few = fitLogistic(examples(scene, some, telling), OPTIONS);
  return { bias: few.bias, clues: telling.map((category, index) => [category, few.weights[index] ?? 0]) };
}

/** As many with the scene, by weight, as without. */
function examples(scene: string, some: readonly Placed[], categories: readonly string[]): readonly Example[] {
  const positives = some.filter(({ scenes }) => scenes.has(scene)).length;
  return some.map(({ things, scenes }) => ({
    features: categories.map((category) => (things.has(category) ? 1 : 0)),
    truth: scenes.has(scene),
    weight: scenes.has(scene) ? 1 : positives / (some.length - positives),
  }));
}

/** Of the share of photographs that hold it. */
function spread(some: readonly Placed[], category: string): number {
  const share = some.filter(({ things }) => things.has(category)).length / some.length;
  return Math.sqrt(share * (1 - share));
}

function leftOutLoss(scene: string): number {
  const sums = { true: { loss: 0, count: 0 }, false: { loss: 0, count: 0 } };
  for (let part = 0; part < PARTS; part += 1) {
    const { bias, clues } = fitScene(
      scene,
      placed.filter((_, index) => index % PARTS !== part),
    );
    for (const { things, scenes } of placed.filter((_, index) => index % PARTS === part)) {
      const probability = predict(
        { bias, weights: clues.map(([, weight]) => weight) },
        clues.map(([category]) => (things.has(category) ? 1 : 0)),
      );
      const sum = scenes.has(scene) ? sums.true : sums.false;
      sum.loss -= Math.log(scenes.has(scene) ? probability : 1 - probability);
      sum.count += 1;
    }
  }
  return (sums.true.loss / sums.true.count + sums.false.loss / sums.false.count) / 2;
}

function names(text: string, words: readonly string[]): boolean {
  return words.some((word) => new RegExp(`\\b${word}(?:e?s)?\\b`, "u").test(text));
}

async function readCaptions(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const form = z.object({ image_id: z.coerce.string(), caption: z.string() });
  const texts = new Map<string, string>();
  for (const file of files) {
    for (const line of (await readFile(file, "utf8")).split("\n").filter((each) => each.trim() !== "")) {
      const { image_id, caption } = form.parse(JSON.parse(line));
      texts.set(image_id, `${texts.get(image_id) ?? ""} ${caption.toLowerCase()}`);
    }
  }
  return texts;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
