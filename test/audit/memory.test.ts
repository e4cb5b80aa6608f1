/** Rows stream: what is held after ten thousand of them is what was held after one thousand. */
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { rowExecutor } from "../../src/audit/execute.js";
import type { Outcome } from "../../src/audit/outcome.js";
import { pictureShelf } from "../../src/audit/picture-shelf.js";
import { createLocalQueue } from "../../src/audit/queue/local.js";
import { runAudit } from "../../src/audit/run-audit.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import { freshFolder, rowOf, rowSource, writePicture, writeRows } from "../support/audit.js";
import { beachDetector, yaffleSeeing } from "../support/serving.js";

const ROWS = 10_000;
const MEBIBYTE = 1024 * 1024;
/** The tables of lines and ids grow by 8 and at most 32 bytes a row; the rest is the collector's. */
const MOST_GROWTH = 6 * MEBIBYTE;

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

it("does not hold the rows that are done", async () => {
  const folder = freshFolder();
  const image = await writePicture(folder, "one.png");
  const shelf = pictureShelf(DEFAULT_LIMITS);
  const execute = rowExecutor(yaffleSeeing(beachDetector()), shelf);
  const first = await execute({ ...rowOf(1, "There are two chairs and a dog."), images: [{ type: "file", path: image }] });
  if (first.type === "error") throw new Error(first.error.error.message);
  const like = ({ id, line }: { readonly id: string; readonly line: number }): Outcome => ({
    type: "result",
    result: { ...first.result, id, row: { ...first.result.row, line } },
  });
  const rows = Array.from({ length: ROWS }, (_, index) => JSON.stringify({ id: `row-${index}`, image, response: "x".repeat(500) }));
  const path = writeRows(folder, rows);
  rows.length = 0;
  const held: number[] = [];
  await runAudit({
    rows: rowSource(path, folder),
    folder: join(folder, "out"),
    queue: createLocalQueue(async (row) => like(row), 4),
    priority: "normal",
    limits: DEFAULT_LIMITS,
    maxErrors: null,
    signal: new AbortController().signal,
    onProgress: ({ rows: done }) => {
      if (done !== 1000 && done !== ROWS) return;
      collect();
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      held.push(heapUsed + arrayBuffers);
    },
  });
  expect(held).toHaveLength(2);
  const [early = 0, late = 0] = held;
  expect(late - early).toBeLessThan(MOST_GROWTH);
});
