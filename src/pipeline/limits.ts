import type { Settings } from "../config/settings.js";
import { type Fault, YaffleError } from "../domain/error.js";
import type { Options } from "../domain/options.js";

/** Bounds on one request; the doors refuse what they can see is over before they read it whole. */
export interface Limits {
  readonly maxImageBytes: number;
  readonly maxImagePixels: number;
  /** Of the response, and of the prompt. In UTF-16 code units. */
  readonly maxResponseCharacters: number;
  readonly maxImages: number;
  /** For one request, where it asks for none itself; also the most that it may ask for. */
  readonly timeoutMs: number;
  /** For one call of an expert; past it the claims that hang on it stay open and the report says so. */
  readonly expertTimeoutMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxImageBytes: 20 * 1024 * 1024,
  maxImagePixels: 25_000_000,
  maxResponseCharacters: 20_000,
  maxImages: 8,
  timeoutMs: 60_000,
  expertTimeoutMs: 30_000,
};

/** The bounds that the settings name. */
export function limitsFrom(settings: Settings): Limits {
  return {
    maxImageBytes: settings.max_image_bytes,
    maxImagePixels: settings.max_image_pixels,
    maxResponseCharacters: settings.max_response_characters,
    maxImages: settings.max_images,
    timeoutMs: settings.timeout_ms,
    expertTimeoutMs: settings.expert_timeout_ms,
  };
}

/** What a request holds that can be judged before anything is decoded or loaded. */
export interface Measurable {
  readonly images: readonly unknown[];
  readonly response: string;
  readonly prompt: string | null;
  readonly options: Pick<Options, "pipeline">;
}

/**
 * @param hasWriter whether there is a language model for the pipeline woodpecker
 * @throws YaffleError invalid_request with a fault for each thing that is empty, too long or too many
 */
export function requireWithinLimits({ images, response, prompt, options }: Measurable, limits: Limits, hasWriter: boolean): void {
  const { maxImages, maxResponseCharacters: most } = limits;
  const faults: Fault[] = [];
  const refuse = (path: string, message: string): void => {
    faults.push({ path, message });
  };
  if (images.length === 0) refuse("images", "there is no image; give at least one");
  if (images.length > maxImages) refuse("images", `${images.length} images are too many; at most ${maxImages} may be given`);
  if (response.trim() === "") refuse("response", "is empty; give the text that the model wrote");
  if (response.length > most) refuse("response", `${response.length} characters are too many; at most ${most} may be given`);
  if (prompt !== null && prompt.length > most) refuse("prompt", `${prompt.length} characters are too many; at most ${most} may be given`);
  if (options.pipeline === "woodpecker" && !hasWriter)
    refuse("options.pipeline", '"woodpecker" needs a language model, and none is configured; use "rules"');
  if (faults.length === 0) return;
  throw new YaffleError("invalid_request", faults.map(({ path, message }) => `${path}: ${message}`).join("; "), { faults });
}
