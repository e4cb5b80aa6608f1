/** Published models from folders behind the command line: one setting each, and no trace of a stack where one cannot be had. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WireReport } from "../../src/wire/report-schema.js";
import { TEST_MODELS_FOLDER } from "../support/models-folder.js";
import { tinyModel } from "../support/tiny-models.js";

const PICTURE = tinyModel("picture.png");
const RESPONSE = "An open door stands beside a red fountain.";
const EMPTY_FOLDER = join(tmpdir(), "yaffle-test-no-models");

afterEach(() => {
  vi.doUnmock("@huggingface/transformers");
  vi.resetModules();
});

async function correct(...options: readonly string[]) {
  // Both anew where a test has taken the package away: their errors are of one class.
  const [{ composeYaffle }, { runCommand }] = await Promise.all([import("../../src/compose.js"), import("../support/command-line.js")]);
  const words = ["correct", "--image", PICTURE, "--response", RESPONSE, "--text-reader", "none", "--json", ...options];
  return runCommand(words, { openYaffle: composeYaffle });
}

async function report(...options: readonly string[]): Promise<WireReport> {
  const { exitCode, out, error } = await correct("--models-dir", TEST_MODELS_FOLDER, ...options);
  expect({ exitCode, error }).toEqual({ exitCode: 0, error: expect.any(String) });
  return JSON.parse(out) as WireReport;
}

const evidenceTypes = ({ claims }: WireReport, kind: string): readonly string[] =>
  claims.filter((claim) => claim.kind === kind).flatMap(({ evidence }) => evidence.map(({ type, expert }) => `${type} by ${expert}`));

describe("yaffle correct with models from folders", () => {
  it("looks for what no closed detector knows, asks, and weighs", async () => {
    const made = await report(
      ...["--detector", `transformers:${tinyModel("owlv2")}`],
      ...["--answerer", `transformers:${tinyModel("smolvlm")}`],
      ...["--scorer", `transformers:${tinyModel("clip")}`],
    );
    expect(made.experts.map(({ id, role, device }) => [id, role, device])).toEqual([
      ["owlv2", "detector", "cpu"],
      ["color", "color", "cpu"],
      ["smolvlm", "answerer", "cpu"],
      ["clip", "scorer", "cpu"],
      ["geometry", "geometry", "cpu"],
    ]);
    expect(evidenceTypes(made, "existence")).toEqual(expect.arrayContaining(["detection by owlv2"]));
    expect(evidenceTypes(made, "attribute")).toEqual(expect.arrayContaining(["answer by smolvlm", "comparison by clip"]));
    expect(made.degraded).toEqual([]);
    expect(made.claims.map(({ because }) => because)).not.toContain("outside_vocabulary");
  });

  it("goes on without an answerer and a scorer that were not pulled, and says so", async () => {
    const detector = ["--detector", `transformers:${tinyModel("owlv2")}`];
    const made = await report(...detector, "--models-dir", EMPTY_FOLDER, "--answerer", "smolvlm-256m", "--scorer", "siglip-base");
    const missing = (id: string) =>
      `${id}: The model ${id} is not in ${join(EMPTY_FOLDER, id)}, or not whole. Run \`yaffle models pull ${id}\`.`;
    expect(made.degraded.toSorted()).toEqual([missing("siglip-base"), missing("smolvlm-256m")]);
    expect(made.experts.filter(({ device }) => device === "unavailable").map(({ id }) => id)).toEqual(["smolvlm-256m", "siglip-base"]);
  });

  it("says in one line of a detector that was not pulled how to get it", async () => {
    const { exitCode, out, error } = await correct("--models-dir", EMPTY_FOLDER, "--detector", "owlv2-base");
    expect([exitCode, out]).toEqual([1, ""]);
    expect(JSON.parse(error)).toMatchObject({
      code: "expert_unavailable",
      detail: `The detector owlv2-base cannot be used: The model owlv2-base is not in ${join(EMPTY_FOLDER, "owlv2-base")}, or not whole. Run \`yaffle models pull owlv2-base\`.`,
    });
  });

  it.each([
    ["--scorer", "yolos", "is no scorer"],
    ["--answerer", "clip", "is no answerer"],
    ["--detector", "clip", "is no detector"],
  ])("refuses a model for another role: %s %s", async (flag, name, words) => {
    const { exitCode, error } = await correct("--models-dir", TEST_MODELS_FOLDER, flag, `transformers:${tinyModel(name)}`);
    expect(exitCode).toBe(2);
    expect(error).toContain(words);
  });
});

describe("without the optional package", () => {
  const install = "ONNXRUNTIME_NODE_INSTALL=skip npm install @huggingface/transformers@4";

  async function withoutPackage(...options: readonly string[]) {
    vi.resetModules();
    vi.doMock("@huggingface/transformers", () => {
      throw new Error("Cannot find package '@huggingface/transformers'");
    });
    return correct("--models-dir", TEST_MODELS_FOLDER, "--workers", "0", ...options);
  }

  it("an answerer and a scorer leave a report that says how to install it", async () => {
    const { exitCode, out, error } = await withoutPackage(
      ...["--answerer", `transformers:${tinyModel("smolvlm")}`],
      ...["--scorer", `transformers:${tinyModel("clip")}`],
    );
    expect(exitCode).toBe(0);
    const { degraded } = JSON.parse(out) as WireReport;
    expect(degraded.filter((line) => line.includes(install)).length).toBeGreaterThan(0);
    expect(`${out}${error}`).not.toMatch(/^\s+at /m);
  });

  it("a detector is an error of one line that says how to install it", async () => {
    const { exitCode, out, error } = await withoutPackage("--detector", `transformers:${tinyModel("owlv2")}`);
    expect([exitCode, out]).toEqual([1, ""]);
    expect(error).toContain(install);
    expect(error).not.toMatch(/^\s+at /m);
  });
});
