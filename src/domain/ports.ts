/** The ports: what the pipeline needs from the world. Adapters live in experts/, image/ and compose.ts. */
import type { Box, DetectedBox } from "./box.js";
import type { Target } from "./check.js";
import type { ColorShare, TextLine } from "./evidence.js";
import type { Picture } from "./picture.js";
import type { ExpertFacts } from "./report.js";

/** Anything that looks at a picture, or is asked about one. `facts` goes to the report. */
export interface Expert {
  readonly facts: ExpertFacts;
  /** Frees sessions and connections; idempotent. */
  close(): Promise<void>;
}

/** What a detector says of one target. Probabilities are calibrated by the adapter: 0.8 means 0.8. */
export interface Detection {
  readonly category: string;
  /** Chance that the picture holds at least one. */
  readonly presence: number;
  /** By falling probability; boxes below 0.02 are left out. */
  readonly boxes: readonly DetectedBox[];
}

export interface DetectRequest {
  readonly targets: readonly Target[];
  /** "glance" is one run; "thorough" may spend several (mirror image, tiles) where a verdict hangs on it. */
  readonly effort: "glance" | "thorough";
}

export interface Detector extends Expert {
  /** The classes it knows, or "open" for any phrase. */
  readonly vocabulary: readonly string[] | "open";
  /**
   * One detection for each target that the vocabulary covers, in the order asked; targets outside it are left out.
   * @throws YaffleError expert_unavailable; the signal's reason where it aborts
   */
  detect(picture: Picture, request: DetectRequest, signal?: AbortSignal): Promise<readonly Detection[]>;
}

export interface ColorMeter extends Expert {
  /** Colors of the object in the box, by falling share; null where the picture's colors mean nothing (grey or toned). */
  measure(picture: Picture, region: Box): readonly ColorShare[] | null;
}

export interface TextReader extends Expert {
  /** Lines from top to bottom; none where nothing is written. */
  read(picture: Picture, signal?: AbortSignal): Promise<readonly TextLine[]>;
}

export interface Answer {
  readonly answer: string;
  /** That the answer is right, 0 to 1. */
  readonly probability: number;
}

export interface Answerer extends Expert {
  answer(picture: Picture, question: string, region: Box | null, signal?: AbortSignal): Promise<Answer>;
}

/** Milliseconds that only grow; for timings. */
export interface Clock {
  nowMs(): number;
}
