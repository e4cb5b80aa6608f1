/** GET /metrics: Prometheus' text form. */
import type { RequestHandler } from "express";
import { YaffleError } from "../../domain/error.js";
import type { ServiceState } from "../../telemetry/metrics.js";
import type { Desk } from "../desk.js";

export function metricsRoute(desk: Desk): RequestHandler {
  return async (_request, response) => {
    const { contentType, text } = await desk.metrics.page(await stateOf(desk));
    response.set("content-type", contentType).send(text);
  };
}

async function stateOf({ readiness, admission, batches }: Desk): Promise<ServiceState> {
  const { present, working } = admission;
  const kept = batches instanceof YaffleError ? null : batches;
  return { isReady: readiness.stage === "ready", present, working, batches: kept === null ? null : await kept.state() };
}
