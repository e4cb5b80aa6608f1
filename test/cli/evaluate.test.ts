import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { evaluateCommand } from "../../src/cli/evaluate.js";
import { TEST_MODELS_FOLDER } from "../support/models-folder.js";
import { describeWithTestData } from "../support/test-data.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "evaluate-"));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const run = (...words: readonly string[]) =>
  evaluateCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync([...words], { from: "user" });

describe("yaffle evaluate", () => {
  it("refuses a folder without photographs, and says what it expected", async () => {
    await expect(run("--photos", folder)).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("instances.json beside images/"),
    });
  });

  it("refuses a section that there is not, and folds that are none", async () => {
    await expect(run("--photos", folder, "--sections", "existence,taste")).rejects.toThrow("There is no section taste.");
    await expect(run("--photos", folder, "--cross-validate", "1")).rejects.toThrow("Give a whole number from 2.");
  });
});

describeWithTestData(
  "yaffle evaluate on real photographs",
  (photos) => {
    it("prints the table and writes figures and items", async () => {
      vi.spyOn(process.stderr, "write").mockReturnValue(true);
      const printed: string[] = [];
      vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
      const [out, items] = [join(folder, "figures.json"), join(folder, "items.jsonl")];
      const sections = ["--sections", "existence,extraction", "--resamples", "20", "--limit", "2"];
      await run(
        "--photos",
        photos,
        ...sections,
        "--models-dir",
        TEST_MODELS_FOLDER,
        "--text-reader",
        "none",
        "--out",
        out,
        "--items",
        items,
      );
      expect(printed.join("")).toMatch(/## existence\n[\s\S]*\| existence\.random\.accuracy \| [\d.]+ \|[\s\S]*## extraction\n/);
      const document = JSON.parse(await readFile(out, "utf8"));
      expect(document.run).toMatchObject({ detector: "centernet-coco", limit: 2, cross_validate: null, seed: 1 });
      const figures: { id: string; value: number }[] = document.sections.flatMap((section: { figures: unknown[] }) => section.figures);
      expect(figures.find(({ id }) => id === "existence.random.accuracy")?.value).toBeGreaterThan(0.6);
      expect(figures.find(({ id }) => id === "extraction.existence.covered")?.value).toBeGreaterThan(0.9);
      expect((await readFile(items, "utf8")).split("\n").length).toBeGreaterThan(100);
    }, 120_000);
  },
  "photos",
);
