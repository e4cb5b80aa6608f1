/** A detector on a model server sees what the same model sees here. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composeYaffle } from "../../../src/compose.js";
import { loadDetector } from "../../../src/experts/detector/load.js";
import { readPicture } from "../../../src/image/read.js";
import { COCO_CATEGORIES } from "../../../src/language/vocabulary/coco.js";
import { readIfThere } from "../../../src/registry/model-file.js";
import { ensureModel } from "../../../src/registry/models.js";
import { type OnnxSession, openSession } from "../../../src/runtime/onnx/session.js";
import { describeDetector } from "../../contract/detector.js";
import { runCommand } from "../../support/command-line.js";
import { type InferenceServer, serveModels } from "../../support/inference-server.js";
import { TEST_MODELS_FOLDER } from "../../support/models-folder.js";
import { describeWithTestData, testData } from "../../support/test-data.js";

const OPTIONS = { modelsFolder: TEST_MODELS_FOLDER, device: "cpu", threads: 1 } as const;
const LIMITS = { maxImageBytes: 20_000_000, maxImagePixels: 25_000_000 };
const FILES = ["deimv2-femto", "yolox-nano"].filter((name) => testData(`models/${name}.onnx`) !== null);

let server: InferenceServer;
const sessions: OnnxSession[] = [];

async function sessionOf(bytes: Uint8Array): Promise<OnnxSession> {
  const session = await openSession(bytes, { threads: 1 });
  sessions.push(session);
  return session;
}

beforeAll(async () => {
  const centernet = await sessionOf((await ensureModel("centernet-coco", TEST_MODELS_FOLDER)).bytes);
  const others = await Promise.all(
    FILES.map(async (name) => {
      const bytes = await readIfThere(testData(`models/${name}.onnx`) ?? "");
      return [name, { session: await sessionOf(bytes ?? new Uint8Array()) }] as const;
    }),
  );
  server = await serveModels({
    "centernet-coco": { session: centernet },
    bytes: { session: centernet, takesBytes: true },
    // The name of another architecture of the registry.
    "yolox-s": { session: centernet },
    ...Object.fromEntries(others),
  });
});
afterAll(async () => {
  await server.close();
  await Promise.all(sessions.map((session) => session.close()));
});

const remote = (model: string) => loadDetector(`inference:${server.address}/${model}`, OPTIONS);

describeDetector("CenterNet on a model server", () => remote("centernet-coco"));

describe("a detector on a model server", () => {
  it("is named by its model, without a digest that only the server could know", async () => {
    const detector = await remote("centernet-coco");
    expect(detector.facts).toEqual({ id: "centernet-coco", role: "detector", sha256: null, device: "remote" });
    await detector.close();
  });

  it("must be what the registry says of its name", async () => {
    await expect(remote("yolox-s")).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("is no detector of the architecture yolox; it has images [free, 3, 512, 512]"),
    });
  });
});

describeWithTestData(
  "on the beach, a detector on a model server",
  (path) => {
    const targets = COCO_CATEGORIES.map((category) => ({ category, classes: [category] }));

    const pairs = [
      { model: "centernet-coco", local: "centernet-coco" },
      { model: "bytes", local: "centernet-coco" },
      ...FILES.map((model) => ({ model, local: `file:${testData(`models/${model}.onnx`)}` })),
    ];
    it.each(pairs)("($model) gives the boxes of the local one", async ({ model, local }) => {
      const picture = await readPicture({ type: "file", path }, LIMITS);
      const [here, there] = [await loadDetector(local, OPTIONS), await remote(model)];
      for (const effort of ["glance", "thorough"] as const) {
        const wanted = await here.detect(picture, { targets, effort });
        expect(wanted.flatMap(({ boxes }) => boxes).length).toBeGreaterThan(5);
        expect(await there.detect(picture, { targets, effort })).toEqual(wanted);
      }
      await Promise.all([here.close(), there.close()]);
    });

    it("serves a whole correction on the command line, with the report of the local one", async () => {
      const words = ["correct", "--json", "--image", path, "--response", "Two chairs stand on the beach. An elephant sits on the sand."];
      const run = async (detector: string) => {
        const options = ["--models-dir", TEST_MODELS_FOLDER, "--text-reader", "none", "--detector", detector];
        const { exitCode, out, error } = await runCommand([...words, ...options], { openYaffle: composeYaffle });
        expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
        return JSON.parse(out);
      };
      const [here, there] = [await run("centernet-coco"), await run(`inference:${server.address}/centernet-coco`)];
      expect(there.experts).toContainEqual({ id: "centernet-coco", role: "detector", sha256: null, device: "remote" });
      expect({ claims: there.claims, edits: there.edits, corrected: there.corrected }).toEqual({
        claims: here.claims,
        edits: here.edits,
        corrected: here.corrected,
      });
      expect(there.corrected).not.toContain("elephant");
    });
  },
  "photos/responses/sandbeach.jpg",
);

const { YAFFLE_TRITON } = process.env;
if (YAFFLE_TRITON === undefined)
  console.warn("skipped: a real model server (set YAFFLE_TRITON to HOST:PORT of one that has centernet-coco)");
describe.skipIf(YAFFLE_TRITON === undefined)("a real model server", () => {
  describeDetector("CenterNet on a real model server", () => loadDetector(`inference:${YAFFLE_TRITON}/centernet-coco`, OPTIONS));
});
