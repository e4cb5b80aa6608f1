import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Detector } from "../../../src/domain/ports.js";
import { loadDetector } from "../../../src/experts/detector/load.js";
import { readPicture } from "../../../src/image/read.js";
import { COCO_CATEGORIES } from "../../../src/language/vocabulary/coco.js";
import { writeOnnx } from "../../../src/registry/convert/onnx-graph.js";
import { findModel } from "../../../src/registry/read-registry.js";
import { TEST_MODELS_FOLDER } from "../../support/models-folder.js";
import { describeWithTestData, testData } from "../../support/test-data.js";

const OPTIONS = { modelsFolder: TEST_MODELS_FOLDER, device: "cpu", threads: 2 } as const;
const LIMITS = { maxImageBytes: 20_000_000, maxImagePixels: 25_000_000 };

async function embeddedFile() {
  const entry = await findModel("centernet-coco");
  if (entry.origin !== "converted") throw new Error("the embedded detector is converted");
  return entry.file;
}

describe("loading a detector", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "yaffle-load-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("by its id gives the registered model, named by the digest that was checked", async () => {
    const detector = await loadDetector("centernet-coco", OPTIONS);
    const file = await embeddedFile();
    expect(detector.facts).toEqual({ id: "centernet-coco", role: "detector", sha256: file.sha256, device: "cpu" });
    expect(detector.vocabulary).toEqual(COCO_CATEGORIES);
    await detector.close();
  });

  it("is refused for an id that is not registered", async () => {
    await expect(loadDetector("no-such-detector", OPTIONS)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is refused for an altered model file, which is named with the way to mend it", async () => {
    const file = await embeddedFile();
    await writeFile(join(folder, file.path), "damaged");
    await expect(loadDetector("centernet-coco", { ...OPTIONS, modelsFolder: folder })).rejects.toMatchObject({
      code: "expert_unavailable",
      message: expect.stringMatching(/centernet-coco-.*\.onnx has sha256 .*yaffle models pull centernet-coco/),
    });
  });

  it("is refused for a file that is missing, no model, or a model of another kind", async () => {
    const words = join(folder, "words.onnx");
    await writeFile(words, "no model");
    const other = join(folder, "other.onnx");
    const node = { operator: "Relu", inputs: ["x"], output: "y", attributes: {} };
    await writeFile(
      other,
      writeOnnx({ name: "other", inputs: [{ name: "x", shape: [2] }], outputs: [{ name: "y", shape: [2] }], nodes: [node], tensors: [] }),
    );
    await expect(loadDetector(`file:${folder}/none.onnx`, OPTIONS)).rejects.toMatchObject({ code: "invalid_request" });
    await expect(loadDetector(`file:${words}`, OPTIONS)).rejects.toMatchObject({ code: "expert_unavailable" });
    await expect(loadDetector(`file:${other}`, OPTIONS)).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("it has x [2]; y [2]"),
    });
  });

  it("stops for a caller that has left", async () => {
    await expect(loadDetector("centernet-coco", { ...OPTIONS, signal: AbortSignal.abort(new Error("left")) })).rejects.toThrow("left");
  });
});

/** A beach: four people, two chairs, one green umbrella, and no elephant. */
function describeOnTheBeach(name: string, open: () => Promise<Detector>): void {
  describeWithTestData(
    `${name} on the beach`,
    (path) => {
      it.each(["glance", "thorough"] as const)("sees people, chairs and the umbrella rather than an elephant (%s)", async (effort) => {
        const detector = await open();
        const picture = await readPicture({ type: "file", path }, LIMITS);
        const targets = ["person", "chair", "umbrella", "elephant"].map((category) => ({ category, classes: [category] }));
        const [person, chair, umbrella, elephant] = await detector.detect(picture, { targets, effort });
        await detector.close();
        expect(elephant?.presence).toBeLessThan(0.15);
        for (const present of [person, chair, umbrella]) expect(present?.presence).toBeGreaterThan(0.25);
        const best = umbrella?.boxes[0];
        expect(best?.x1).toBeGreaterThan(0.45);
        expect(best?.y2).toBeLessThan(0.95);
      });
    },
    "photos/responses/sandbeach.jpg",
  );
}

describeOnTheBeach("CenterNet", () => loadDetector("centernet-coco", OPTIONS));
for (const file of ["deimv2-femto", "yolox-nano"]) {
  const path = testData(`models/${file}.onnx`);
  if (path !== null) describeOnTheBeach(file, () => loadDetector(`file:${path}`, OPTIONS));
}
