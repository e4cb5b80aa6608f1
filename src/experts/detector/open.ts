/** From the names of one or several detectors to one detector, with all that stands around it. */
import { YaffleError } from "../../domain/error.js";
import type { Clock, Detector } from "../../domain/ports.js";
import { isRemoteModel } from "../../runtime/open-inference/address.js";
import { NoServerReady } from "../../runtime/open-inference/balance.js";
import { type OnMissing, unavailableDetector } from "../unavailable.js";
import { batched } from "../wrappers/batched.js";
import { cached } from "../wrappers/cached.js";
import { fused } from "../wrappers/fused.js";
import { lateDetector } from "../wrappers/late.js";
import { type ExpertCall, metered } from "../wrappers/metered.js";
import { leadOf } from "./lead.js";
import { type LoadDetectorOptions, loadDetector } from "./load.js";
import { describeRemote } from "./remote.js";

export interface OpenDetectorOptions extends LoadDetectorOptions {
  readonly batch: { readonly maxPixels: number; readonly maxDelayMs: number };
  readonly cacheMaxBytes: number;
  readonly clock: Clock;
  /** Told of every call that a network answers or fails; what is remembered makes none. */
  readonly onCall: (call: ExpertCall) => void;
  /** Told of each that is missing and that something can be said without; what it throws ends the opening. */
  readonly onMissing: OnMissing;
  /** Told of a missing one that was found later. */
  readonly onFound?: ((name: string) => void) | undefined;
}

/** A plus parts two names where a whole name follows: a path may hold one. */
const BETWEEN_NAMES = /\+(?=[a-z]+:|[a-z0-9-]+(?:\+|$))/;

/** Of the time that a look may take, what a model server gets where others look too: their word must not wait until it is too late. */
const SHARE_AMONG_OTHERS = 0.8;

/** "centernet-coco+file:models/own.onnx" names two. */
export function detectorNames(spec: string): readonly string[] {
  return spec.split(BETWEEN_NAMES);
}

/**
 * A model server that does not answer is no error: it is asked again later, and until then each report says that it is missing. Of several
 * detectors neither is one that is not installed, not pulled or broken, as long as another works.
 * @throws YaffleError as `loadDetector` does, for the first that cannot be loaded; the others are closed then
 */
export async function openDetector(spec: string, options: OpenDetectorOptions): Promise<Detector> {
  const names = detectorNames(spec);
  const { remoteTimeoutMs } = options;
  const each =
    names.length === 1 || remoteTimeoutMs === undefined ? options : { ...options, remoteTimeoutMs: remoteTimeoutMs * SHARE_AMONG_OTHERS };
  const outcomes = await Promise.allSettled(names.map((name) => openOne(name, each)));
  const opened = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  try {
    const detectors = outcomes.map((outcome, place) => {
      if (outcome.status === "fulfilled") return outcome.value;
      const { reason } = outcome;
      if (!(reason instanceof YaffleError) || reason.code !== "expert_unavailable" || opened.length === 0) throw reason;
      const model = names[place] ?? spec;
      options.onMissing({ role: "detector", model, reason });
      return unavailableDetector(model, reason);
    });
    const [first, ...others] = detectors;
    const isAlone = first !== undefined && others.length === 0;
    return cached(isAlone ? first : fused(detectors, await leadOf(names[0] ?? spec)), options.cacheMaxBytes);
  } catch (error) {
    await Promise.all(opened.map((detector) => detector.close()));
    throw error;
  }
}

async function openOne(name: string, options: OpenDetectorOptions): Promise<Detector> {
  const detector = isRemoteModel(name) ? await openRemote(name, options) : await openBatched(name, options);
  return metered(detector, { clock: options.clock, tell: options.onCall });
}

async function openRemote(name: string, options: OpenDetectorOptions): Promise<Detector> {
  const known = await describeRemote(name);
  return openBatched(name, options).catch((reason: unknown) => {
    if (!(reason instanceof NoServerReady)) throw reason;
    options.onMissing({ role: "detector", model: name, reason });
    return lateDetector(known, {
      open: (signal) => openBatched(name, { ...options, signal }),
      reason,
      clock: options.clock,
      onFound: () => options.onFound?.(name),
    });
  });
}

async function openBatched(name: string, options: OpenDetectorOptions): Promise<Detector> {
  const detector = await loadDetector(name, options);
  const limits = { ...options.batch, maxPictures: detector.maxBatch, concurrency: detector.parallelism };
  return detector.maxBatch > 1 ? batched(detector, limits) : detector;
}
