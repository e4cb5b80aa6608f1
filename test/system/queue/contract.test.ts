import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ExecuteRow } from "../../../src/audit/execute.js";
import { openBullQueue } from "../../../src/audit/queue/bull/bull-queue.js";
import { startWorker } from "../../../src/audit/queue/bull/worker.js";
import { createLog } from "../../../src/telemetry/log.js";
import { describeRowQueue, outcomesOf } from "../../contract/row-queue.js";
import { errorOf, idOf, rowOf } from "../../support/audit.js";
import { describeWithRedis, redisToUse, type UsedRedis } from "../../support/redis.js";

const CHUNK_ROWS = 4;
/** Chunks that are out while few workers take them. */
const FEW = 48;

describeWithRedis("on Redis", () => {
  let redis: UsedRedis | null = null;
  beforeAll(async () => {
    redis = await redisToUse();
  });
  afterAll(async () => {
    await redis?.stop();
  });

  describeRowQueue(
    "the queue on BullMQ",
    async (execute, concurrency) => {
      const place = { url: redis?.url ?? "", prefix: `test-${randomUUID()}` };
      const worker = await startWorker({ ...place, execute, concurrency, log: createLog("silent") });
      const queue = await openBullQueue({ ...place, chunkRows: CHUNK_ROWS });
      return {
        queue,
        close: async () => {
          await worker.close();
          await queue.close();
        },
      };
    },
    { mostAhead: FEW * CHUNK_ROWS, chunkRows: CHUNK_ROWS },
  );

  it("hands more over where workers take all there is", async () => {
    const place = { url: redis?.url ?? "", prefix: `test-${randomUUID()}` };
    const places = 4 * FEW * CHUNK_ROWS;
    let begun = 0;
    let open = (): void => undefined;
    const everyPlaceIsTaken = new Promise<void>((resolve) => {
      open = resolve;
    });
    const execute: ExecuteRow = async (row) => {
      begun += 1;
      if (begun === places) open();
      await everyPlaceIsTaken;
      return errorOf(row);
    };
    const worker = await startWorker({ ...place, execute, concurrency: 2 * places, log: createLog("silent") });
    const queue = await openBullQueue({ ...place, chunkRows: CHUNK_ROWS });
    const outcomes = await outcomesOf(
      queue,
      Array.from({ length: places }, (_, index) => rowOf(index + 1)),
    );
    expect(new Set(outcomes.map(idOf)).size).toBe(places);
    await worker.close();
    await queue.close();
  });
});
