/** Parts for tests of the doors: a Yaffle whose detector sees a beach, and a desk around it. */
import { createColorMeter } from "../../src/experts/color/meter.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/pipeline/limits.js";
import { createYaffle, type Yaffle } from "../../src/pipeline/yaffle.js";
import { Admission, type AdmissionLimits } from "../../src/serving/admission.js";
import type { Desk } from "../../src/serving/desk.js";
import { Readiness } from "../../src/serving/readiness.js";
import { createLog } from "../../src/telemetry/log.js";
import { createPrometheusMetrics } from "../../src/telemetry/prometheus.js";
import { boxesOf, type FakeDetector, fakeDetector } from "./fake-detector.js";

export const MAX_BODY_BYTES = 2_000_000;

export const clock = { nowMs: () => performance.now() };

/** Sees two chairs and a slow dog that never comes; nothing else. */
export function beachDetector(hold?: Promise<unknown>): FakeDetector {
  return fakeDetector({ chair: { boxes: boxesOf(0.97, 0.96) } }, { absence: 0.001, ...(hold !== undefined && { hold }) });
}

export function yaffleSeeing(detector: FakeDetector, limits: Partial<Limits> = {}): Yaffle {
  return createYaffle({
    detector,
    color: createColorMeter(),
    textReader: null,
    answerer: null,
    clock,
    limits: { ...DEFAULT_LIMITS, ...limits },
  });
}

export interface TestDesk extends Desk {
  /** The log's lines, parsed. */
  readonly lines: Readonly<Record<string, unknown>>[];
}

export function deskFor(yaffle: Yaffle, limits: Partial<AdmissionLimits> = {}): TestDesk {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const log = createLog("info", { write: (line: string) => lines.push(JSON.parse(line)) });
  const admission = new Admission({ maxConcurrent: 4, maxQueued: 8, ...limits });
  return {
    yaffle,
    admission,
    readiness: new Readiness(),
    log,
    metrics: createPrometheusMetrics(),
    clock,
    lines,
    maxBodyBytes: MAX_BODY_BYTES,
    timeoutMs: 60_000,
    batches: null,
    judge: null,
  };
}
