/** The log: JSON lines on standard error, since standard output belongs to results. Neither picture nor text is ever written to it. */
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from "pino";

export type { Logger } from "pino";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const STANDARD_ERROR = 2;

/** @param stream where the lines go; standard error, written at once, where it is left out */
export function createLog(level: LogLevel, stream: DestinationStream = destination({ dest: STANDARD_ERROR, sync: true })): Logger {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, stream);
}

/** What one line tells of one request. */
export interface RequestFacts {
  readonly transport: "http" | "grpc";
  /** "POST /v1/correct", "yaffle.v1.CorrectionService/Correct". */
  readonly method: string;
  /** "ok" or the error code. */
  readonly code: string;
  /** HTTP status or gRPC code. */
  readonly status: number;
  readonly durationMs: number;
  readonly requestId: string;
  /** What went wrong inside; only for codes that are Yaffle's own fault. */
  readonly cause?: unknown;
}

/** One line a request; a warning for what the service is to blame for. */
export function logRequest(log: Logger, { durationMs, requestId, cause, ...facts }: RequestFacts): void {
  const line = { ...facts, duration_ms: Math.round(durationMs * 10) / 10, request_id: requestId };
  if (cause === undefined) log.info(line, "request");
  else log.error({ ...line, err: cause }, "request");
}
