/** Rows, folders and outcomes for tests of audits. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { z } from "zod";
import { FORMATS } from "../../src/audit/formats/formats.js";
import { imageFinder } from "../../src/audit/formats/image-finder.js";
import type { Outcome } from "../../src/audit/outcome.js";
import type { RowSource } from "../../src/audit/rows/read-rows.js";
import type { Row } from "../../src/audit/rows/row.js";
import { DEFAULT_OPTIONS } from "../../src/wire/options.js";

export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "yaffle-audit-"));
}

/** Writes a plain picture. @returns its path */
export async function writePicture(folder: string, name: string, color = "#c8b88a"): Promise<string> {
  const path = join(folder, name);
  await sharp({ create: { width: 32, height: 24, channels: 3, background: color } })
    .png()
    .toFile(path);
  return path;
}

/** Writes rows.jsonl: text as it is, anything else as JSON. @returns its path */
export function writeRows(folder: string, rows: readonly unknown[], name = "rows.jsonl"): string {
  const path = join(folder, name);
  writeFileSync(path, rows.map((row) => `${typeof row === "string" ? row : JSON.stringify(row)}\n`).join(""));
  return path;
}

export function rowSource(path: string, folder: string): RowSource {
  return {
    path,
    format: FORMATS.rows,
    maxLineBytes: 100_000,
    context: { images: imageFinder(folder), questions: null, options: DEFAULT_OPTIONS },
  };
}

export function rowOf(line: number, response = "There is a dog."): Row {
  const images = [{ type: "file", path: "/nowhere/1.jpg" }] as const;
  return { line, id: `row-${line}`, images, response, prompt: null, model: null, options: DEFAULT_OPTIONS };
}

/** What a row comes to where nothing was looked at. */
export function errorOf({ id, line }: Row, message = "made for the test"): Outcome {
  return { type: "error", error: { id, line, error: { code: "internal", message } } };
}

/** The id of an outcome's row. */
export function idOf(outcome: Outcome): string | null {
  return outcome.type === "result" ? outcome.result.id : outcome.error.id;
}

export const resultsSchema = z.object({ id: z.string(), corrected: z.string(), row: z.object({ line: z.int() }) });
export const errorsSchema = z.object({
  id: z.string().nullable(),
  line: z.int(),
  error: z.object({ code: z.string(), message: z.string() }),
});

/** The lines of one of an audit's files; what stands behind the last line end is left out. */
export function linesOf<Line>(folder: string, name: string, schema: z.ZodType<Line>): readonly Line[] {
  const lines = readFileSync(join(folder, name), "utf8").split("\n").slice(0, -1);
  return lines.flatMap((line) => (line === "" ? [] : [schema.parse(JSON.parse(line))]));
}

/** Ids of all rows in the two files, sorted. */
export function writtenIds(folder: string): readonly (string | null)[] {
  const results = linesOf(folder, "results.jsonl", resultsSchema).map(({ id }) => id);
  return [...results, ...linesOf(folder, "errors.jsonl", errorsSchema).map(({ id }) => id)].sort();
}

export async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item, void> {
  yield* items;
}
