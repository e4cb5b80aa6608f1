/** An audit that is killed for real, and continued. What a kill at each single byte leaves is in journal.test.ts. */
import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freshFolder, linesOf, resultsSchema, writePicture, writeRows, writtenIds } from "../support/audit.js";
import { runCommand } from "../support/command-line.js";
import { startYaffle } from "../support/processes.js";

const ROWS = 120;

it("does each row once, though it is killed in the middle of writing", async () => {
  const folder = freshFolder();
  await writePicture(folder, "one.png");
  const rows = Array.from({ length: ROWS }, (_, index) =>
    index % 10 === 0
      ? { id: `row-${index}`, image: "one.png" }
      : { id: `row-${index}`, image: "one.png", response: `A dog and ${index} cats.` },
  );
  const path = writeRows(folder, rows);
  const out = join(folder, "out");
  const words = ["audit", path, "--out", out, "--concurrency", "2"];
  const { child, ended } = startYaffle(5, words);
  await untilWritten(child, join(out, "results.jsonl"), 30);
  child.kill("SIGKILL");
  expect(await ended).toBeNull();
  const before = linesOf(out, "results.jsonl", resultsSchema).length;
  expect(before).toBeGreaterThanOrEqual(30);
  expect(before).toBeLessThan(ROWS);
  expect((await runCommand([...words, "--resume"])).exitCode).toBe(3);
  expect(writtenIds(out)).toEqual(rows.map(({ id }) => id).sort());
  expect(JSON.parse(readFileSync(join(out, "summary.json"), "utf8"))).toMatchObject({ complete: true, rows: ROWS, failed: ROWS / 10 });
});

async function untilWritten(child: ChildProcess, path: string, least: number): Promise<void> {
  const lines = (): number => (existsSync(path) ? readFileSync(path, "utf8").split("\n").length - 1 : 0);
  while (lines() < least) {
    if (child.exitCode !== null) throw new Error(`the audit ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
