/** A published vision-language model that runs here, asked about a picture. */
import type { Answerer } from "../../domain/ports.js";
import type { ExpertFacts } from "../../domain/report.js";
import type { VisionModel } from "../../runtime/transformers/model.js";
import { openVisionModel, type VisionModelOptions } from "../vision-model.js";
import { type Ask, answerBy } from "./answering.js";
import { pixelsOf } from "./sight.js";
import { chanceOfYes, meanChance } from "./yes-no.js";

/** Models of this size follow the last sentence best. */
const YES_OR_NO = "Answer with the single word Yes or No.";
const SHORT = "Answer with a few words. Where the picture does not show it, answer: not visible.";

/** The first tokens may be marks; each costs a run. */
const YES_OR_NO_TOKENS = 4;
const SHORT_TOKENS = 24;

/** @throws YaffleError as `openVisionModel` does */
export async function loadVisionAnswerer(spec: string, options: VisionModelOptions): Promise<Answerer> {
  const { model, facts } = await openVisionModel(spec, "answerer", options);
  return createVisionAnswerer(model, facts);
}

/** @param model that can be asked */
export function createVisionAnswerer(model: VisionModel, facts: ExpertFacts): Answerer {
  return {
    facts,
    answer: async (picture, question, region, signal) => {
      signal?.throwIfAborted();
      const { width, height, pixels } = await pixelsOf(picture, region);
      const shown = { width, height, bytes: pixels };
      const put: Ask = async (asked, form) => {
        const [request, maxTokens] = form === "yes_or_no" ? [YES_OR_NO, YES_OR_NO_TOKENS] : [SHORT, SHORT_TOKENS];
        const said = await model.perform({ type: "ask", picture: shown, question: `${asked} ${request}`, maxTokens }, signal);
        return { text: said.text, yes: form === "yes_or_no" ? chanceOfYes(said) : null, sureness: meanChance(said) };
      };
      return answerBy(put, question);
    },
    close: () => model.close(),
  };
}
