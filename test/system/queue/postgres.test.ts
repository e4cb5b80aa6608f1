import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { openBullQueue } from "../../../src/audit/queue/bull/bull-queue.js";
import { startWorker } from "../../../src/audit/queue/bull/worker.js";
import { createLog } from "../../../src/telemetry/log.js";
import { describeRowQueue } from "../../contract/row-queue.js";
import { describeWithPostgres, startPostgres, type TestPostgres } from "../../support/postgres.js";

const CHUNK_ROWS = 4;

describeWithPostgres("on PostgreSQL", () => {
  let postgres: TestPostgres | null = null;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres?.stop();
  });

  describeRowQueue(
    "the queue on BullMQ",
    async (execute, concurrency) => {
      const place = { url: postgres?.url ?? "", prefix: `test_${randomUUID()}` };
      const queue = await openBullQueue({ ...place, chunkRows: CHUNK_ROWS });
      const worker = await startWorker({ ...place, execute, concurrency, log: createLog("silent") });
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
