/** From the names of one or several detectors to one detector, with all that stands around it. */
import type { Clock, Detector } from "../../domain/ports.js";
import { batched } from "../wrappers/batched.js";
import { cached } from "../wrappers/cached.js";
import { fused } from "../wrappers/fused.js";
import { type DetectorCall, metered } from "../wrappers/metered.js";
import { type LoadDetectorOptions, loadDetector } from "./load.js";

export interface OpenDetectorOptions extends LoadDetectorOptions {
  readonly batch: { readonly maxPixels: number; readonly maxDelayMs: number };
  readonly cacheMaxBytes: number;
  readonly clock: Clock;
  /** Told of every call that a network answers or fails; what is remembered makes none. */
  readonly onCall: (call: DetectorCall) => void;
}

/** A plus parts two names where a whole name follows: a path may hold one. */
const BETWEEN_NAMES = /\+(?=[a-z]+:|[a-z0-9-]+(?:\+|$))/;

/** "centernet-coco+file:models/own.onnx" names two. */
export function detectorNames(spec: string): readonly string[] {
  return spec.split(BETWEEN_NAMES);
}

/** @throws YaffleError as `loadDetector` does, for the first that cannot be loaded; the others are closed then */
export async function openDetector(spec: string, options: OpenDetectorOptions): Promise<Detector> {
  const outcomes = await Promise.allSettled(detectorNames(spec).map((name) => openOne(name, options)));
  const opened = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const failure = outcomes.find((outcome) => outcome.status === "rejected");
  if (failure !== undefined) {
    await Promise.all(opened.map((detector) => detector.close()));
    throw failure.reason;
  }
  const [first, ...others] = opened;
  return cached(first !== undefined && others.length === 0 ? first : fused(opened), options.cacheMaxBytes);
}

async function openOne(name: string, options: OpenDetectorOptions): Promise<Detector> {
  const detector = await loadDetector(name, options);
  const limits = { ...options.batch, maxPictures: detector.maxBatch, concurrency: detector.parallelism };
  return metered(detector.maxBatch > 1 ? batched(detector, limits) : detector, options.clock, options.onCall);
}
