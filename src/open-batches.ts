/** The batches of a service, from its settings: their folder, and who works on their rows. */
import { rowExecutor } from "./audit/execute.js";
import { pictureShelf } from "./audit/picture-shelf.js";
import { openBullQueue } from "./audit/queue/bull/bull-queue.js";
import { createLocalQueue } from "./audit/queue/local.js";
import { Batches } from "./batches/batches.js";
import type { Settings } from "./config/settings.js";
import { YaffleError } from "./domain/error.js";
import type { Yaffle } from "./pipeline/yaffle.js";
import type { Logger } from "./telemetry/log.js";

/**
 * A folder that cannot be used is no reason not to answer other requests: it is logged, and told to whoever asks for batches.
 * @throws YaffleError upstream_failed, expert_unavailable where the queue of the settings cannot be reached
 */
export async function openBatches(settings: Settings, yaffle: Yaffle, log: Logger): Promise<Batches | YaffleError> {
  const { max_image_bytes: maxImageBytes, max_image_pixels: maxImagePixels, queue: url } = settings;
  const queue =
    url === null
      ? createLocalQueue(rowExecutor(yaffle, pictureShelf({ maxImageBytes, maxImagePixels })), settings.batch_concurrency)
      : await openBullQueue({ url });
  try {
    return await Batches.open({
      folder: settings.data_dir,
      queue,
      clock: { nowMs: () => Date.now() },
      log,
      limits: {
        maxLineBytes: settings.max_body_bytes,
        maxRows: settings.max_batch_rows,
        maxFileBytes: settings.max_file_bytes,
        maxFiles: settings.max_files,
        maxBatches: settings.max_batches,
      },
    });
  } catch (thrown) {
    await queue.close();
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    log.warn({ folder: settings.data_dir, reason: why }, "no batches");
    if (thrown instanceof YaffleError) return thrown;
    return new YaffleError("internal", "The data folder of this service cannot be used; its log says why.", { cause: thrown });
  }
}
