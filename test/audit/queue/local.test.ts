import { createLocalQueue } from "../../../src/audit/queue/local.js";
import { describeRowQueue } from "../../contract/row-queue.js";

describeRowQueue(
  "the queue of one process",
  async (execute, concurrency) => {
    const queue = createLocalQueue(execute, concurrency);
    return { queue, close: () => queue.close() };
  },
  { mostAhead: 0, chunkRows: 1 },
);
