import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COCO_CATEGORIES } from "../../src/language/vocabulary/coco.js";
import { packageFolder } from "../../src/registry/convert/installed-package.js";
import { makeModel } from "../../src/registry/make-model.js";
import { sha256Of } from "../../src/registry/model-file.js";
import { ensureModel, listModels, removeModel, verifyModels } from "../../src/registry/models.js";
import { pullModel } from "../../src/registry/pull/pull.js";
import { findModel, readRegistry } from "../../src/registry/read-registry.js";
import { missingPackage, requireOnnx } from "../../src/registry/runners.js";
import type { ConvertedModel } from "../../src/registry/schema.js";

const ID = "centernet-coco";

const ELSEWHERE = { hubAddress: "http://127.0.0.1:1", mirror: null } as const;

/** What comes with the packages is always there. */
const PACKAGED = { entry: { id: "ppocr-v4" }, state: "ready" };

async function embedded(): Promise<ConvertedModel> {
  const entry = await findModel(ID);
  if (entry.origin !== "converted") throw new Error("the embedded detector is converted");
  return entry;
}

describe("the models folder", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yaffle-models-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("at first holds nothing, which is a fault only of a model that is named", async () => {
    const [status] = await listModels(folder);
    expect(status).toMatchObject({ entry: { id: ID, licence: "MIT" }, state: "missing" });
    expect(status?.fault).toContain(`is missing. Run \`yaffle models pull ${ID}\`.`);
    expect((await verifyModels(folder)).map(({ entry }) => entry.id)).toEqual(["ppocr-v4"]);
    expect(await verifyModels(folder, [ID])).toHaveLength(1);
  });

  it("gets the embedded detector from the installed package, once", async () => {
    expect(await pullModel(ID, { modelsFolder: folder, ...ELSEWHERE })).toMatchObject({ isNew: true });
    expect(await pullModel(ID, { modelsFolder: folder, ...ELSEWHERE })).toMatchObject({ isNew: false });
    const { bytes } = await ensureModel(ID, folder);
    const { file } = await embedded();
    expect({ sha256: sha256Of(bytes), bytes: bytes.byteLength }).toEqual({ sha256: file.sha256, bytes: file.bytes });
    expect(await verifyModels(folder)).toMatchObject([{ state: "ready", fault: null }, PACKAGED]);
  });

  it("never loads or replaces an altered file unasked; pulling mends it", async () => {
    const [status] = await listModels(folder);
    const path = status?.files[0]?.path ?? "";
    await writeFile(path, "something else");
    await expect(ensureModel(ID, folder)).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringMatching(
        /^The model file .*centernet-coco-.*\.onnx has sha256 [0-9a-f]{64} and not [0-9a-f]{64}: .*yaffle models pull centernet-coco/,
      ),
    });
    expect(await readFile(path, "utf8")).toBe("something else");
    expect(await verifyModels(folder)).toMatchObject([{ state: "altered", fault: expect.stringContaining(path) }, PACKAGED]);
    expect(await pullModel(ID, { modelsFolder: folder, ...ELSEWHERE })).toMatchObject({ isNew: true, paths: [path] });
    expect(await verifyModels(folder)).toMatchObject([{ state: "ready" }, PACKAGED]);
  });

  it("is left by a model that is removed; what a package brings stays where it is", async () => {
    const own = join(folder, "removing");
    await pullModel(ID, { modelsFolder: own, ...ELSEWHERE });
    expect([await removeModel(ID, own), await removeModel(ID, own)]).toEqual([true, false]);
    expect(await readdir(own)).toEqual([]);
    await expect(removeModel("ppocr-v4", own)).rejects.toMatchObject({ code: "invalid_request" });
  });

  it("is filled by two processes at once without harm, and nothing is left over", async () => {
    const shared = join(folder, "shared");
    const script = `import { ensureModel } from ${JSON.stringify(new URL("../../src/registry/models.ts", import.meta.url).href)};
      const { bytes } = await ensureModel(${JSON.stringify(ID)}, ${JSON.stringify(shared)}); console.log(bytes.byteLength);`;
    const start = () => promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const [first, second] = await Promise.all([start(), start()]);
    const { file } = await embedded();
    expect([first.stdout.trim(), second.stdout.trim()]).toEqual([String(file.bytes), String(file.bytes)]);
    expect(await readdir(shared)).toEqual([file.path]);
  });

  it("knows no other id, and says which it knows", async () => {
    await expect(pullModel("no-such-model", { modelsFolder: folder, ...ELSEWHERE })).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringContaining(ID),
    });
  });
});

describe("making a model", () => {
  it("is refused where the source is another than the registry names", async () => {
    const entry = await embedded();
    const sources = entry.sources.map((source) => ({ ...source, sha256: "0".repeat(64) }));
    await expect(makeModel({ ...entry, sources })).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringContaining("Install @vladmandic/human@3.3.6"),
    });
  });

  it("is refused where the package is not installed", async () => {
    const entry = await embedded();
    const source = { type: "npm", package: "no-such-package-anywhere", version: "1.0.0", path: "model.bin" } as const;
    const sources = entry.sources.map((one) => ({ ...one, source }));
    await expect(makeModel({ ...entry, sources })).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringContaining("not installed"),
    });
  });
});

describe("the registry", () => {
  it("names each model once, the converted file by the first digits of its sha256, each class with its frequency and ease", async () => {
    const { models, frequencies, ease } = await readRegistry();
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
    const { file } = await embedded();
    expect(file.path).toContain(file.sha256.slice(0, 12));
    expect(COCO_CATEGORIES.filter((name) => frequencies[name] === undefined || ease[name] === undefined)).toEqual([]);
  });

  it("has a calibration for every architecture that is read here", async () => {
    const { architectures, models } = await readRegistry();
    const known = architectures.map(({ architecture }) => String(architecture));
    expect(known.toSorted()).toEqual(["centernet", "deim", "detr", "grounding-dino", "owlv2", "owlvit", "yolox"]);
    const run = models.filter(({ role, runner }) => role === "detector" && runner === "onnx");
    expect(run.filter(({ architecture, classes }) => !known.includes(architecture) || classes === "open")).toEqual([]);
  });

  it("offers better detectors, open ones, answerers and scorers", async () => {
    const { models } = await readRegistry();
    const count = (role: string, classes: string) =>
      models.filter((entry) => entry.origin === "fetched" && entry.role === role && entry.classes === classes).length;
    expect([count("detector", "coco"), count("detector", "open"), count("answerer", "open"), count("scorer", "open")]).toEqual([
      9, 2, 3, 2,
    ]);
  });

  it("says in one line where a model cannot be used", async () => {
    const dino = await findModel("grounding-dino-tiny");
    expect(() => requireOnnx(dino, "detector")).toThrow(
      "grounding-dino-tiny (grounding-dino) is run by transformers; only a model that is run by onnx can be used here.",
    );
    expect(() => requireOnnx(dino, "answerer")).toThrow("grounding-dino-tiny is a model for the role detector, not answerer.");
    const yolox = await findModel("yolox-s");
    expect(() => requireOnnx(yolox, "detector")).not.toThrow();
    expect([missingPackage(dino), missingPackage(yolox)]).toEqual([null, null]);
  });
});

describe("an installed package", () => {
  it("is found where Node finds it", () => {
    expect(packageFolder("@vladmandic/human")).toMatch(/node_modules.@vladmandic.human$/);
    expect(packageFolder("no-such-package-anywhere")).toBeNull();
  });
});
