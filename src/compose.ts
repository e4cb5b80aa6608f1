/** The one place that turns settings into parts and puts adapters behind ports. */
import { clock } from "./clock.js";
import type { Settings } from "./config/settings.js";
import { asYaffleError, YaffleError } from "./domain/error.js";
import type { Answerer, Expert, TextReader } from "./domain/ports.js";
import { loadRemoteAnswerer } from "./experts/answerer/load.js";
import { createColorMeter } from "./experts/color/meter.js";
import { openDetector } from "./experts/detector/open.js";
import { loadTextReader } from "./experts/text-reader/load.js";
import { openJudge, openLanguageModels } from "./language-models.js";
import { openBatches } from "./open-batches.js";
import { limitsFrom } from "./pipeline/limits.js";
import { createYaffle, type Yaffle } from "./pipeline/yaffle.js";
import type { SessionOptions } from "./runtime/onnx/session.js";
import { isRemoteModel } from "./runtime/open-inference/address.js";
import { refuseBeyondLoopback } from "./serving/loopback.js";
import type { Service } from "./serving/service.js";
import { createLog, type Logger } from "./telemetry/log.js";
import { type Metrics, NO_METRICS } from "./telemetry/metrics.js";
import { openVisionAnswerer, openVisionScorer } from "./vision-experts.js";

export { connect as connectModelServer } from "./language-models.js";
export type { Service } from "./serving/service.js";

/** The name of a text reader that means: none. */
const NONE = "none";

/**
 * The core with its experts, ready to work. Makes the embedded detector's file where it is missing.
 * @throws YaffleError expert_unavailable where a model file is missing, altered or cannot be loaded; not_found for an unknown model
 */
export async function composeYaffle(
  settings: Settings,
  signal?: AbortSignal,
  log: Logger = createLog("silent"),
  metrics: Metrics = NO_METRICS,
): Promise<Yaffle> {
  const detector = await openDetector(settings.detector, {
    ...runtimeOf(settings, settings.device, log),
    modelsFolder: settings.models_dir,
    maxBatch: settings.batch_max_pictures,
    batch: { maxPixels: settings.batch_max_pixels, maxDelayMs: settings.batch_max_delay_ms },
    cacheMaxBytes: settings.cache_max_bytes,
    remoteTimeoutMs: settings.expert_timeout_ms,
    clock,
    onCall: (call) => {
      log.debug(call, "detector");
      metrics.expertCalled(call);
    },
    signal,
  }).catch((error: unknown) => {
    throw naming("detector", settings.detector, error);
  });
  log.info({ id: detector.facts.id, device: detector.facts.device }, "detector open");
  const opened: Expert[] = [detector];
  try {
    const models = await openLanguageModels(settings);
    const { device: _, ...runtime } = runtimeOf(settings, "cpu", log);
    const vision = { ...runtime, modelsFolder: settings.models_dir, signal };
    const textReader = await openTextReader(settings, signal, log);
    if (textReader !== null) opened.push(textReader);
    const answerer = (await openAnswerer(settings, models.answerer, signal)) ?? (await openVisionAnswerer(settings, vision, log));
    if (answerer !== null) opened.push(answerer);
    const scorer = await openVisionScorer(settings, vision, log);
    return createYaffle({
      detector,
      color: createColorMeter(),
      textReader,
      ...models,
      answerer,
      scorer,
      clock,
      limits: limitsFrom(settings),
    });
  } catch (error) {
    await Promise.all(opened.map((expert) => expert.close()));
    throw error;
  }
}

/**
 * Starts the service; it stops when `stop` is called.
 * @param signal gives up starting: what was opened is closed again
 * @throws YaffleError as `composeYaffle` and `startService` do; the signal's reason where it aborts
 */
export async function composeService(
  settings: Settings,
  signal?: AbortSignal,
  log: Logger = createLog(settings.log_level),
): Promise<Service> {
  refuseBeyondLoopback(settings.host);
  // Servers and their protocols are read from disk only where something is served: a command that corrects one picture starts without them.
  const [{ startService }, { createPrometheusMetrics }] = await Promise.all([
    import("./serving/service.js"),
    import("./telemetry/prometheus.js"),
  ]);
  const metrics = createPrometheusMetrics();
  const yaffle = await composeYaffle(settings, signal, log, metrics);
  const opened = Promise.all([openBatches(settings, yaffle, log), openJudge(settings)]);
  const [batches, judge] = await opened.catch(async (error: unknown) => {
    await yaffle.close();
    throw error;
  });
  return startService(
    { yaffle, log, metrics, clock, batches, judge },
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
    signal,
  );
}

/** Whoever set a model must learn which one it was that failed. */
function naming(setting: string, value: string, thrown: unknown): YaffleError {
  const error = asYaffleError(thrown);
  if (error.code === "internal" || error.code === "cancelled") return error;
  return new YaffleError(error.code, `The ${setting} ${value} cannot be used: ${error.message}`, { cause: error });
}

/**
 * The text reader of the settings.
 * @returns null where they name none
 * @throws YaffleError not_found, expert_unavailable
 */
export function openTextReader(
  settings: Settings,
  signal: AbortSignal | undefined,
  log: Logger = createLog("silent"),
): Promise<TextReader | null> {
  const { text_reader, text_reader_device } = settings;
  if (text_reader === NONE) return Promise.resolve(null);
  // It is asked seldom, and reads one line after the other: a second copy of it would wait.
  const workers = settings.workers ?? 1;
  return loadTextReader(text_reader, { ...runtimeOf(settings, text_reader_device, log), workers, signal }).catch((error: unknown) => {
    throw naming("text reader", text_reader, error);
  });
}

/** The answerer of the settings, where it is one on a model server; else the language model's. */
function openAnswerer(settings: Settings, ofLanguageModels: Answerer | null, signal: AbortSignal | undefined): Promise<Answerer | null> {
  const { answerer, expert_timeout_ms: timeoutMs } = settings;
  if (!isRemoteModel(answerer)) return Promise.resolve(ofLanguageModels);
  return loadRemoteAnswerer(answerer, { timeoutMs, signal }).catch((error: unknown) => {
    throw naming("answerer", answerer, error);
  });
}

function runtimeOf(settings: Settings, device: Settings["device"], log: Logger): SessionOptions {
  return {
    device,
    threads: settings.threads,
    workers: settings.workers,
    memoryArena: settings.memory_arena === "on",
    graphOptimization: settings.graph_optimization,
    onPassedOver: (passedOver) => log.info(passedOver, "device passed over"),
  };
}
