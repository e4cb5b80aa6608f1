/** The one place that turns settings into parts and puts adapters behind ports. */
import { clock } from "./clock.js";
import type { Settings } from "./config/settings.js";
import { openJudge } from "./language-models.js";
import { openBatches } from "./open-batches.js";
import { openDetectorOf, openOtherExperts, toldIn } from "./open-experts.js";
import { limitsFrom } from "./pipeline/limits.js";
import { createYaffle, type Yaffle } from "./pipeline/yaffle.js";
import { refuseBeyondLoopback } from "./serving/loopback.js";
import { requireFreePorts } from "./serving/ports.js";
import type { Service } from "./serving/service.js";
import { createLog, type Logger } from "./telemetry/log.js";
import { type Metrics, NO_METRICS } from "./telemetry/metrics.js";

export { connect as connectModelServer } from "./language-models.js";
export { openEyesOf, openMeasuredDetector, openMeasuredExperts } from "./open-experts.js";
export type { Service } from "./serving/service.js";

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
  const detector = await openDetectorOf(settings, toldIn(log), signal, log, metrics);
  const others = await openOtherExperts(settings, toldIn(log), signal, log, metrics).catch(async (error: unknown) => {
    await detector.close();
    throw error;
  });
  return createYaffle({ detector, ...others, clock, limits: limitsFrom(settings) });
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
  await requireFreePorts(settings.host, { HTTP: settings.http_port, gRPC: settings.grpc_port });
  // Servers and their protocols are read from disk only where something is served: a command that corrects one picture starts without them.
  const [{ startService }, { createPrometheusMetrics }] = await Promise.all([
    import("./serving/service.js"),
    import("./telemetry/prometheus.js"),
  ]);
  const metrics = createPrometheusMetrics();
  const yaffle = await composeYaffle(settings, signal, log, metrics);
  const opened = Promise.all([openBatches(settings, yaffle, log), openJudge(settings, toldIn(log))]);
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
