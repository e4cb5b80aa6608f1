/** The id of a request, and the one line that is logged when it is over. */
import type { Request, RequestHandler, Response } from "express";
import type { Clock } from "../../domain/ports.js";
import { type Logger, logRequest } from "../../telemetry/log.js";
import type { Metrics } from "../../telemetry/metrics.js";
import { newId, requestIdFrom } from "../desk.js";

/** What the log says of a request beyond what HTTP knows. */
export interface Outcome {
  requestId: string;
  code: string;
  cause?: unknown;
}

const outcomes = new WeakMap<Response, Outcome>();

/** Asked for every few seconds by whoever watches the service: not worth a line, nor a count. */
const QUIET_PATHS: ReadonlySet<string> = new Set(["/livez", "/readyz", "/metrics"]);

export function requestLog(log: Logger, metrics: Metrics, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const begin = clock.nowMs();
    const given = request.get("x-request-id");
    const outcome: Outcome = { requestId: requestIdFrom(given), code: "ok" };
    outcomes.set(response, outcome);
    response.set("x-request-id", outcome.requestId);
    response.once("close", () => {
      if (QUIET_PATHS.has(request.path)) return;
      const { code, cause, requestId } = outcome;
      const facts = {
        transport: "http",
        method: `${request.method} ${request.path}`,
        code: response.writableFinished ? code : "cancelled",
        status: response.writableFinished ? response.statusCode : 499,
        durationMs: clock.nowMs() - begin,
        requestId,
      } as const;
      metrics.requestEnded({ ...facts, method: routeOf(request) });
      logRequest(log, { ...facts, ...(cause !== undefined && { cause }) });
    });
    next();
  };
}

/** "POST /v1/files/:id": as many as there are routes, however many paths callers think of. */
function routeOf(request: Request): string {
  const { route }: { readonly route?: { readonly path: string } } = request;
  return route === undefined ? "unknown" : `${request.method} ${route.path}`;
}

export function outcomeOf(response: Response): Outcome {
  const outcome = outcomes.get(response) ?? { requestId: newId(), code: "ok" };
  outcomes.set(response, outcome);
  return outcome;
}

export function requestIdOf(response: Response): string {
  return outcomeOf(response).requestId;
}
