import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { openBullQueue } from "../../../src/audit/queue/bull/bull-queue.js";
import { startWorker } from "../../../src/audit/queue/bull/worker.js";
import { createLog } from "../../../src/telemetry/log.js";
import { describeRowQueue } from "../../contract/row-queue.js";
import { describeWithRedis, redisToUse, type UsedRedis } from "../../support/redis.js";

const CHUNK_ROWS = 4;

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
    { mostAhead: 48 * CHUNK_ROWS, chunkRows: CHUNK_ROWS },
  );
});
