/** The models commands on a folder of their own. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { progressBar } from "../../src/cli/progress-bar.js";
import { composeYaffle } from "../../src/compose.js";
import { loadDetector } from "../../src/experts/detector/load.js";
import { sha256Of } from "../../src/registry/model-file.js";
import { ensureModel } from "../../src/registry/models.js";
import { runCommand } from "../support/command-line.js";
import { serveFiles, whole } from "../support/file-server.js";
import { TEST_MODELS_FOLDER } from "../support/models-folder.js";
import { pictureUri } from "../support/pictures.js";
import { describeWithTestData } from "../support/test-data.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yaffle-models-command-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("yaffle models list", () => {
  it("tells of each model what it takes, whether it is pinned, and whether it runs here", async () => {
    const { out } = await runCommand(["models", "list", "--models-dir", folder]);
    expect(out).toContain("ppocr-v4: text_reader, ready, MIT\n");
    expect(out).toContain("yolox-s: detector, missing, Apache-2.0\n");
    expect(out).toMatch(/grounding-dino-tiny: detector, missing, Apache-2\.0, unpinned/);
    expect(out).toContain("about 300 MiB of memory");
  });

  it("tells programs the same", async () => {
    const { out } = await runCommand(["models", "list", "--json", "--models-dir", folder]);
    expect(JSON.parse(out).models).toContainEqual(
      expect.objectContaining({ id: "dfine-s", pinned: true, runnable: true, bytes: 41_535_197, memory_mebibytes: 400, classes: "coco" }),
    );
  });
});

describe("yaffle models pull", () => {
  it("says in one line that no source gives the model", async () => {
    const words = ["models", "pull", "dfine-n", "--models-dir", folder, "--hf-endpoint", "http://127.0.0.1:1"];
    const { exitCode, out, error } = await runCommand(words);
    expect({ exitCode, out, lines: error.trimEnd().split("\n").length }).toEqual({ exitCode: 1, out: "", lines: 1 });
    expect(error).toContain("yaffle: onnx/model.onnx could not be had. http://127.0.0.1:1/onnx-community/dfine_n_coco-ONNX/resolve/");
  });

  describeWithTestData(
    "from a mirror",
    (path) => {
      it("brings a detector that then runs by its name, and says that it was not pinned", async () => {
        const weights = await readFile(path);
        const mirror = await serveFiles({ "/yolox-m/yolox_m.onnx": [whole(weights)] });
        const here = ["--models-dir", join(folder, "pulled")];
        const pulled = await runCommand(["models", "pull", "yolox-m", ...here, "--models-mirror", mirror.address]);
        expect(pulled).toMatchObject({ exitCode: 0, out: `yolox-m: ${join(folder, "pulled", "yolox-m", "yolox_m.onnx")}\n` });
        expect(pulled.error).toContain(`yolox-m: yolox_m.onnx is unpinned; what came has sha256 ${sha256Of(weights)}, and is held to`);
        await mirror.close();
        expect((await runCommand(["models", "verify", "yolox-m", ...here])).exitCode).toBe(0);
        const detector = await loadDetector("yolox-m", { modelsFolder: join(folder, "pulled"), threads: 1 });
        expect(detector.facts).toMatchObject({ id: "yolox-m", sha256: sha256Of(weights) });
        await detector.close();
        await writeFile(join(folder, "pulled", "yolox-m", "yolox_m.onnx"), "another");
        await expect(loadDetector("yolox-m", { modelsFolder: join(folder, "pulled"), threads: 1 })).rejects.toMatchObject({
          code: "expert_unavailable",
          message: expect.stringContaining("Run `yaffle models pull yolox-m`."),
        });
      });
    },
    "models/yolox-nano.onnx",
  );

  it("is what a model that is not here asks for, in one line", async () => {
    const words = ["correct", "--image", await pictureUri(), "--response", "A dog.", "--models-dir", folder, "--detector", "yolox-s"];
    const { exitCode, error } = await runCommand(words, { openYaffle: composeYaffle });
    expect({ exitCode, lines: error.trimEnd().split("\n").length }).toEqual({ exitCode: 1, lines: 1 });
    expect(error).toContain("Run `yaffle models pull yolox-s`.");
  });

  it("refuses an address that is none", async () => {
    const { exitCode, error } = await runCommand(["models", "pull", "dfine-n", "--models-mirror", "ftp://x"]);
    expect(exitCode).toBe(2);
    expect(error).toContain("--models-mirror: must be an address like https://models.example.org");
  });
});

describe("yaffle models remove", () => {
  it("tells whether anything was there", async () => {
    expect((await runCommand(["models", "remove", "yolox-s", "--models-dir", folder])).out).toBe("yolox-s: was not there\n");
    expect((await runCommand(["models", "remove", "ppocr-v4", "--models-dir", folder])).exitCode).toBe(2);
  });
});

describe("yaffle models triton", () => {
  it("writes the embedded detector so that it takes bytes and gives what it gives for floats", async () => {
    const out = join(folder, "repository");
    const ran = await runCommand(["models", "triton", "--out", out, "--models-dir", TEST_MODELS_FOLDER]);
    expect(ran).toEqual({ exitCode: 0, out: `centernet-coco: ${join(out, "centernet-coco")}\n`, error: "" });
    const config = await readFile(join(out, "centernet-coco", "config.pbtxt"), "utf8");
    expect(config).toContain('name: "images"\n    data_type: TYPE_UINT8\n    dims: [ 3, 512, 512 ]');
    expect(config).toContain("dynamic_batching");
    const pixels = Uint8Array.from({ length: 3 * 512 * 512 }, (_, index) => (index * 31) % 256);
    const shape = [1, 3, 512, 512];
    const bytes = await InferenceSession.create(await readFile(join(out, "centernet-coco", "1", "model.onnx")));
    const floats = await InferenceSession.create((await ensureModel("centernet-coco", TEST_MODELS_FOLDER)).bytes);
    const fromBytes = await bytes.run({ images: new Tensor("uint8", pixels, shape) });
    const fromFloats = await floats.run({ images: new Tensor("float32", Float32Array.from(pixels), shape) });
    for (const name of ["heat_map", "sides"]) {
      const [one, other] = [fromBytes[name]?.data, fromFloats[name]?.data];
      expect(one?.length).toBeGreaterThan(0);
      expect(Buffer.from((one as Float32Array).buffer).equals(Buffer.from((other as Float32Array).buffer))).toBe(true);
    }
    await Promise.all([bytes.release(), floats.release()]);
  });

  describeWithTestData(
    "with files of one's own",
    (models) => {
      it("gives those of one picture a run their whole sizes", async () => {
        const out = join(folder, "others");
        const files = ["deimv2-femto", "yolox-nano"].map((name) => `file:${join(models, `${name}.onnx`)}`);
        const ran = await runCommand(["models", "triton", "--out", out, "--json", ...files]);
        expect(JSON.parse(ran.out)).toEqual({ repository: out, models: ["deimv2-femto", "yolox-nano"] });
        expect(await readFile(join(out, "yolox-nano", "config.pbtxt"), "utf8")).toContain("dims: [ 1, 3549, 85 ]");
        const own = await readFile(join(models, "yolox-nano.onnx"));
        expect((await readFile(join(out, "yolox-nano", "1", "model.onnx"))).equals(own)).toBe(true);
      });
    },
    "models",
  );
});

describe("the progress of a download", () => {
  function shown(isTTY: boolean): string {
    let text = "";
    const bar = progressBar({ write: (more) => (text += more), isTTY });
    for (const received of [0, 1_048_576, 1_100_000, 2_097_152]) bar.show({ file: "model.onnx", received, total: 2_097_152 });
    bar.end();
    return text;
  }

  it("is one line that is rewritten on a terminal", () => {
    expect(shown(true).split("\n")).toHaveLength(2);
    expect(shown(true)).toContain("[############            ] 50% 1.0 of 2.0 MiB");
    expect(shown(true)).toContain("100% 2.0 of 2.0 MiB");
  });

  it("is a line a tenth elsewhere", () => {
    expect(shown(false)).toBe("model.onnx: 0%\nmodel.onnx: 50%\nmodel.onnx: 100%\n");
  });
});
