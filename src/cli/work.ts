/** `yaffle work`: takes rows of audits from the queue until it is told to leave. Any number of these share the work. */
import { Command } from "commander";
import { rowExecutor } from "../audit/execute.js";
import { pictureShelf } from "../audit/picture-shelf.js";
import { startWorker } from "../audit/queue/bull/worker.js";
import { readSettings } from "../config/read.js";
import { createLog } from "../telemetry/log.js";
import { refusal } from "../wire/faults.js";
import { asked, unlessAsked } from "./asked.js";
import { wholeFrom } from "./numbers.js";
import { addSettings, flagsOf, LIMIT_SETTINGS, MODEL_SETTINGS } from "./settings-options.js";
import { SUMMARIES } from "./summaries.js";
import type { World } from "./world.js";

interface WorkOptions {
  readonly concurrency: number;
  readonly config?: string;
}

const CONCURRENCY = 4;

export function workCommand(world: World): Command {
  const command = new Command("work")
    .description(SUMMARIES.work)
    .option("--concurrency <NUMBER>", "rows at once", wholeFrom(1), CONCURRENCY);
  return addSettings(command, ["queue", ...MODEL_SETTINGS, ...LIMIT_SETTINGS, "log_level"]).action((options: WorkOptions) =>
    run(options, world),
  );
}

async function run(options: WorkOptions, { openYaffle }: World): Promise<void> {
  const { config, concurrency } = options;
  const settings = readSettings({ flags: flagsOf({ ...options }), configFile: config });
  if (settings.queue === null)
    throw refusal([{ path: "--queue", message: "is missing; name the Redis or PostgreSQL that holds the queue" }]);
  const log = createLog(settings.log_level);
  const leaving = asked();
  const yaffle = await unlessAsked(leaving, (signal) => openYaffle(settings, signal));
  if (yaffle === null) return;
  try {
    const shelf = pictureShelf({ maxImageBytes: settings.max_image_bytes, maxImagePixels: settings.max_image_pixels });
    const worker = await startWorker({ url: settings.queue, execute: rowExecutor(yaffle, shelf), concurrency, log });
    log.info({ concurrency }, "working");
    await leaving.toLeave;
    await worker.close();
  } finally {
    await yaffle.close();
  }
}
