/** A detector that looks at several pictures in one run. */
import type { Picture } from "../domain/picture.js";
import type { Detection, Detector, DetectRequest } from "../domain/ports.js";

export interface DetectEntry {
  readonly picture: Picture;
  readonly request: DetectRequest;
}

export interface BatchDetector extends Detector {
  /** Views that one run of the network takes; 1 where nothing is gained by more. */
  readonly maxBatch: number;
  /** Runs of the network at the same time, 1 or more. */
  readonly parallelism: number;
  /**
   * What `detect` would say of each, in the order given.
   * @throws YaffleError expert_unavailable where any of them fails; the signal's reason where it aborts
   */
  detectTogether(entries: readonly DetectEntry[], signal?: AbortSignal): Promise<readonly (readonly Detection[])[]>;
}
