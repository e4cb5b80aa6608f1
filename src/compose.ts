/** The one place that turns settings into parts and puts adapters behind ports. */
import { readSettings, type Sources } from "./config/read.js";
import type { Settings } from "./config/settings.js";
import { asYaffleError, YaffleError } from "./domain/error.js";
import type { Clock, TextReader } from "./domain/ports.js";
import { createColorMeter } from "./experts/color/meter.js";
import { loadDetector } from "./experts/detector/load.js";
import { loadTextReader } from "./experts/text-reader/load.js";
import { openLanguageModels } from "./language-models.js";
import type { Limits } from "./pipeline/limits.js";
import { createYaffle, type Yaffle } from "./pipeline/yaffle.js";
import { type Service, startService } from "./serving/service.js";
import { createLog, type Logger } from "./telemetry/log.js";

export type { Service } from "./serving/service.js";

/** The name of a text reader that means: none. */
const NONE = "none";

export const clock: Clock = { nowMs: () => performance.now() };

/** @throws YaffleError invalid_request with a fault for each setting that is wrong */
export function settingsFrom(sources: Sources): Settings {
  return readSettings(sources);
}

/**
 * The core with its experts, ready to work. Makes the embedded detector's file where it is missing.
 * @throws YaffleError expert_unavailable where a model file is missing, altered or cannot be loaded; not_found for an unknown model
 */
export async function composeYaffle(settings: Settings, signal?: AbortSignal): Promise<Yaffle> {
  const { device, threads } = settings;
  const options = { modelsFolder: settings.models_dir, device, threads, signal };
  const detector = await loadDetector(settings.detector, options).catch((error: unknown) => {
    throw naming("detector", settings.detector, error);
  });
  try {
    const { answerer } = await openLanguageModels(settings);
    const textReader = await openTextReader(settings, signal);
    return createYaffle({ detector, color: createColorMeter(), textReader, answerer, clock, limits: limitsOf(settings) });
  } catch (error) {
    await detector.close();
    throw error;
  }
}

/** Starts the service; it stops when `stop` is called. @throws YaffleError as `composeYaffle` and `startService` do */
export async function composeService(settings: Settings, log: Logger = createLog(settings.log_level)): Promise<Service> {
  const yaffle = await composeYaffle(settings);
  return startService(
    { yaffle, log, clock },
    {
      host: settings.host,
      httpPort: settings.http_port,
      grpcPort: settings.grpc_port,
      maxBodyBytes: settings.max_body_bytes,
      timeoutMs: settings.timeout_ms,
      shutdownTimeoutMs: settings.shutdown_timeout_ms,
      maxConcurrent: settings.max_concurrent,
      maxQueued: settings.max_queued,
    },
  );
}

/** The text reader of the settings; null where they name none. */
export /** Whoever set a model must learn which one it was that failed. */
function naming(setting: string, value: string, thrown: unknown): YaffleError {
  const error = asYaffleError(thrown);
  if (error.code === "internal" || error.code === "cancelled") return error;
  return new YaffleError(error.code, `The ${setting} ${value} cannot be used: ${error.message}`, { cause: error });
}

/**
 * @returns null where the setting says none
 * @throws YaffleError not_found, expert_unavailable
 */
export function openTextReader({ text_reader, threads }: Settings, signal: AbortSignal | undefined): Promise<TextReader | null> {
  if (text_reader === NONE) return Promise.resolve(null);
  return loadTextReader(text_reader, { threads, signal }).catch((error: unknown) => {
    throw naming("text reader", text_reader, error);
  });
}

function limitsOf(settings: Settings): Limits {
  return {
    maxImageBytes: settings.max_image_bytes,
    maxImagePixels: settings.max_image_pixels,
    maxResponseCharacters: settings.max_response_characters,
    maxImages: settings.max_images,
    timeoutMs: settings.timeout_ms,
    expertTimeoutMs: settings.expert_timeout_ms,
  };
}
