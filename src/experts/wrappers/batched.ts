/**
 * Pictures of several requests in one run of the detector.
 *
 * An idle detector is never made to wait: what comes then is looked at alone and at once. While it is busy, what comes gathers, and goes
 * together when it is free. A detector that works on several batches at the same time and has room left for one takes it when it is full
 * or its first entry has waited long enough.
 */
import type { Picture } from "../../domain/picture.js";
import type { Detection, Detector } from "../../domain/ports.js";
import type { BatchDetector, DetectEntry } from "../batch-detector.js";

export interface BatchLimits {
  /** Most pictures of one batch, 1 or more. */
  readonly maxPictures: number;
  /** Most pixels of one batch, over its pictures as decoded; a larger picture goes alone. */
  readonly maxPixels: number;
  /** Longest that an entry waits for company while the detector has room. */
  readonly maxDelayMs: number;
  /** Batches that the detector works on at the same time. */
  readonly concurrency: number;
}

interface Waiting extends DetectEntry {
  readonly signal: AbortSignal | undefined;
  readonly resolve: (detections: readonly Detection[]) => void;
  readonly reject: (reason: unknown) => void;
  /** No longer told of the caller's leaving. */
  readonly forget: () => void;
}

/** Entries whose caller left are dropped from the queue; a batch that all have left is aborted. Closes the given detector. */
export function batched(detector: BatchDetector, limits: BatchLimits): Detector {
  const queue = new Set<Waiting>();
  let running = 0;
  let timer: NodeJS.Timeout | undefined;

  const start = (): void => {
    clearTimeout(timer);
    timer = undefined;
    while (queue.size > 0 && running < limits.concurrency) {
      if (running > 0 && !isFull(queue, limits)) {
        timer = setTimeout(launch, limits.maxDelayMs);
        return;
      }
      launchNow();
    }
  };
  const launch = (): void => {
    if (queue.size > 0 && running < limits.concurrency) launchNow();
    start();
  };
  const launchNow = (): void => {
    const batch = takeBatch(queue, limits);
    running += 1;
    void runTogether(detector, batch).finally(() => {
      running -= 1;
      start();
    });
  };

  return {
    facts: detector.facts,
    vocabulary: detector.vocabulary,
    detect: (picture, request, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const leave = (): void => {
          queue.delete(entry);
          reject(signal?.reason);
        };
        const forget = (): void => signal?.removeEventListener("abort", leave);
        const entry: Waiting = { picture, request, signal, resolve, reject, forget };
        signal?.addEventListener("abort", leave, { once: true });
        queue.add(entry);
        start();
      }),
    close: () => detector.close(),
  };
}

function isFull(queue: ReadonlySet<Waiting>, { maxPictures, maxPixels }: BatchLimits): boolean {
  return queue.size >= maxPictures || [...queue].reduce((sum, { picture }) => sum + pixelsOf(picture), 0) >= maxPixels;
}

function takeBatch(queue: Set<Waiting>, { maxPictures, maxPixels }: BatchLimits): readonly Waiting[] {
  const batch: Waiting[] = [];
  let pixels = 0;
  for (const entry of queue) {
    pixels += pixelsOf(entry.picture);
    if (batch.length > 0 && (batch.length >= maxPictures || pixels > maxPixels)) break;
    batch.push(entry);
  }
  for (const entry of batch) queue.delete(entry);
  return batch;
}

/** Never throws: each entry learns its own outcome. A batch that fails is tried one by one, so that one picture does not fail the others. */
async function runTogether(detector: BatchDetector, batch: readonly Waiting[]): Promise<void> {
  const [only, ...others] = batch;
  if (only === undefined) return;
  try {
    if (others.length === 0) only.resolve(await detector.detect(only.picture, only.request, only.signal));
    else {
      const answers = await detector.detectTogether(batch, abortedByAll(batch));
      for (const [index, entry] of batch.entries()) entry.resolve(answers[index] ?? []);
    }
  } catch (error) {
    if (others.length === 0) only.reject(error);
    else for (const entry of batch) await runTogether(detector, isGone(entry) ? [] : [entry]);
  } finally {
    for (const { forget } of batch) forget();
  }
}

function isGone({ signal }: Waiting): boolean {
  return signal?.aborted === true;
}

function abortedByAll(batch: readonly Waiting[]): AbortSignal {
  const controller = new AbortController();
  const look = (): void => {
    if (batch.every(isGone)) controller.abort(batch.at(-1)?.signal?.reason);
  };
  for (const { signal } of batch) signal?.addEventListener("abort", look, { once: true, signal: controller.signal });
  return controller.signal;
}

function pixelsOf({ width, height }: Picture): number {
  return width * height;
}
