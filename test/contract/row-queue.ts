/** What every queue of rows promises, as tests over any of them. */
import { afterAll, describe, expect, it, vi } from "vitest";
import type { ExecuteRow } from "../../src/audit/execute.js";
import type { Outcome } from "../../src/audit/outcome.js";
import type { Priority, RowQueue } from "../../src/audit/queue/row-queue.js";
import type { Row } from "../../src/audit/rows/row.js";
import { each, errorOf, idOf, rowOf } from "../support/audit.js";

export interface QueueUnderTest {
  readonly queue: RowQueue;
  close(): Promise<void>;
}

/** Opens a queue whose rows are worked on by `execute`, so many at once. Each call gives one that holds nothing. */
export type OpenQueue = (execute: ExecuteRow, concurrency: number) => Promise<QueueUnderTest>;

export interface QueueFacts {
  /** Rows that may have been read and not worked on. */
  readonly mostAhead: number;
  /** Rows that are worked on as one thing: what was begun is begun for all of them. */
  readonly chunkRows: number;
}

const never = new AbortController().signal;

export function describeRowQueue(name: string, open: OpenQueue, { mostAhead, chunkRows }: QueueFacts): void {
  describe(name, () => {
    const opened: QueueUnderTest[] = [];
    const use = async (execute: ExecuteRow, concurrency = 3): Promise<RowQueue> => {
      const one = await open(execute, concurrency);
      opened.push(one);
      return one.queue;
    };
    afterAll(async () => {
      for (const one of opened) await one.close();
    });

    it("gives the outcome of each row", async () => {
      const queue = await use(async (row) => errorOf(row));
      const ids = await idsOf(queue, rows(200));
      expect([...new Set(ids)].sort()).toEqual(
        rows(200)
          .map(({ id }) => id)
          .sort(),
      );
    });

    it("ends at once where there is no row", async () => {
      expect(await idsOf(await use(async (row) => errorOf(row)), [])).toEqual([]);
    });

    it("keeps what failed apart from what did not", async () => {
      const queue = await use(async (row) => errorOf(row, row.line % 5 === 0 ? "five" : "other"));
      const outcomes = await outcomesOf(queue, rows(20));
      const fives = outcomes.filter((one) => one.type === "error" && one.error.error.message === "five").map(idOf);
      expect(fives.sort()).toEqual(["row-10", "row-15", "row-20", "row-5"]);
    });

    it("does not read far ahead of the work, and says how much waits", async () => {
      const gate = gated();
      const queue = await use(gate.execute, 2);
      let read = 0;
      const source = async function* (): AsyncGenerator<Row, void> {
        for (const row of rows(mostAhead * 3 + 50)) {
          read += 1;
          yield row;
        }
      };
      const all = outcomesOf(queue, source());
      await gate.begun(2);
      const { active } = await queue.depth();
      expect(active).toBeGreaterThan(0);
      expect(read).toBeLessThanOrEqual(mostAhead + 2);
      gate.open();
      expect(new Set((await all).map(idOf)).size).toBe(mostAhead * 3 + 50);
      expect(await queue.depth()).toMatchObject({ waiting: 0, active: 0 });
    });

    it("finishes what is begun when it is told to stop, and begins nothing more", async () => {
      const gate = gated();
      const queue = await use(gate.execute, 1);
      const stop = new AbortController();
      const all = outcomesOf(queue, rows(500), { signal: stop.signal });
      await gate.begun(1);
      stop.abort();
      // Only then: until what waits is taken back, a worker that is quick goes on with it. One may be in hand.
      await vi.waitUntil(async () => (await queue.depth()).waiting <= 1, 20_000);
      gate.open();
      const ids = (await all).map(idOf);
      expect(ids).toContain("row-1");
      expect(ids.length).toBeLessThanOrEqual(3 * chunkRows);
      expect(await queue.depth()).toMatchObject({ waiting: 0, active: 0 });
    });

    it("puts what is urgent before what waits", async () => {
      const gate = gated();
      const queue = await use(gate.execute, 1);
      const low = outcomesOf(queue, rows(20 * chunkRows), { id: "low", priority: "low" });
      await gate.begun(1);
      const urgent = Array.from({ length: 2 }, (_, index) => rowOf(1000 + index));
      const high = outcomesOf(queue, urgent, { id: "high", priority: "high" });
      await untilTrue(async () => (await queue.depth()).waiting > 0);
      gate.open();
      await Promise.all([low, high]);
      const place = gate.order.indexOf("row-1000");
      expect(place).toBeGreaterThan(0);
      expect(place).toBeLessThan(20 * chunkRows - 1);
    });

    it("gives two runs at once each its own", async () => {
      const queue = await use(async (row) => errorOf(row));
      const [first, second] = await Promise.all([idsOf(queue, rows(40), "first"), idsOf(queue, rows(80).slice(40), "second")]);
      expect([new Set(first).size, new Set(second).size]).toEqual([40, 40]);
      expect(first.filter((id) => second.includes(id))).toEqual([]);
    });

    it("throws what its rows throw", async () => {
      const queue = await use(async (row) => errorOf(row));
      const source = async function* (): AsyncGenerator<Row, void> {
        yield rowOf(1);
        throw new Error("the disk is gone");
      };
      await expect(outcomesOf(queue, source())).rejects.toThrow("the disk is gone");
    });
  });
}

function rows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, index) => rowOf(index + 1));
}

interface Asked {
  readonly id?: string;
  readonly priority?: Priority;
  readonly signal?: AbortSignal;
}

let runs = 0;

export async function outcomesOf(
  queue: RowQueue,
  source: Iterable<Row> | AsyncIterable<Row>,
  { id = `run-${runs++}`, priority = "normal", signal = never }: Asked = {},
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const given = Symbol.asyncIterator in source ? source : each(source);
  for await (const outcome of queue.process(given, { id, priority, signal })) outcomes.push(outcome);
  return outcomes;
}

async function idsOf(queue: RowQueue, source: Iterable<Row>, id = `run-${runs++}`): Promise<readonly (string | null)[]> {
  return (await outcomesOf(queue, source, { id })).map(idOf);
}

/** Work that waits until the test lets it go on, and says when it has begun. */
function gated() {
  const order: string[] = [];
  const waiting: { readonly least: number; readonly resolve: () => void }[] = [];
  let open = (): void => undefined;
  const hold = new Promise<void>((resolve) => {
    open = resolve;
  });
  const execute: ExecuteRow = async (row) => {
    order.push(row.id);
    for (const { least, resolve } of waiting) if (order.length >= least) resolve();
    await hold;
    return errorOf(row);
  };
  const begun = (least: number): Promise<void> =>
    new Promise((resolve) => {
      waiting.push({ least, resolve });
      if (order.length >= least) resolve();
    });
  return { execute, order, begun, open };
}

/** Asks again until it is so; the test's own limit ends it. */
export async function untilTrue(ask: () => Promise<boolean>): Promise<void> {
  while (!(await ask())) await new Promise((resolve) => setTimeout(resolve, 10));
}
