/** From the registry to a verdict: a model of several files is pulled by its name, checked as one, and run by it. */

import { readFileSync } from "node:fs";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeYaffle } from "../../src/compose.js";
import { loadVisionAnswerer } from "../../src/experts/answerer/vision-answerer.js";
import { loadDetector } from "../../src/experts/detector/load.js";
import { loadVisionScorer } from "../../src/experts/scorer/vision-scorer.js";
import { findModel, readRegistry } from "../../src/registry/read-registry.js";
import type { FetchedModel } from "../../src/registry/schema.js";
import { COMPARERS } from "../../src/runtime/transformers/comparison.js";
import { FINDERS } from "../../src/runtime/transformers/finding.js";
import { ANSWERERS } from "../../src/runtime/transformers/prompting.js";
import { runCommand } from "../support/command-line.js";
import { type FileServer, serveFiles, whole } from "../support/file-server.js";
import { tinyModel, tinyPicture } from "../support/tiny-models.js";

/** A registered model, and the tiny one of its architecture that the mirror has in its place: none of their files is pinned. */
const STAND_INS = {
  "grounding-dino-tiny": "grounding-dino",
  "owlv2-base": "owlv2",
  "smolvlm-256m": "smolvlm",
  "clip-vit-b32": "clip",
  "siglip-base": "siglip",
};

async function fetched(id: string): Promise<FetchedModel> {
  const entry = await findModel(id);
  if (entry.origin !== "fetched") throw new Error(`${id} is not fetched`);
  return entry;
}

let folder = "";
let mirror: FileServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yaffle-pulled-models-"));
  const answers: Record<string, readonly ReturnType<typeof whole>[]> = {};
  for (const [id, tiny] of Object.entries(STAND_INS)) {
    for (const { path } of (await fetched(id)).files) answers[`/${id}/${path}`] = [whole(readFileSync(join(tinyModel(tiny), path)))];
  }
  mirror = await serveFiles(answers);
});
afterAll(async () => {
  await mirror.close();
  await rm(folder, { recursive: true });
});

describe("a model of several files", () => {
  const options = () => ({ modelsFolder: folder, threads: 1, workers: 0 });

  it.each(Object.keys(STAND_INS))("is pulled whole by its name: %s", async (id) => {
    const words = ["models", "pull", id, "--models-dir", folder, "--models-mirror", mirror.address, "--json"];
    const { exitCode, out } = await runCommand(words);
    expect(exitCode).toBe(0);
    const { files } = await fetched(id);
    expect(JSON.parse(out)).toMatchObject({ id, new: true, paths: files.map(({ path }) => join(folder, id, ...path.split("/"))) });
    const listed = JSON.parse((await runCommand(["models", "list", "--json", "--models-dir", folder])).out);
    expect(listed.models).toContainEqual(expect.objectContaining({ id, state: "ready", runner: "transformers", runnable: true }));
  });

  it("is run by its name, in its role", async () => {
    const picture = await tinyPicture();
    const targets = [{ category: "fountain", classes: [] }];
    for (const id of ["grounding-dino-tiny", "owlv2-base"]) {
      const detector = await loadDetector(id, options());
      expect(detector.facts).toMatchObject({ id, role: "detector", sha256: expect.stringMatching(/^[0-9a-f]{64}$/), device: "cpu" });
      expect(await detector.detect(picture, { targets, effort: "glance" })).toHaveLength(1);
      await detector.close();
    }
    const answerer = await loadVisionAnswerer("smolvlm-256m", options());
    expect((await answerer.answer(picture, "Is the dog standing?", null)).answer).toBe("Yes");
    await answerer.close();
    for (const id of ["clip-vit-b32", "siglip-base"]) {
      const scorer = await loadVisionScorer(id, options());
      expect(await scorer.compare(picture, ["a red car", "a blue car"], null)).toHaveLength(2);
      await scorer.close();
    }
  });

  it("that was altered is refused, and mended by another pull", async () => {
    await appendFile(join(folder, "clip-vit-b32", "tokenizer.json"), " ");
    await expect(loadVisionScorer("clip-vit-b32", options())).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringMatching(/tokenizer\.json has sha256 .* Run `yaffle models pull clip-vit-b32`\./),
    });
    const words = ["correct", "--json", "--image", tinyModel("picture.png"), "--response", "An open door.", "--models-dir", folder];
    const models = ["--detector", "owlv2-base", "--scorer", "clip-vit-b32", "--text-reader", "none"];
    const { exitCode, out } = await runCommand([...words, ...models], { openYaffle: composeYaffle });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).degraded).toEqual(expect.arrayContaining([expect.stringContaining("clip-vit-b32: The model file")]));
    await runCommand(["models", "pull", "clip-vit-b32", "--models-dir", folder, "--models-mirror", mirror.address]);
    await (await loadVisionScorer("clip-vit-b32", options())).close();
  });
});

describe("the registry's models for the optional package", () => {
  it("are of architectures that are run, with all files that they need", async () => {
    const known: Readonly<Record<string, readonly string[]>> = { detector: FINDERS, answerer: ANSWERERS, scorer: COMPARERS };
    const { models } = await readRegistry();
    const entries = models.filter(({ runner }) => runner === "transformers");
    expect(entries.filter(({ role, architecture }) => !known[role]?.includes(architecture)).map(({ id }) => id)).toEqual([]);
    for (const { id } of entries) {
      const paths = (await fetched(id)).files.map(({ path }) => path);
      const needed = ["config.json", "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json"];
      expect(paths, id).toEqual(expect.arrayContaining([...needed, expect.stringMatching(/^onnx\/.+\.onnx$/)]));
    }
  });
});
