import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Evaluation, evaluate } from "../../src/evaluation/evaluate.js";
import { itemLines, resultDocument } from "../../src/evaluation/result-file.js";
import { SECTIONS } from "../../src/evaluation/sections/section.js";
import { evaluationTable } from "../../src/evaluation/table.js";
import { readMaterial } from "../../src/evaluation/truth/material.js";
import { fakeYaffle } from "./fake-yaffle.js";

const CATEGORIES = ["dog", "cat", "bus", "kite"];

/** Three photographs: dog and bus, cat, kite. */
const INSTANCES = {
  images: [1, 2, 3].map((id) => ({ id, file_name: `${id}.png`, width: 100, height: 100 })),
  annotations: [
    { image_id: 1, category_id: 0, bbox: [0, 0, 20, 20] },
    { image_id: 1, category_id: 2, bbox: [60, 0, 30, 30] },
    { image_id: 2, category_id: 1, bbox: [0, 0, 50, 50] },
    { image_id: 3, category_id: 3, bbox: [0, 0, 50, 50] },
  ],
  categories: CATEGORIES.map((name, id) => ({ id, name })),
};

let folder: string;
let evaluation: Evaluation;
const told: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluation-"));
  await mkdir(join(folder, "images"));
  await writeFile(join(folder, "instances.json"), JSON.stringify(INSTANCES));
  const image = await sharp({ create: { width: 100, height: 100, channels: 3, background: "white" } })
    .png()
    .toBuffer();
  for (const { file_name } of INSTANCES.images) await writeFile(join(folder, "images", file_name), image);
  const material = await readMaterial(folder, { seed: 1, limit: 2 });
  const yaffle = fakeYaffle(() => 0.9);
  evaluation = await evaluate(material, {
    yaffleFor: () => yaffle,
    policy: "balanced",
    sections: SECTIONS,
    resampling: { seed: 1, resamples: 20 },
    notes: ["A fake was measured."],
    signal: new AbortController().signal,
    onSection: (name) => told.push(name),
    onReport: () => {},
  });
});
afterAll(() => rm(folder, { recursive: true }));

describe("an evaluation", () => {
  it("runs every section that the folder has something for, and says which it has not", () => {
    expect(told).toEqual(["existence", "verdicts", "policies", "count", "position"]);
    expect(evaluation.sections.map(({ name }) => name)).toEqual(told);
    expect(evaluation.notes).toEqual([
      "A fake was measured.",
      ...["color", "caption_pairs", "responses", "extraction"].map((name) => `${name}: the folder has nothing to measure it on.`),
      "Existence questions (random, popular, adversarial) were made from the boxes with this run's seed.",
    ]);
  });

  it("asks only about the photographs within the limit", () => {
    expect(evaluation.photographs).toBe(2);
    const photographs = evaluation.sections.flatMap(({ items }) => items.map((item) => ("photograph" in item ? item.photograph : null)));
    expect(new Set(photographs)).toEqual(new Set(["1.png", "2.png"]));
  });

  it("prints a table with the targets beside the figures", () => {
    const table = evaluationTable(evaluation);
    expect(table).toContain("| existence.random.accuracy | 0.500 | 0.500 – 0.500 | 6 | 2 | ≥ 0.915 | ≥ 0.93 | missed |");
    expect(table).toContain("| balanced | 0.000 | 0.000 | 1.000 |");
    expect(table).toContain("- A fake was measured.");
  });

  it("writes all figures with their intervals and targets, and how they were made", () => {
    const document = resultDocument(evaluation, { seed: 1 });
    expect(document).toMatchObject({ run: { seed: 1 }, policy: "balanced", photographs: 2, experts: [{ id: "fake" }] });
    expect(JSON.parse(JSON.stringify(document)).sections[0].figures[0]).toEqual({
      id: "existence.random.accuracy",
      value: 0.5,
      interval: [0.5, 0.5],
      items: 6,
      photographs: 2,
      target: expect.objectContaining({ must: 0.915, moonshot: 0.93, reached: "missed" }),
    });
  });

  it("keeps every judged item, a line each", () => {
    const lines = itemLines(evaluation).trim().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      section: "existence",
      sampling: "random",
      photograph: "1.png",
      probability: 0.9,
      verdict: "supported",
    });
  });
});
