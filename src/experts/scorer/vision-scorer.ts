/** CLIP or SigLIP: which of several texts fits a part of the picture best. */
import { YaffleError } from "../../domain/error.js";
import type { Scorer } from "../../domain/ports.js";
import type { ExpertFacts } from "../../domain/report.js";
import type { VisionModel } from "../../runtime/transformers/model.js";
import { pixelsOf } from "../answerer/sight.js";
import { openVisionModel, type VisionModelOptions } from "../vision-model.js";

/** @throws YaffleError as `openVisionModel` does */
export async function loadVisionScorer(spec: string, options: VisionModelOptions): Promise<Scorer> {
  const { model, facts } = await openVisionModel(spec, "scorer", options);
  return createVisionScorer(model, facts);
}

/** @param model that can compare */
export function createVisionScorer(model: VisionModel, facts: ExpertFacts): Scorer {
  return {
    facts,
    compare: async (picture, texts, region, signal) => {
      signal?.throwIfAborted();
      if (texts.length === 0) return [];
      const { width, height, pixels } = await pixelsOf(picture, region);
      const fits = await model.perform({ type: "compare", picture: { width, height, bytes: pixels }, texts }, signal);
      if (fits.length !== texts.length || !fits.every(Number.isFinite)) {
        throw new YaffleError("expert_unavailable", "The scorer gave something else than a number for each text.");
      }
      return softmax(fits);
    },
    close: () => model.close(),
  };
}

/** The models' scale is such that differences are differences of log-odds: CLIP was taught so, SigLIP text by text. */
function softmax(values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - most));
  const sum = powers.reduce((before, value) => before + value, 0);
  return powers.map((value) => value / sum);
}
