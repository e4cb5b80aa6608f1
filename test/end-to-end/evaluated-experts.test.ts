/** `yaffle evaluate` on a user's own photographs with his own experts: whatever `correct` takes. */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { evaluateCommand } from "../../src/cli/evaluate.js";
import { TEST_MODELS_FOLDER } from "../support/models-folder.js";
import { openOpenaiServer, say } from "../support/openai-server.js";
import { tinyModel } from "../support/tiny-models.js";

/** Two photographs of 96 by 64: a dog left of a person, and a chair beside a fountain, which no closed detector knows. */
const TRUTH = {
  images: ["one.png", "two.png"].map((file_name, index) => ({ id: index + 1, file_name, width: 96, height: 64 })),
  categories: ["person", "dog", "chair", "fountain"].map((name, index) => ({ id: index + 1, name })),
  annotations: [
    { image_id: 1, category_id: 2, bbox: [4, 10, 24, 40], color: "red" },
    { image_id: 1, category_id: 1, bbox: [60, 8, 26, 50] },
    { image_id: 2, category_id: 3, bbox: [8, 8, 30, 40] },
    { image_id: 2, category_id: 4, bbox: [56, 20, 30, 40] },
  ],
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yaffle-evaluated-"));
  await mkdir(join(folder, "images"));
  const picture = sharp(tinyModel("picture.png")).resize(96, 64, { fit: "fill" });
  await picture.clone().toFile(join(folder, "images", "one.png"));
  await picture
    .clone()
    .flop()
    .toFile(join(folder, "images", "two.png"));
  await writeFile(join(folder, "instances.json"), JSON.stringify(TRUTH));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
});

interface Document {
  readonly run: Readonly<Record<string, unknown>>;
  readonly experts: readonly { readonly id: string; readonly device: string }[];
  readonly notes: readonly string[];
  readonly sections: readonly { readonly figures: readonly { readonly id: string; readonly items: number }[] }[];
}

async function evaluated(...words: readonly string[]) {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const [out, items] = [join(folder, "figures.json"), join(folder, "items.jsonl")];
  const fixed = ["--photos", folder, "--models-dir", TEST_MODELS_FOLDER, "--text-reader", "none", "--workers", "0", "--resamples", "10"];
  await evaluateCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync([...fixed, "--out", out, "--items", items, ...words], { from: "user" });
  const lines = (await readFile(items, "utf8")).trimEnd().split("\n");
  return {
    document: JSON.parse(await readFile(out, "utf8")) as Document,
    items: lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>),
  };
}

const fromFolder = (name: string): string => `transformers:${tinyModel(name)}`;
const sections = ["--sections", "existence,verdicts,count,color,position"];

describe("yaffle evaluate with a published detector", () => {
  it("measures one that is asked in words, with a model that answers and one that weighs", async () => {
    const experts = ["--detector", fromFolder("owlv2"), "--answerer", fromFolder("smolvlm"), "--scorer", fromFolder("clip")];
    const { document, items } = await evaluated(...experts, ...sections);
    expect(document.experts.map(({ id }) => id)).toEqual(["owlv2", "color", "smolvlm", "clip", "geometry"]);
    expect(document.run).toMatchObject({ detector: fromFolder("owlv2"), answerer: fromFolder("smolvlm"), scorer: fromFolder("clip") });
    const fountain = items.filter(({ about, kind }) => about === "fountain" && kind === "existence");
    expect(fountain.length).toBeGreaterThan(0);
    for (const { probability } of fountain) expect(probability).toBeGreaterThan(0);
    expect(document.notes.filter((note) => note.startsWith("An expert failed"))).toEqual([]);
  });

  it("measures one of known classes, which leaves open what it was not taught", async () => {
    const { items } = await evaluated("--detector", fromFolder("yolos"), ...sections);
    const of = (name: string) =>
      items.filter(({ about, kind }) => about === name && kind === "existence").map((item) => item["probability"]);
    expect(of("dog").every((probability) => typeof probability === "number")).toBe(true);
    expect(of("fountain").every((probability) => probability === null)).toBe(true);
    expect([of("dog").length > 0, of("fountain").length > 0]).toEqual([true, true]);
  });

  it("fits the calibration of one of known classes anew, and says why it cannot fit that of one that is asked in words", async () => {
    const { document } = await evaluated("--detector", fromFolder("yolos"), "--cross-validate", "2", "--sections", "existence");
    expect(document.notes[0]).toMatch(/^Cross-validated: /);
    expect(document.notes.filter((note) => note.startsWith("An expert failed"))).toEqual([]);
    await expect(evaluated("--detector", fromFolder("owlv2"), "--cross-validate", "2")).rejects.toMatchObject({
      code: "invalid_request",
      message: `The detector ${fromFolder("owlv2")} cannot be used: it is asked in words (owlv2) and was taught no classes, so there are no curves of classes to fit. Without --cross-validate it can be measured.`,
    });
  });
});

describe("yaffle evaluate on photographs that hold nothing a detector knows", () => {
  it("refuses to fit its calibration in one line", async () => {
    const other = join(folder, "fountains");
    await mkdir(join(other, "images"), { recursive: true });
    for (const { file_name } of TRUTH.images) await copyFile(join(folder, "images", file_name), join(other, "images", file_name));
    const annotations = TRUTH.images.map(({ id }) => ({ image_id: id, category_id: 4, bbox: [8, 8, 30, 40] }));
    await writeFile(join(other, "instances.json"), JSON.stringify({ ...TRUTH, annotations }));
    await expect(evaluated("--photos", other, "--detector", fromFolder("yolos"), "--cross-validate", "2")).rejects.toMatchObject({
      code: "invalid_request",
      message:
        "The calibration of yolos cannot be fitted: one photograph holds too little of what it knows. Give more photographs, or leave --cross-validate out.",
    });
  });
});

describe("yaffle evaluate with an answerer", () => {
  it("asks a model server each question about a photograph once", async () => {
    const server = await openOpenaiServer([say("Yes")]);
    try {
      const remote = ["--answerer", "openai:any", "--openai-url", server.url];
      const { document } = await evaluated("--detector", fromFolder("yolos"), ...remote, "--sections", "existence,policies,color");
      expect(document.experts.map(({ id }) => id)).toContain("openai:any");
      const asked = server.requests.map(({ text, pictures }) => `${pictures.join()} ${text}`);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked).toHaveLength(new Set(asked).size);
    } finally {
      await server.close();
    }
  });

  it("says in how many responses an expert failed: its figures are others then", async () => {
    const server = await openOpenaiServer([{ type: "status", status: 401 }]);
    try {
      const remote = ["--answerer", "openai:any", "--openai-url", server.url, "--openai-retries", "0"];
      const { document } = await evaluated("--detector", fromFolder("yolos"), ...remote, "--sections", "existence");
      const failed = document.notes.filter((note) => /^An expert failed in \d+ of the responses: openai:any: /.test(note));
      expect(failed.length).toBeGreaterThan(0);
    } finally {
      await server.close();
    }
  });

  it("refuses one that is not there: its figures would be those of another tool", async () => {
    await expect(
      evaluated("--models-dir", join(folder, "none"), "--detector", fromFolder("yolos"), "--scorer", "siglip-base"),
    ).rejects.toThrow(/^The scorer siglip-base cannot be used: .*Run `yaffle models pull siglip-base`\.$/);
  });
});
