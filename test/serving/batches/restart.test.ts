/** What survives the service: batches that were begun, and what ends when its time is over. */
import { afterEach, describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/audit/outcome.js";
import type { Row } from "../../../src/audit/rows/row.js";
import { begunBatch, DAY_MS, type OpenedBatches, openedBatches, requestLine, sentFile } from "../../support/batches.js";

const open: OpenedBatches[] = [];
afterEach(async () => {
  for (const { batches } of open.splice(0)) await batches.close();
});

async function opened(given: Parameters<typeof openedBatches>[0] = {}): Promise<OpenedBatches> {
  const one = await openedBatches(given);
  open.push(one);
  return one;
}

const lines = Array.from({ length: 8 }, (_, index) => requestLine(`row-${index}`));
const outcomeOf = ({ id, line }: Row): Outcome => ({ type: "error", error: { id, line, error: { code: "internal", message: "made" } } });

describe("batches", () => {
  it("go on after a restart, each row once", async () => {
    const first: string[] = [];
    const before = await opened({
      execute: async (row) => {
        if (first.length >= 3) await new Promise(() => undefined);
        first.push(row.id);
        return outcomeOf(row);
      },
    });
    const { id } = await begunBatch(before, lines);
    await expect.poll(() => before.batches.get(id, null).counts.failed).toBe(3);
    await before.batches.close();
    const second: string[] = [];
    const { batches } = await opened({
      folder: before.folder,
      execute: async (row) => {
        second.push(row.id);
        return outcomeOf(row);
      },
    });
    await batches.idle();
    expect(batches.get(id, null)).toMatchObject({ state: "completed", counts: { total: 8, completed: 0, failed: 8 } });
    expect([...first, ...second].sort()).toEqual(lines.map((_, index) => `row-${index}`));
  });

  it("keep on with their input although its file is deleted", async () => {
    const one = await opened();
    const { id, inputFileId } = await begunBatch(one, lines.slice(0, 1));
    await one.batches.files.remove(inputFileId, null);
    await one.batches.idle();
    expect(one.batches.get(id, null)).toMatchObject({ state: "completed", counts: { total: 1, completed: 1, failed: 0 } });
  });

  it("expire after their window with what was done", async () => {
    let release = (): void => undefined;
    const hold = new Promise<void>((resolve) => {
      release = resolve;
    });
    const one = await opened({
      execute: async (row) => {
        if (row.line > 1) await hold;
        return outcomeOf(row);
      },
    });
    const { id } = await begunBatch(one, lines);
    await expect.poll(() => one.batches.get(id, null).counts.failed).toBe(1);
    one.clock.time += DAY_MS;
    await one.batches.tick();
    release();
    await one.batches.idle();
    const { state, expiredMs, errorFileId, counts } = one.batches.get(id, null);
    expect({ state, expiredMs }).toEqual({ state: "expired", expiredMs: one.clock.time });
    expect(counts.failed).toBeLessThan(8);
    expect(one.batches.files.get(String(errorFileId), null).bytes).toBeGreaterThan(0);
  });

  it("are nobody else's", async () => {
    const one = await opened();
    const { id, inputFileId } = await begunBatch(one, lines.slice(0, 1), "ann");
    await one.batches.idle();
    expect(() => one.batches.get(id, "bob")).toThrow("There is no batch");
    expect(() => one.batches.files.get(inputFileId, "bob")).toThrow("There is no file");
    expect(one.batches.list("bob", { after: null, limit: 5, order: "desc" }).things).toEqual([]);
    expect(one.batches.files.get(String(one.batches.get(id, "ann").outputFileId), "ann").owner).toBe("ann");
  });

  it("are bounded in number and rows", async () => {
    const one = await opened({ execute: () => new Promise(() => undefined) });
    for (let begun = 0; begun < 3; begun += 1) await begunBatch(one, lines);
    await expect(begunBatch(one, lines)).rejects.toMatchObject({ code: "overloaded" });
    const many = await opened();
    const { id } = await begunBatch(
      many,
      Array.from({ length: 51 }, (_, index) => requestLine(`${index}`)),
    );
    await many.batches.idle();
    expect(many.batches.get(id, null)).toMatchObject({ state: "failed", errors: [{ code: "request_too_large" }] });
  });
});

describe("files", () => {
  it("go after their time", async () => {
    const one = await opened();
    const { id } = await sentFile(one, ["{}"]);
    one.clock.time += 30 * DAY_MS - 1;
    expect(one.batches.files.get(id, null).id).toBe(id);
    one.clock.time += 1;
    expect(() => one.batches.files.get(id, null)).toThrow("There is no file");
    await one.batches.tick();
    expect(one.batches.files.list(null, null, { after: null, limit: 5, order: "asc" }).things).toEqual([]);
  });

  it("are so many at most", async () => {
    const one = await opened();
    for (let sent = 0; sent < 10; sent += 1) await sentFile(one, ["{}"]);
    await expect(sentFile(one, ["{}"])).rejects.toMatchObject({ code: "conflict" });
  });
});
