import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageFolder } from "../../src/registry/convert/installed-package.js";
import { makeModel } from "../../src/registry/make-model.js";
import { sha256Of } from "../../src/registry/model-file.js";
import { ensureModel, listModels, pullModel, verifyModels } from "../../src/registry/models.js";
import { findModel, readRegistry } from "../../src/registry/read-registry.js";

const ID = "centernet-coco";

describe("the models folder", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yaffle-models-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("at first holds nothing, which is a fault only of a model that is named", async () => {
    const [status] = await listModels(folder);
    expect(status).toMatchObject({ entry: { id: ID, licence: "MIT" }, file: { state: "missing", sha256: null } });
    expect(status?.fault).toContain(`is missing. Run \`yaffle models pull ${ID}\`.`);
    expect(await verifyModels(folder)).toEqual([]);
    expect(await verifyModels(folder, [ID])).toHaveLength(1);
  });

  it("gets the embedded detector from the installed package, once", async () => {
    expect(await pullModel(ID, folder)).toMatchObject({ isNew: true });
    expect(await pullModel(ID, folder)).toMatchObject({ isNew: false });
    const { entry, bytes } = await ensureModel(ID, folder);
    expect({ sha256: sha256Of(bytes), bytes: bytes.byteLength }).toEqual({ sha256: entry.file.sha256, bytes: entry.file.bytes });
    expect(await verifyModels(folder)).toMatchObject([{ file: { state: "ready" }, fault: null }]);
  });

  it("never loads or replaces an altered file unasked; pulling mends it", async () => {
    const [status] = await listModels(folder);
    const path = status?.file.path ?? "";
    await writeFile(path, "something else");
    await expect(ensureModel(ID, folder)).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringMatching(
        /^The model file .*centernet-coco-.*\.onnx has sha256 [0-9a-f]{64} and not [0-9a-f]{64}: .*yaffle models pull centernet-coco/,
      ),
    });
    expect(await readFile(path, "utf8")).toBe("something else");
    expect(await verifyModels(folder)).toMatchObject([{ file: { state: "altered" }, fault: expect.stringContaining(path) }]);
    expect(await pullModel(ID, folder)).toMatchObject({ isNew: true, path });
    expect(await verifyModels(folder)).toMatchObject([{ file: { state: "ready" } }]);
  });

  it("is filled by two processes at once without harm, and nothing is left over", async () => {
    const shared = join(folder, "shared");
    const script = `import { ensureModel } from ${JSON.stringify(new URL("../../src/registry/models.ts", import.meta.url).href)};
      const { bytes } = await ensureModel(${JSON.stringify(ID)}, ${JSON.stringify(shared)}); console.log(bytes.byteLength);`;
    const start = () => promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script]);
    const [first, second] = await Promise.all([start(), start()]);
    const { entry } = await ensureModel(ID, shared);
    expect([first.stdout.trim(), second.stdout.trim()]).toEqual([String(entry.file.bytes), String(entry.file.bytes)]);
    expect(await readdir(shared)).toEqual([entry.file.path]);
  });

  it("knows no other id, and says which it knows", async () => {
    await expect(pullModel("no-such-model", folder)).rejects.toMatchObject({ code: "not_found", message: expect.stringContaining(ID) });
  });
});

describe("making a model", () => {
  it("is refused where the source is another than the registry names", async () => {
    const entry = await findModel(ID);
    const sources = entry.sources.map((source) => ({ ...source, sha256: "0".repeat(64) }));
    await expect(makeModel({ ...entry, sources })).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringContaining("Install @vladmandic/human@3.3.6"),
    });
  });

  it("is refused where the package is not installed", async () => {
    const entry = await findModel(ID);
    const sources = entry.sources.map((source) => ({ ...source, package: "no-such-package-anywhere" }));
    await expect(makeModel({ ...entry, sources })).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringContaining("not installed"),
    });
  });
});

describe("the registry", () => {
  it("names each model once, each file by the first digits of its sha256, each class with its frequency and ease", async () => {
    const { models, frequencies, ease } = await readRegistry();
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
    for (const { file, classes } of models) {
      expect(file.path).toContain(file.sha256.slice(0, 12));
      expect(classes === "open" ? [] : classes.filter((name) => frequencies[name] === undefined || ease[name] === undefined)).toEqual([]);
    }
  });

  it("has a calibration for every architecture", async () => {
    expect((await readRegistry()).architectures.map(({ architecture }) => architecture).toSorted()).toEqual(["centernet", "deim", "yolox"]);
  });
});

describe("an installed package", () => {
  it("is found where Node finds it", () => {
    expect(packageFolder("@vladmandic/human")).toMatch(/node_modules.@vladmandic.human$/);
    expect(packageFolder("no-such-package-anywhere")).toBeNull();
  });
});
