/** The one core under every door: pictures and a response in, a report out. */

import { CLAIM_KINDS } from "../domain/claim.js";
import { asYaffleError } from "../domain/error.js";
import type { Options } from "../domain/options.js";
import type { Picture } from "../domain/picture.js";
import type { Answerer, ClaimReader, Clock, ColorMeter, Detector, Scorer, TextReader, Writer } from "../domain/ports.js";
import type { ExpertFacts, Report } from "../domain/report.js";
import type { Experts } from "../experts/gather.js";
import { extract } from "../extraction/extract.js";
import type { ImageSource, PictureSource } from "../image/read.js";
import { type Limits, requireWithinLimits } from "./limits.js";
import { walk } from "./walk.js";

export interface CorrectionRequest {
  /** Comes back as the report's. */
  readonly id: string;
  /** At least one. */
  readonly images: readonly (ImageSource | PictureSource)[];
  /** How the caller calls each, for what is wrong with it; "images.0", … where it is left out. */
  readonly imageFields?: readonly string[];
  readonly response: string;
  /** What the model was asked, where that is known: a "Yes." means nothing without it. */
  readonly prompt: string | null;
  readonly options: Options;
  /** What reading the pictures took before they came here; the report's timings count it. */
  readonly decodeMs?: number;
}

export interface Yaffle {
  /**
   * Judges every claim of the response and mends what is refuted.
   * @throws YaffleError invalid_request, image_too_large, image_undecodable, deadline_exceeded, cancelled
   */
  correct(request: CorrectionRequest, signal?: AbortSignal): Promise<Report>;
  /** The same without a correction: `corrected` is the original. */
  verify(request: CorrectionRequest, signal?: AbortSignal): Promise<Report>;
  readonly experts: readonly ExpertFacts[];
  /** Runs every expert and the reading once, so that the first request does not pay for it. @throws YaffleError expert_unavailable */
  warmUp(): Promise<void>;
  /** Frees the experts; idempotent. */
  close(): Promise<void>;
}

export interface YaffleDependencies {
  readonly detector: Detector;
  readonly color: ColorMeter | null;
  readonly textReader: TextReader | null;
  readonly answerer: Answerer | null;
  /** Weighs what is stated against its contraries; none where it is left out. */
  readonly scorer?: Scorer | null;
  /** A language model that reads the claims; the rules do where there is none. */
  readonly reader?: ClaimReader | null;
  /** The language model of the pipeline woodpecker; without it that pipeline is refused. */
  readonly writer?: Writer | null;
  readonly clock: Clock;
  readonly limits: Limits;
}

/** Geometry needs no model: it is arithmetic over the detector's boxes. */
const GEOMETRY_FACTS: ExpertFacts = { id: "geometry", role: "geometry", sha256: null, device: "cpu" };

/** A Yaffle over the given experts. It owns them: `close` closes them. */
export function createYaffle({ clock, limits, reader = null, writer = null, ...experts }: YaffleDependencies): Yaffle {
  const present = [experts.detector, experts.color, experts.textReader, experts.answerer, experts.scorer ?? null, reader, writer].filter(
    (expert) => expert !== null,
  );
  const facts = [...present.map((expert) => expert.facts), GEOMETRY_FACTS];
  const run = async (request: CorrectionRequest, task: "correct" | "verify", signal: AbortSignal | undefined): Promise<Report> => {
    requireWithinLimits(request, limits, writer !== null);
    const timeoutMs = Math.min(request.options.timeoutMs ?? limits.timeoutMs, limits.timeoutMs);
    const deadline = AbortSignal.timeout(timeoutMs);
    const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
    try {
      return await walk(request, task, { experts, reader, writer, facts, clock, limits, timeoutMs, signal: either });
    } catch (thrown) {
      if (either.aborted) throw asYaffleError(either.reason);
      throw asYaffleError(thrown);
    }
  };
  return {
    correct: (request, signal) => run(request, "correct", signal),
    verify: (request, signal) => run(request, "verify", signal),
    experts: facts,
    warmUp: () => warmUp(experts),
    close: async () => {
      await Promise.all(present.map((expert) => expert.close()));
    },
  };
}

async function warmUp({ detector, textReader }: Experts): Promise<void> {
  extract("A person stands beside a dog.", { prompt: null, kinds: CLAIM_KINDS });
  const side = 64;
  const picture: Picture = {
    sha256: "0".repeat(64),
    width: side,
    height: side,
    pixels: new Uint8Array(side * side * 3).fill(127),
    notes: [],
  };
  const classes = detector.vocabulary === "open" ? ["person"] : detector.vocabulary.slice(0, 1);
  const targets = classes.map((category) => ({ category, classes: [category] }));
  await Promise.all([detector.detect(picture, { targets, effort: "glance" }), textReader?.read(picture)]);
}
