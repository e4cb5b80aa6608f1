/**
 * Yaffle as a library.
 *
 * ```ts
 * import { openYaffle } from "yaffle";
 *
 * const yaffle = await openYaffle();
 * const report = await yaffle.correct({ image: "beach.jpg", response: "Two chairs and an elephant stand on the beach." });
 * console.log(report.corrected);
 * await yaffle.close();
 * ```
 */
import { randomUUID } from "node:crypto";
import { composeYaffle } from "./compose.js";
import { readSettings } from "./config/read.js";
import type { ExpertFacts, Report } from "./domain/report.js";
import type { Yaffle } from "./pipeline/yaffle.js";
import { type CorrectionInput, readInput } from "./wire/input.js";

export type { Box, DetectedBox } from "./domain/box.js";
export type { Check, Target } from "./domain/check.js";
export type { Claim, ClaimKind, Mention } from "./domain/claim.js";
export { applyEdits, type Edit } from "./domain/correction.js";
export { type ErrorCode, type Fault, YaffleError } from "./domain/error.js";
export type { Evidence } from "./domain/evidence.js";
export type { JudgedClaim, Judgement, PolicyName, UnverifiableReason, Verdict } from "./domain/judgement.js";
export type { Options } from "./domain/options.js";
export type { Picture } from "./domain/picture.js";
export type { Answer, Answerer, Clock, ColorMeter, Detection, Detector, DetectRequest, Expert, TextReader } from "./domain/ports.js";
export type { ExpertFacts, ImageFacts, Report, Summary } from "./domain/report.js";
export type { Span } from "./domain/span.js";
export { DEFAULT_LIMITS, type Limits } from "./pipeline/limits.js";
export { type CorrectionRequest, createYaffle, type Yaffle, type YaffleDependencies } from "./pipeline/yaffle.js";
export { VERSION } from "./version.js";
export type { CorrectionInput, ImageInput } from "./wire/input.js";
export { reportToWire } from "./wire/report.js";
export type { WireReport } from "./wire/report-schema.js";

export interface OpenOptions {
  /** A model of the registry, `file:PATH`, `transformers:FOLDER` or `inference:HOST:PORT/MODEL`. */
  readonly detector?: string;
  /** A model of the registry, or "none". */
  readonly textReader?: string;
  /** A vision-language model that is asked questions: "openai:MODEL" at the address of YAFFLE_OPENAI_URL, a model of the registry, `transformers:FOLDER` or "inference:HOST:PORT/MODEL". */
  readonly answerer?: string;
  /** Model that weighs what is said of a thing against its contrary: one of the registry, or `transformers:FOLDER`. */
  readonly scorer?: string;
  /** A language model that reads the claims, "openai:MODEL"; the rules where it is left out. */
  readonly extractor?: string;
  /** The language model of the pipeline woodpecker, "openai:MODEL". */
  readonly corrector?: string;
  /** Folder of the model files; the user's cache folder where it is left out. */
  readonly modelsFolder?: string;
  /** Threads that one run of a model may use; one for each core where it is left out. */
  readonly threads?: number;
  /** Gives up loading. */
  readonly signal?: AbortSignal;
}

/** Yaffle with input as programs like to write it. */
export interface OpenedYaffle {
  /**
   * Judges every claim of the response and mends what is refuted.
   * @throws YaffleError invalid_request, image_too_large, image_undecodable, image_fetch_blocked, deadline_exceeded, cancelled
   */
  correct(input: CorrectionInput, signal?: AbortSignal): Promise<Report>;
  /** The same without a correction: `corrected` is the original. */
  verify(input: CorrectionInput, signal?: AbortSignal): Promise<Report>;
  readonly experts: readonly ExpertFacts[];
  /** Runs every expert once, so that the first request does not pay for it. */
  warmUp(): Promise<void>;
  /** Frees the experts; idempotent. */
  close(): Promise<void>;
}

/**
 * Loads the experts. What is not given comes from the environment (YAFFLE_DETECTOR, …) or the defaults of docs/settings.md.
 * @throws YaffleError expert_unavailable where a model file is missing, altered or cannot be loaded; not_found for an unknown model
 */
export async function openYaffle({ signal, ...options }: OpenOptions = {}): Promise<OpenedYaffle> {
  const { detector, textReader, answerer, scorer, extractor, corrector, modelsFolder, threads } = options;
  const flags = {
    ...(detector !== undefined && { detector }),
    ...(answerer !== undefined && { answerer }),
    ...(scorer !== undefined && { scorer }),
    ...(extractor !== undefined && { extractor }),
    ...(corrector !== undefined && { corrector }),
    ...(textReader !== undefined && { text_reader: textReader }),
    ...(modelsFolder !== undefined && { models_dir: modelsFolder }),
    ...(threads !== undefined && { threads: String(threads) }),
  };
  return withPlainInput(await composeYaffle(readSettings({ flags }), signal));
}

/** Any Yaffle (over experts of your own, by `createYaffle`), with input as programs like to write it. It closes the given one. */
export function withPlainInput(yaffle: Yaffle): OpenedYaffle {
  return {
    correct: async (input, signal) => yaffle.correct(readInput(input, randomUUID), signal),
    verify: async (input, signal) => yaffle.verify(readInput(input, randomUUID), signal),
    experts: yaffle.experts,
    warmUp: () => yaffle.warmUp(),
    close: () => yaffle.close(),
  };
}
