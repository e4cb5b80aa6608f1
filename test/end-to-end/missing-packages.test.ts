/** Optional packages that are not installed: each is told in one line that says how to get it, and stops only what cannot be had without it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WireReport } from "../../src/wire/report-schema.js";
import { TEST_MODELS_FOLDER } from "../support/models-folder.js";
import { tinyModel } from "../support/tiny-models.js";

const PACKAGES = ["openai", "bullmq", "ioredis", "pg"];
const OPENAI = "Language models need the package openai, which is not installed or does not load. Run `npm install openai@6`.";
const MODEL = "openai:any";
const STACK = /^\s+at /m;

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0)) await close();
  for (const name of PACKAGES) vi.doUnmock(name);
  vi.resetModules();
});

/** The modules that run without the package, all of one loading: their errors are of one class. */
async function without(name: string) {
  vi.resetModules();
  vi.doMock(name, () => {
    throw new Error(`Cannot find package '${name}'`);
  });
  const { composeService, composeYaffle } = await import("../../src/compose.js");
  const { readSettings } = await import("../../src/config/read.js");
  const { runCommand } = await import("../support/command-line.js");
  return { composeService, readSettings, run: (...words: string[]) => runCommand(words, { openYaffle: composeYaffle }) };
}

const ASKED = [
  "--image",
  tinyModel("picture.png"),
  "--models-dir",
  TEST_MODELS_FOLDER,
  "--workers",
  "0",
  "--text-reader",
  "none",
  "--json",
];

describe("without the package openai", () => {
  it.each([
    ["--answerer", "A wooden table stands beside a dog.", `${MODEL}: ${OPENAI}`],
    ["--extractor", "An elephant stands here.", `extractor ${MODEL}: ${OPENAI} The rules read the text instead.`],
    ["--corrector", "An elephant and a giraffe stand here.", `corrector ${MODEL}: ${OPENAI} The edits stand instead.`],
  ])("%s leaves a report that says how to install it", async (flag, response, line) => {
    const { run } = await without("openai");
    const pipeline = flag === "--corrector" ? ["--pipeline", "woodpecker"] : [];
    const { exitCode, out, error } = await run("correct", ...ASKED, "--response", response, flag, MODEL, ...pipeline);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    const { degraded, experts } = JSON.parse(out) as WireReport;
    expect(degraded).toContain(line);
    expect(experts).toContainEqual({ id: MODEL, role: flag.slice(2), sha256: null, device: "unavailable" });
    expect(out).not.toMatch(STACK);
  });

  it("a service starts, says in its log what is missing, and tells whoever asks for its judge", async () => {
    const { composeService, readSettings } = await without("openai");
    const folder = await mkdtemp(join(tmpdir(), "yaffle-missing-"));
    toClose.push(() => rm(folder, { recursive: true }));
    const flags = { http_port: "0", grpc_port: "0", data_dir: folder, models_dir: TEST_MODELS_FOLDER, workers: "0", log_level: "silent" };
    const roles = { answerer: MODEL, extractor: MODEL, corrector: MODEL, judge: MODEL };
    const lines: object[] = [];
    const { createLog } = await import("../../src/telemetry/log.js");
    const log = createLog("silent");
    vi.spyOn(log, "warn").mockImplementation((line: unknown) => void lines.push(line as object));
    const service = await composeService(readSettings({ flags: { ...flags, ...roles }, environment: {} }), undefined, log);
    toClose.push(() => service.stop());
    expect(lines).toEqual(Object.keys(roles).map((role) => ({ role, model: MODEL, reason: OPENAI })));
    const pairs = [{ id: "a", original: "A dog and a cat.", corrected: "A dog.", references: ["A dog."] }];
    const { status, body } = await request(service.httpAddress).post("/v1/scores/judge").send({ by: "references", pairs });
    expect({ status, body }).toMatchObject({ status: 503, body: { code: "expert_unavailable", detail: expect.stringContaining(OPENAI) } });
  });
});

describe("a queue without its packages", () => {
  it.each([
    ["ioredis", "redis://127.0.0.1:1", "bullmq ioredis"],
    ["bullmq", "redis://127.0.0.1:1", "bullmq ioredis"],
    ["pg", "postgres://127.0.0.1:1/none", "bullmq pg"],
  ])("is an error of one line that says how to install them: %s", async (name, queue, install) => {
    const { run } = await without(name);
    const folder = await mkdtemp(join(tmpdir(), "yaffle-missing-"));
    toClose.push(() => rm(folder, { recursive: true }));
    const rows = join(folder, "rows.jsonl");
    await writeFile(rows, `${JSON.stringify({ id: "a", image: tinyModel("picture.png"), response: "A dog." })}\n`);
    for (const words of [
      ["audit", rows, "--out", join(folder, "out"), "--queue", queue],
      ["work", "--queue", queue, "--models-dir", TEST_MODELS_FOLDER, "--workers", "0"],
      [
        "serve",
        "--queue",
        queue,
        "--models-dir",
        TEST_MODELS_FOLDER,
        "--workers",
        "0",
        "--http-port",
        "0",
        "--grpc-port",
        "0",
        "--log-level",
        "error",
      ],
    ]) {
      const { exitCode, error } = await run(...words);
      expect({ words, exitCode }).toEqual({ words, exitCode: 1 });
      const told = error.split("\n").filter((line) => line.includes("npm install"));
      expect(told).toEqual([expect.stringContaining(`This queue needs packages that are not installed: npm install ${install}.`)]);
      expect(error).not.toMatch(STACK);
    }
  });
});
