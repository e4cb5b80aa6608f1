import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Yaffle } from "../../src/pipeline/yaffle.js";
import { errorsSchema, freshFolder, linesOf, resultsSchema, writePicture, writeRows } from "../support/audit.js";
import { type Ran, runCommand } from "../support/command-line.js";
import { fakeDetector } from "../support/fake-detector.js";
import { beachDetector, yaffleSeeing } from "../support/serving.js";

const folder = freshFolder();
await writePicture(folder, "beach.png");
const [one, two] = [
  { id: "one", image: "beach.png", response: "There is an elephant.", model: "alpha" },
  { id: "two", image: join(folder, "beach.png"), response: "There is a chair.", model: "beta" },
];

function audit(rows: readonly unknown[], words: readonly string[] = [], yaffle?: Yaffle): Promise<Ran & { readonly out_: string }> {
  const out_ = join(freshFolder(), "out");
  return auditTo(out_, rows, words, yaffle);
}

async function auditTo(out_: string, rows: readonly unknown[], words: readonly string[] = [], yaffle?: Yaffle) {
  const path = writeRows(folder, rows, `${Math.random()}.jsonl`);
  const world = yaffle === undefined ? {} : { openYaffle: async () => yaffle };
  return { ...(await runCommand(["audit", path, "--out", out_, ...words], world)), out_ };
}

function summaryOf(out: string): unknown {
  return JSON.parse(readFileSync(join(out, "summary.json"), "utf8"));
}

describe("yaffle audit", () => {
  it("writes a report a row, and sums up", async () => {
    const { exitCode, out, out_ } = await audit([one, two], ["--concurrency", "1"]);
    expect(exitCode).toBe(0);
    expect(linesOf(out_, "results.jsonl", resultsSchema)).toEqual([
      { id: "one", corrected: expect.not.stringContaining("There is an"), row: { line: 1 } },
      { id: "two", corrected: "There is a chair.", row: { line: 2 } },
    ]);
    expect(summaryOf(out_)).toMatchObject({
      complete: true,
      rows: 2,
      failed: 0,
      claims: 2,
      supported: 1,
      refuted: 1,
      hallucination_rate: 0.5,
      intervals: { hallucination_rate: [0, 1] },
      by_kind: { existence: { refuted: 1, supported: 1 } },
      by_model: { alpha: { rows: 1, hallucination_rate: 1 }, beta: { rows: 1, hallucination_rate: 0 } },
    });
    expect(out).toContain("Hallucination rate 0.5000 [0.0000, 1.0000] (1 of 2)");
  });

  it("logs where it is told to, and only then", async () => {
    const rows = writeRows(folder, [two], "logged.jsonl");
    const levels: string[] = [];
    const openYaffle: NonNullable<Parameters<typeof runCommand>[1]>["openYaffle"] = async (_settings, _signal, log) => {
      levels.push(log?.level ?? "none");
      return yaffleSeeing(beachDetector());
    };
    for (const more of [[], ["--log-level", "debug"]])
      await runCommand(["audit", rows, "--out", join(freshFolder(), "out"), ...more], { openYaffle });
    expect(levels).toEqual(["silent", "debug"]);
  });

  it.each([
    ["a folder", folder, "is a folder; name the file of the rows in it"],
    ["nothing", join(folder, "nowhere.jsonl"), "There is no file"],
    ["what can be read only once", "/dev/null", "/dev/null can be read only once"],
    ["standard input", "-", "Standard input can be read only once"],
    ["a file below a file", join(folder, "beach.png", "rows.jsonl"), "cannot be read (ENOTDIR)"],
  ])("says what is wrong with %s as its rows", async (_, rows, message) => {
    const { exitCode, error } = await runCommand(["audit", rows, "--out", join(freshFolder(), "out")]);
    expect(exitCode).toBe(2);
    expect(error).toContain(message);
  });

  it("speaks of one row as of one", async () => {
    const { error, out } = await audit([{ id: "lacking", image: "beach.png" }], ["--max-errors", "0"]);
    expect(error).toContain("yaffle: 1 row failed, more than --max-errors allows.");
    expect(out).toContain("1 row: 0 corrected, 1 failed");
    expect((await audit([{ id: "lacking", image: "beach.png" }])).error).toContain("1 of 1 row failed; errors.jsonl says why.");
  });

  it("puts bad rows into errors.jsonl with line and code, and goes on", async () => {
    writeFileSync(join(folder, "broken.png"), "no picture");
    const rows = [
      one,
      '{"id": "torn", "image',
      { id: "lacking", image: "beach.png" },
      { ...two, id: "one" },
      { id: "unreadable", image: "broken.png", response: "A dog." },
      { id: "absent", image: "nowhere.png", response: "A dog." },
      { id: "far", image: "https://example.org/a.jpg", response: "A dog." },
      "",
      two,
    ];
    const { exitCode, error, out_ } = await audit(rows);
    expect(exitCode).toBe(3);
    expect(error).toContain("6 of 8 rows failed");
    expect(
      linesOf(out_, "results.jsonl", resultsSchema)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["one", "two"]);
    const errors = [...linesOf(out_, "errors.jsonl", errorsSchema)].sort((a, b) => a.line - b.line);
    expect(errors.map(({ id, line, error: { code } }) => [id, line, code])).toEqual([
      [null, 2, "invalid_request"],
      ["lacking", 3, "invalid_request"],
      ["one", 4, "invalid_request"],
      ["unreadable", 5, "image_undecodable"],
      ["absent", 6, "invalid_request"],
      ["far", 7, "image_fetch_blocked"],
    ]);
    expect(errors[1]?.error.message).toBe("response: is missing");
  });

  it("touches nothing where there are results and it is not told to continue", async () => {
    const { out_ } = await audit([one]);
    const before = readFileSync(join(out_, "results.jsonl"), "utf8");
    const again = await auditTo(out_, [one, two]);
    expect(again).toMatchObject({ exitCode: 2, out: "", error: expect.stringContaining("--resume") });
    expect(readFileSync(join(out_, "results.jsonl"), "utf8")).toBe(before);
  });

  it("makes no folder where the rows are missing", async () => {
    const out = join(folder, "never");
    expect((await runCommand(["audit", join(folder, "nowhere.jsonl"), "--out", out])).exitCode).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it("continues with the rows that are not done, though the last line is torn", async () => {
    const { out_ } = await audit([one]);
    writeFileSync(join(out_, "results.jsonl"), '{"id": "two", "chan', { flag: "a" });
    const { exitCode } = await auditTo(out_, [one, two], ["--resume"]);
    expect(exitCode).toBe(0);
    expect(linesOf(out_, "results.jsonl", resultsSchema).map(({ id }) => id)).toEqual(["one", "two"]);
    expect(summaryOf(out_)).toMatchObject({ rows: 2, refuted: 1, supported: 1 });
  });

  it("does not continue a run with other rows", async () => {
    const { out_ } = await audit([one]);
    expect(await auditTo(out_, [two, one], ["--resume"])).toMatchObject({ exitCode: 2, error: expect.stringContaining("Line 1") });
  });

  it("does not continue a run with fewer rows, nor with what judges otherwise", async () => {
    const { out_ } = await audit([one, two]);
    const before = readFileSync(join(out_, "results.jsonl"), "utf8");
    expect(await auditTo(out_, [one], ["--resume"])).toMatchObject({ exitCode: 2, error: expect.stringContaining("Line 2") });
    const other = await auditTo(out_, [one, two], ["--resume", "--policy", "strict", "--detector", "file:other.onnx"]);
    expect(other.exitCode).toBe(2);
    expect(other.error).toContain("detector is file:other.onnx, and the run");
    expect(other.error).toContain("policy is strict");
    expect(readFileSync(join(out_, "results.jsonl"), "utf8")).toBe(before);
    expect((await auditTo(out_, [one, two], ["--resume"])).exitCode).toBe(0);
  });

  it("fails by the rate that it is given, and not at it", async () => {
    expect((await audit([one, two], ["--fail-above", "0.4"])).exitCode).toBe(4);
    expect((await audit([one, two], ["--fail-above", "0.5"])).exitCode).toBe(0);
    expect((await audit([one], ["--fail-above", "50"])).exitCode).toBe(2);
  });

  it("gives up after more errors than allowed", async () => {
    const bad = Array.from({ length: 50 }, (_, index) => ({ id: `bad-${index}` }));
    const { exitCode, out_ } = await audit([...bad, one], ["--max-errors", "3"]);
    expect(exitCode).toBe(4);
    expect(linesOf(out_, "errors.jsonl", errorsSchema)).toHaveLength(4);
    expect(summaryOf(out_)).toMatchObject({ complete: false, failed: 4 });
    expect((await audit([bad[0], one], ["--max-errors", "1"])).exitCode).toBe(3);
  });

  it("gives the summary alone on standard output with --json", async () => {
    const { out, out_ } = await audit([one], ["--json"]);
    expect(JSON.parse(out)).toEqual(summaryOf(out_));
  });

  it("finishes what is begun when it is interrupted, and exits with 130", async () => {
    const detector = fakeDetector({});
    let asked = 0;
    const interrupting = {
      ...detector,
      detect: async (...given: Parameters<typeof detector.detect>) => {
        asked += 1;
        if (asked === 3) process.emit("SIGINT", "SIGINT");
        return detector.detect(...given);
      },
    };
    const rows = Array.from({ length: 40 }, (_, index) => ({ ...one, id: `row-${index}` }));
    const { exitCode, out_ } = await audit(rows, ["--concurrency", "1"], yaffleSeeing(interrupting));
    expect(exitCode).toBe(130);
    const done = linesOf(out_, "results.jsonl", resultsSchema).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(40);
    expect(summaryOf(out_)).toMatchObject({ complete: false, rows: done });
  });

  it("detects on a picture of many rows once", async () => {
    const detector = beachDetector();
    const rows = Array.from({ length: 12 }, (_, index) => ({ ...two, id: `row-${index}` }));
    await audit(rows, [], yaffleSeeing(detector));
    expect(new Set(detector.calls.map(({ picture }) => picture)).size).toBe(1);
  });
});
