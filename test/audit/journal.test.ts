import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Journal } from "../../src/audit/journal/journal.js";
import { lockFolder } from "../../src/audit/journal/lock.js";
import { createLocalQueue } from "../../src/audit/queue/local.js";
import { runAudit } from "../../src/audit/run-audit.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import { errorOf, freshFolder, rowOf, rowSource, writeRows, writtenIds } from "../support/audit.js";

const ROWS = 12;
const never = new AbortController().signal;
const quiet = { onResult: () => undefined, onError: () => undefined };

/** An audit whose every row comes to an error, so that nothing need be looked at. */
async function audit(folder: string, rows: readonly unknown[]): Promise<void> {
  const source = rowSource(writeRows(folder, rows), folder);
  const queue = createLocalQueue(async (row) => errorOf(row, "é made"), 2);
  const out = join(folder, "out");
  const facts = { folder: out, queue, priority: "normal", limits: DEFAULT_LIMITS, maxErrors: null, signal: never } as const;
  await runAudit({ rows: source, ...facts, onProgress: () => undefined });
}

const rows = Array.from({ length: ROWS }, (_, index) => ({ id: `row-${index}`, image: "a.jpg", response: "A dog." }));
const ids = rows.map(({ id }) => id).sort();

describe("the journal", () => {
  it("is whole again after a kill at any byte", async () => {
    const folder = freshFolder();
    await audit(folder, rows);
    const whole = readFileSync(join(folder, "out/errors.jsonl"));
    const cut = fc.integer({ min: 0, max: whole.length });
    await fc.assert(
      fc.asyncProperty(cut, async (bytes) => {
        writeFileSync(join(folder, "out/errors.jsonl"), whole.subarray(0, bytes));
        await audit(folder, rows);
        expect(writtenIds(join(folder, "out"))).toEqual(ids);
      }),
      { numRuns: 25 },
    );
  });

  it("writes the outcome of a line once", async () => {
    const folder = freshFolder();
    const journal = await Journal.open(folder, quiet);
    expect(await journal.write(errorOf(rowOf(7)))).toBe(true);
    expect(await journal.write(errorOf(rowOf(7)))).toBe(false);
    await journal.close();
    expect(writtenIds(folder)).toEqual(["row-7"]);
  });

  it("refuses files that no audit wrote", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "results.jsonl"), '{"mine": true}\n');
    await expect(Journal.open(folder, quiet)).rejects.toThrow("line 1: was not written by an audit");
    expect(readFileSync(join(folder, "results.jsonl"), "utf8")).toBe('{"mine": true}\n');
  });
});

describe("the lock of a folder", () => {
  it("keeps a second process out, and yields when its owner is gone", async () => {
    const folder = join(freshFolder(), "out");
    mkdirSync(folder);
    const unlock = await lockFolder(folder);
    const mine = readFileSync(join(folder, "audit.lock"), "utf8");
    writeFileSync(join(folder, "audit.lock"), mine.replace(/^\d+/, String(process.ppid)));
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: "conflict" });
    writeFileSync(join(folder, "audit.lock"), mine.replace(/^\d+/, "4194304"));
    await (await lockFolder(folder))();
    await unlock();
    await (await lockFolder(folder))();
  });
});
