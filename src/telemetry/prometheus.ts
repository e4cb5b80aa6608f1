/** Metrics in Prometheus' text form, with those of the process. Each service has a registry of its own. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { BatchesState, Metrics, ServiceState } from "./metrics.js";

/** In seconds: from what is remembered to a response of many claims on several pictures. */
const REQUEST_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
/** In seconds: one run of a network is some tens of milliseconds, a thorough look several; a language model takes its time. */
const EXPERT_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30, 60];
const STAGE_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createPrometheusMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({
    name: "yaffle_requests_total",
    help: "Requests that have ended, by how.",
    labelNames: ["transport", "method", "code"],
    registers,
  });
  const durations = new Histogram({
    name: "yaffle_request_duration_seconds",
    help: "Time from a request's arrival to the end of its answer.",
    labelNames: ["transport", "method"],
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const calls = new Histogram({
    name: "yaffle_expert_call_duration_seconds",
    help: "Time of calls that reached an expert, by its role; a detector's have an effort. What is remembered makes none.",
    labelNames: ["expert", "role", "effort", "outcome"],
    buckets: EXPERT_BUCKETS,
    registers,
  });
  const claims = new Counter({
    name: "yaffle_claims_total",
    help: "Claims of the reports that were answered, by verdict.",
    labelNames: ["verdict"],
    registers,
  });
  const reports = new Counter({
    name: "yaffle_reports_total",
    help: "Reports that were answered, and whether the text was changed.",
    labelNames: ["changed"],
    registers,
  });
  const stages = new Histogram({
    name: "yaffle_stage_duration_seconds",
    help: "Time of each stage of a report.",
    labelNames: ["stage"],
    buckets: STAGE_BUCKETS,
    registers,
  });
  const show = stateGauges(registry);
  return {
    requestEnded: ({ transport, method, code, durationMs }) => {
      requests.inc({ transport, method, code });
      durations.observe({ transport, method }, durationMs / 1000);
    },
    expertCalled: ({ expert, role, effort, outcome, durationMs }) =>
      calls.observe({ expert, role, ...(effort !== null && { effort }), outcome }, durationMs / 1000),
    reported: ({ supported, refuted, unverifiable, changed, stagesMs }) => {
      for (const [verdict, number] of Object.entries({ supported, refuted, unverifiable })) claims.inc({ verdict }, number);
      reports.inc({ changed: String(changed) });
      for (const [stage, durationMs] of Object.entries(stagesMs)) stages.observe({ stage }, durationMs / 1000);
    },
    page: async (state) => {
      show(state);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

/** @returns shows a state from then on */
function stateGauges(registry: Registry): (state: ServiceState) => void {
  const registers = [registry];
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []): Gauge<Label> =>
    new Gauge({ name, help, labelNames, registers });
  const ready = gauge("yaffle_ready", "1 while requests are welcome.");
  const present = gauge("yaffle_requests_present", "Requests that have a seat: being received, waiting or worked on.");
  const working = gauge("yaffle_requests_working", "Requests that are worked on.");
  const showBatches = batchGauges(gauge);
  return (state) => {
    ready.set(state.isReady ? 1 : 0);
    present.set(state.present);
    working.set(state.working);
    if (state.batches !== null) showBatches(state.batches);
  };
}

function batchGauges(gauge: (name: string, help: string, labelNames?: string[]) => Gauge<string>): (state: BatchesState) => void {
  const depth = gauge("yaffle_queue_depth", "What is in the queue of audits and batches, by unit: rows, or chunks of rows on Redis.", [
    "unit",
    "state",
  ]);
  const up = gauge("yaffle_queue_up", "1 while the queue answers.");
  const batches = gauge("yaffle_batches", "Batches that are kept, by state.", ["state"]);
  const rowsLeft = gauge("yaffle_batch_rows_left", "Rows of batches that are not done, without an outcome yet.");
  return ({ byState, rowsLeft: left, queue }) => {
    depth.reset();
    batches.reset();
    for (const [state, number] of Object.entries(byState)) batches.set({ state }, number);
    rowsLeft.set(left);
    up.set(queue === null ? 0 : 1);
    if (queue === null) return;
    depth.set({ unit: queue.unit, state: "waiting" }, queue.waiting);
    depth.set({ unit: queue.unit, state: "active" }, queue.active);
  };
}
