/** The ports: what the pipeline needs from the world. Adapters live in experts/, image/ and compose.ts. */
import type { Box, DetectedBox } from "./box.js";
import type { Target } from "./check.js";
import type { Claim, ClaimKind } from "./claim.js";
import type { ColorShare, TextLine, Unheard } from "./evidence.js";
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
  /** Detectors that were asked too and could not answer, where several stand behind this one; none where it is left out. */
  readonly unheard?: readonly Unheard[];
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

export interface Scorer extends Expert {
  /**
   * How well each text fits the region, or the whole picture, against the others: chances that sum to 1, in the order given.
   * @throws YaffleError expert_unavailable; the signal's reason where it aborts
   */
  compare(picture: Picture, texts: readonly string[], region: Box | null, signal?: AbortSignal): Promise<readonly number[]>;
}

/** Reads the claims of a response with a model; where it cannot, the rules read them. */
export interface ClaimReader extends Expert {
  /**
   * @returns claims whose words stand in the response, in order of their first character
   * @throws YaffleError expert_unavailable, deadline_exceeded, upstream_failed; the signal's reason where it aborts
   */
  read(
    response: string,
    context: { readonly prompt: string | null; readonly kinds: readonly ClaimKind[] },
    signal?: AbortSignal,
  ): Promise<readonly Claim[]>;
}

/** A question about the picture, and the concept that it is about: null where it is about several. */
export interface WrittenQuestion {
  readonly question: string;
  readonly concept: string | null;
}

/** A sentence of the response, by its index. */
export interface NumberedSentence {
  readonly index: number;
  readonly text: string;
}

/** The language model of the pipeline woodpecker. Whatever it writes is checked by its caller. Each method throws as `ClaimReader.read`. */
export interface Writer extends Expert {
  /** The things that a response speaks of, in its own words. */
  concepts(sentences: readonly NumberedSentence[], signal?: AbortSignal): Promise<readonly string[]>;
  /** Questions whose answers show whether what is said of the concepts is so; none about existence or number. */
  questions(sentences: readonly NumberedSentence[], concepts: readonly string[], signal?: AbortSignal): Promise<readonly WrittenQuestion[]>;
  /**
   * @param facts what the experts saw, a statement each
   * @returns by index the sentences that it wrote anew; empty text where one should go
   */
  rewrite(
    sentences: readonly (NumberedSentence & { readonly wrong: readonly string[] })[],
    facts: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<number, string>>;
}

/** Milliseconds that only grow; for timings. */
export interface Clock {
  nowMs(): number;
}
