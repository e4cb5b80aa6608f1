/** The service's life: listen, warm up, be ready; then leave: not ready, finish what was accepted, go within a limit. */
import type { Batches } from "../batches/batches.js";
import { YaffleError } from "../domain/error.js";
import type { Clock } from "../domain/ports.js";
import type { Yaffle } from "../pipeline/yaffle.js";
import type { Judge } from "../scoring/judge/request.js";
import type { Logger } from "../telemetry/log.js";
import { type Metrics, NO_METRICS } from "../telemetry/metrics.js";
import { Admission, type AdmissionLimits } from "./admission.js";
import type { Desk } from "./desk.js";
import type { Door } from "./door.js";
import { listenGrpc } from "./grpc/server.js";
import { listenHttp } from "./http/server.js";
import { refuseBeyondLoopback } from "./loopback.js";
import { Readiness } from "./readiness.js";

export interface ServiceSettings extends AdmissionLimits {
  readonly host: string;
  /** 0 picks a free one. */
  readonly httpPort: number;
  readonly grpcPort: number;
  readonly maxBodyBytes: number;
  readonly timeoutMs: number;
  readonly shutdownTimeoutMs: number;
}

export interface ServiceParts {
  readonly yaffle: Yaffle;
  readonly log: Logger;
  /** Left out: the score judge is refused. */
  readonly judge?: Judge | null;
  /** Left out: nothing is counted. */
  readonly metrics?: Metrics;
  readonly clock: Clock;
  /** Left out: no files and batches. An error: why they cannot be kept; requests for them get it, all others are served. */
  readonly batches?: Batches | YaffleError;
}

export interface Service {
  readonly httpAddress: string;
  readonly grpcAddress: string;
  /** Leaves, and closes the Yaffle it serves; idempotent. */
  stop(): Promise<void>;
}

/** When the last answer is written, clients hang up; those that do not within this time are cut. */
const HANG_UP_MS = 500;

/**
 * Starts the service and logs one line with its addresses when it is ready.
 * @param signal gives up starting
 * @throws YaffleError invalid_request for a host beyond this machine or a port that is taken; expert_unavailable where warming up fails;
 * the signal's reason where it aborts: the doors are closed again then, and the Yaffle
 */
export async function startService(parts: ServiceParts, settings: ServiceSettings, signal?: AbortSignal): Promise<Service> {
  refuseBeyondLoopback(settings.host);
  const { maxBodyBytes, timeoutMs } = settings;
  const desk: Desk = {
    batches: null,
    metrics: NO_METRICS,
    judge: null,
    ...parts,
    admission: new Admission(settings),
    readiness: new Readiness(),
    maxBodyBytes,
    timeoutMs,
  };
  const doors: Door[] = [];
  const stop = once(() => leave(desk, doors, settings.shutdownTimeoutMs));
  try {
    const http = await listenHttp(desk, settings.host, settings.httpPort);
    doors.push(http);
    const grpc = await listenGrpc(desk, settings.host, settings.grpcPort);
    doors.push(grpc);
    await parts.yaffle.warmUp();
    signal?.throwIfAborted();
    desk.readiness.enter("ready");
    parts.log.info({ http: http.address, grpc: grpc.address }, "ready");
    return { httpAddress: http.address, grpcAddress: grpc.address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function leave({ yaffle, admission, readiness, log, batches }: Desk, doors: readonly Door[], timeoutMs: number): Promise<void> {
  readiness.enter("leaving");
  admission.close();
  log.info({ unfinished: admission.present }, "leaving");
  const drained = Promise.all(doors.map((door) => door.drain()));
  const kept = batches instanceof YaffleError ? null : batches;
  await within(timeoutMs, Promise.all([admission.empty(), kept?.leave()]));
  await within(HANG_UP_MS, drained);
  for (const door of doors) door.cut();
  await within(HANG_UP_MS, admission.empty());
  await kept?.close();
  await yaffle.close();
  log.info({ unfinished: admission.present }, "left");
}

/** Waits for the work, but not longer. */
async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= run();
    return running;
  };
}
