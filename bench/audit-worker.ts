/** A worker of the audit bench, as a process: address and prefix of the queue. Says "ready" when it is, and its processor time when asked. */
import { rowExecutor } from "../src/audit/execute.js";
import { pictureShelf } from "../src/audit/picture-shelf.js";
import { startWorker } from "../src/audit/queue/bull/worker.js";
import { DEFAULT_LIMITS } from "../src/pipeline/limits.js";
import { createLog } from "../src/telemetry/log.js";
import { fixedCostYaffle } from "./fixed-cost.js";

const [url = "", prefix = ""] = process.argv.slice(2);
const execute = rowExecutor(fixedCostYaffle(), pictureShelf(DEFAULT_LIMITS));
await startWorker({ url, prefix, execute, concurrency: 1, log: createLog("silent") });
process.on("message", () => process.send?.(process.cpuUsage()));
process.send?.("ready");
