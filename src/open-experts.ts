/** The experts of the settings, behind their ports: for the core, and for the command that measures it. */
import { clock } from "./clock.js";
import { NONE } from "./config/fields.js";
import type { Settings } from "./config/settings.js";
import { asYaffleError, YaffleError } from "./domain/error.js";
import type { Answerer, Detector, Expert, TextReader } from "./domain/ports.js";
import { loadRemoteAnswerer } from "./experts/answerer/load.js";
import { createColorMeter } from "./experts/color/meter.js";
import type { TaughtEyes } from "./experts/detector/class-detector.js";
import { loadEyes } from "./experts/detector/load.js";
import { detectorNames, openDetector } from "./experts/detector/open.js";
import { loadTextReader } from "./experts/text-reader/load.js";
import { type OnMissing, unavailableAnswerer } from "./experts/unavailable.js";
import { cachedAnswerer, cachedScorer } from "./experts/wrappers/cached-questions.js";
import { type Meter, meteredAnswerer, meteredReader, meteredScorer, meteredTextReader, meteredWriter } from "./experts/wrappers/metered.js";
import { openLanguageModels } from "./language-models.js";
import type { YaffleDependencies } from "./pipeline/yaffle.js";
import type { SessionOptions } from "./runtime/onnx/session.js";
import { isRemoteModel } from "./runtime/open-inference/address.js";
import { createLog, type Logger } from "./telemetry/log.js";
import { type Metrics, NO_METRICS } from "./telemetry/metrics.js";
import { openVisionAnswerer, openVisionScorer } from "./vision-experts.js";

/** The extractor that is no model. */
const BY_RULES = "rules";

/** All but the detector. */
export type OtherExperts = Omit<YaffleDependencies, "detector" | "clock" | "limits">;

/**
 * The detector of the settings, with all that stands around it. Makes the embedded one's file where it is missing.
 * @param onMissing told of each that something can be said without; what it throws ends the opening
 * @throws YaffleError expert_unavailable where a model file is missing, altered or cannot be loaded; not_found for an unknown model
 */
export async function openDetectorOf(
  settings: Settings,
  onMissing: OnMissing,
  signal?: AbortSignal,
  log: Logger = createLog("silent"),
  metrics: Metrics = NO_METRICS,
): Promise<Detector> {
  const detector = await openDetector(settings.detector, {
    ...runtimeOf(settings, settings.device, log),
    modelsFolder: settings.models_dir,
    maxBatch: settings.batch_max_pictures,
    batch: { maxPixels: settings.batch_max_pixels, maxDelayMs: settings.batch_max_delay_ms },
    cacheMaxBytes: settings.cache_max_bytes,
    remoteTimeoutMs: settings.expert_timeout_ms,
    clock,
    onCall: toldOf(log, metrics),
    onMissing,
    onFound: (model) => log.info({ role: "detector", model }, "expert found"),
    signal,
  }).catch((error: unknown) => {
    throw naming("detector", settings.detector, error);
  });
  log.info({ id: detector.facts.id, device: detector.facts.device }, "detector open");
  return detector;
}

/**
 * Each detector of the settings as its bare eyes, for fitting calibrations. Where one fails to open, the others are closed again.
 * @throws YaffleError as `openDetectorOf` does; invalid_request for one whose calibration cannot be fitted
 */
export async function openEyesOf(
  settings: Settings,
  signal?: AbortSignal,
  log: Logger = createLog("silent"),
): Promise<readonly TaughtEyes[]> {
  const opened: TaughtEyes[] = [];
  const options = { ...runtimeOf(settings, settings.device, log), modelsFolder: settings.models_dir, signal };
  try {
    for (const name of detectorNames(settings.detector)) {
      const taught = await loadEyes(name, { ...options, remoteTimeoutMs: settings.expert_timeout_ms }).catch((error: unknown) => {
        throw naming("detector", name, error);
      });
      opened.push(taught);
    }
    return opened;
  } catch (error) {
    await Promise.all(opened.map(({ eyes }) => eyes.close()));
    throw error;
  }
}

/**
 * The other experts of the settings. Where one fails to open, those before it are closed again.
 * @param onMissing told of each that the settings name and that cannot be had here; what it throws ends the opening
 * @throws YaffleError as each of them does
 */
export async function openOtherExperts(
  settings: Settings,
  onMissing: OnMissing,
  signal?: AbortSignal,
  log: Logger = createLog("silent"),
  metrics: Metrics = NO_METRICS,
): Promise<OtherExperts> {
  const opened: Expert[] = [];
  try {
    const models = await openLanguageModels(settings, onMissing);
    const { device: _, ...runtime } = runtimeOf(settings, "cpu", log);
    const vision = { ...runtime, modelsFolder: settings.models_dir, signal };
    const textReader = await openTextReader(settings, signal, log);
    if (textReader !== null) opened.push(textReader);
    const answerer =
      (await openAnswerer(settings, models.answerer, onMissing, signal, log)) ?? (await openVisionAnswerer(settings, vision, onMissing));
    if (answerer !== null) opened.push(answerer);
    const scorer = await openVisionScorer(settings, vision, onMissing);
    const { reader, writer } = models;
    const meter: Meter = { clock, tell: toldOf(log, metrics) };
    return {
      color: createColorMeter(),
      textReader: textReader && meteredTextReader(textReader, meter),
      answerer: answerer && cachedAnswerer(meteredAnswerer(answerer, meter), settings.cache_max_bytes),
      scorer: scorer && cachedScorer(meteredScorer(scorer, meter), settings.cache_max_bytes),
      reader: reader && meteredReader(reader, meter),
      writer: writer && meteredWriter(writer, meter),
    };
  } catch (error) {
    await Promise.all(opened.map((expert) => expert.close()));
    throw error;
  }
}

/** A measurement has no use for the figures of one that is not there. */
const refuse: OnMissing = ({ role, model, reason }) => {
  throw naming(role, model, reason);
};

/** The detector that a measurement asks. @throws YaffleError as `openDetectorOf` does; expert_unavailable for one that cannot be had here */
export async function openMeasuredDetector(settings: Settings, signal?: AbortSignal): Promise<Detector> {
  const refuseAsIs: OnMissing = ({ reason }) => {
    throw reason;
  };
  return openDetectorOf(settings, refuseAsIs, signal);
}

/**
 * The experts that a measurement asks beside the detector.
 * @throws YaffleError as `openOtherExperts` does; expert_unavailable for one that cannot be had here
 */
export async function openMeasuredExperts(settings: Settings, signal?: AbortSignal): Promise<OtherExperts> {
  return openOtherExperts({ ...settings, extractor: BY_RULES, corrector: NONE }, refuse, signal);
}

/** A service goes on without an expert that is not needed for a report: the log tells it, and every report that would have asked. */
export function toldIn(log: Logger): OnMissing {
  return ({ role, model, reason }) => log.warn({ role, model, reason: reason.message }, "expert unavailable");
}

/** Every call of every expert, in the log of who asks for so much and on /metrics. */
function toldOf(log: Logger, metrics: Metrics): Meter["tell"] {
  return (call) => {
    log.debug(call, "expert called");
    metrics.expertCalled(call);
  };
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
function openTextReader(settings: Settings, signal: AbortSignal | undefined, log: Logger): Promise<TextReader | null> {
  const { text_reader, text_reader_device } = settings;
  if (text_reader === NONE) return Promise.resolve(null);
  // It is asked seldom, and reads one line after the other: a second copy of it would wait.
  const workers = settings.workers ?? 1;
  return loadTextReader(text_reader, { ...runtimeOf(settings, text_reader_device, log), workers, signal }).catch((error: unknown) => {
    throw naming("text reader", text_reader, error);
  });
}

/** The answerer of the settings, where it is one on a model server; else the language model's. */
function openAnswerer(
  settings: Settings,
  ofLanguageModels: Answerer | null,
  onMissing: OnMissing,
  signal: AbortSignal | undefined,
  log: Logger,
): Promise<Answerer | null> {
  const { answerer, expert_timeout_ms: timeoutMs } = settings;
  if (!isRemoteModel(answerer)) return Promise.resolve(ofLanguageModels);
  const onFound = (): void => log.info({ role: "answerer", model: answerer }, "expert found");
  return loadRemoteAnswerer(answerer, { timeoutMs, signal, clock, onMissing, onFound }).catch((thrown: unknown) => {
    const error = asYaffleError(thrown);
    // No report hangs on an answerer: one that cannot be used is told in each that would have asked it, as one that is not installed is.
    if (error.code !== "expert_unavailable") throw naming("answerer", answerer, error);
    onMissing({ role: "answerer", model: answerer, reason: error });
    return unavailableAnswerer(answerer, error);
  });
}

/** How models run here. */
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
