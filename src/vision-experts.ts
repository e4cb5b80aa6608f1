/**
 * The answerer and the scorer that run here, of the settings. Neither is needed for a report: one that cannot be had (its package is not
 * installed, it was not pulled) is told in every report that would have asked it.
 */
import { NONE } from "./config/fields.js";
import type { Settings } from "./config/settings.js";
import { YaffleError } from "./domain/error.js";
import type { Answerer, Scorer } from "./domain/ports.js";
import { loadVisionAnswerer } from "./experts/answerer/vision-answerer.js";
import { loadVisionScorer } from "./experts/scorer/vision-scorer.js";
import { type OnMissing, unavailableAnswerer, unavailableScorer } from "./experts/unavailable.js";
import type { VisionModelOptions } from "./experts/vision-model.js";

const ELSEWHERE = /^(?:openai|inference):/;

/** How the models run, whatever their role. */
export type VisionOptions = Omit<VisionModelOptions, "device">;

/** @returns null where the settings name none, or one that runs elsewhere @throws YaffleError not_found, invalid_request */
export async function openVisionAnswerer(settings: Settings, options: VisionOptions, onMissing: OnMissing): Promise<Answerer | null> {
  const { answerer, answerer_device: device } = settings;
  if (answerer === NONE || ELSEWHERE.test(answerer)) return null;
  return loadVisionAnswerer(answerer, { ...options, device }).catch((error: unknown) =>
    unavailableAnswerer(answerer, missed("answerer", answerer, error, onMissing)),
  );
}

/** @returns null where the settings name none @throws YaffleError not_found, invalid_request */
export async function openVisionScorer(settings: Settings, options: VisionOptions, onMissing: OnMissing): Promise<Scorer | null> {
  const { scorer, scorer_device: device } = settings;
  if (scorer === NONE) return null;
  return loadVisionScorer(scorer, { ...options, device }).catch((error: unknown) =>
    unavailableScorer(scorer, missed("scorer", scorer, error, onMissing)),
  );
}

/** @throws the error where it is no matter of what is at hand here */
function missed(role: "answerer" | "scorer", name: string, error: unknown, onMissing: OnMissing): YaffleError {
  if (!(error instanceof YaffleError)) throw error;
  if (error.code !== "expert_unavailable")
    throw new YaffleError(error.code, `The ${role} ${name} cannot be used: ${error.message}`, { cause: error });
  onMissing({ role, model: name, reason: error });
  return error;
}
