/** Rows as if they had been read from a file, and files for a test alone. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Located } from "../../src/scoring/files/located.js";

export const RESAMPLING = { seed: 1, resamples: 200 };

/** The rows in order, from line 1 of `file`. */
export function located<Row>(rows: readonly Row[], file = "rows.jsonl"): readonly Located<Row>[] {
  return rows.map((value, index) => ({ value, file, line: index + 1 }));
}

/** A folder with these files, gone when the test is over. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "yaffle-scoring-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** One JSON object a line. */
export function jsonLines(rows: readonly unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}
