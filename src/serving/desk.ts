/** What every protocol does with a request once it has it: seat, turn, time limit, core, one line in the log. */
import { randomUUID } from "node:crypto";
import type { Batches } from "../batches/batches.js";
import { YaffleError } from "../domain/error.js";
import type { Clock } from "../domain/ports.js";
import type { Yaffle } from "../pipeline/yaffle.js";
import type { Judge } from "../scoring/judge/request.js";
import type { Logger } from "../telemetry/log.js";
import type { Metrics } from "../telemetry/metrics.js";
import { reportToWire } from "../wire/report.js";
import type { WireReport } from "../wire/report-schema.js";
import type { ReadRequest } from "../wire/request.js";
import type { Admission, Seat } from "./admission.js";
import type { Readiness } from "./readiness.js";

/** What the protocols share. */
export interface Desk {
  readonly yaffle: Yaffle;
  readonly admission: Admission;
  readonly readiness: Readiness;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly maxBodyBytes: number;
  /** For one request, the wait for its turn included. */
  readonly timeoutMs: number;
  /** Null where none is configured. */
  readonly judge: Judge | null;
  /** Null where the service keeps no files, or why it cannot. */
  readonly batches: Batches | YaffleError | null;
}

/** Ids of callers are echoed where they are short and plain, so that nothing can be smuggled into headers or logs. */
const PLAIN_ID = /^[\w.:/+=@-]{1,128}$/;

export type Task = "correct" | "verify";

/**
 * The report for a request, when its turn comes.
 * @throws YaffleError of the core; the signal's reason where it aborts; a TimeoutError where the wait for a turn takes all its time
 */
export function serve(
  { yaffle, timeoutMs, metrics }: Desk,
  task: Task,
  request: ReadRequest,
  seat: Seat,
  signal: AbortSignal,
): Promise<WireReport> {
  const limit = AbortSignal.timeout(Math.min(request.options.timeoutMs ?? timeoutMs, timeoutMs));
  const either = AbortSignal.any([signal, limit]);
  return seat.work(async () => {
    const report = await yaffle[task](request, either);
    const { total: _total, ...stagesMs } = report.timingsMs;
    metrics.reported({ ...report.summary, changed: report.changed, stagesMs });
    return reportToWire(report);
  }, either);
}

export function newId(): string {
  return randomUUID();
}

/** The caller's own id where it is plain, else a new one. */
export function requestIdFrom(given: string | undefined): string {
  return given !== undefined && PLAIN_ID.test(given) ? given : newId();
}

/** @throws YaffleError not_found where the service keeps none; why it cannot keep them */
export function batchesOf({ batches }: Desk): Batches {
  if (batches === null) throw new YaffleError("not_found", "This service keeps no files and batches.");
  if (batches instanceof YaffleError) throw batches;
  return batches;
}
