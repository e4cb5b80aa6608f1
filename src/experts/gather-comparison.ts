/** What is stated against its contraries, on what was detected: one comparison a plausible instance. */
import type { CompareCheck } from "../domain/check.js";
import type { ComparisonEvidence, DetectionEvidence, Evidence } from "../domain/evidence.js";
import type { Scorer } from "../domain/ports.js";
import { call, failureOf } from "./call.js";
import { plausible } from "./instances.js";
import { faultOfChances } from "./sound.js";
import type { View } from "./view.js";

/** Each costs a run of the model. */
const MAX_INSTANCES = 4;
/** A fainter box is likely something else, of which the words are true or not for no reason. */
const MIN_PROBABILITY = 0.2;

/**
 * @returns one evidence an instance, likeliest first; none where nothing was seen, and none without a scorer: it only adds to what others say
 * @throws the request's reason where it aborts
 */
export async function compareWords(
  { picture, image, patience }: View,
  { statement, contraries }: CompareCheck,
  seen: DetectionEvidence,
  scorer: Scorer | null,
): Promise<readonly Evidence[]> {
  if (scorer === null) return [];
  const expert = scorer.facts.id;
  const texts = [statement, ...contraries];
  const evidence: ComparisonEvidence[] = [];
  for (const region of plausible(seen, MIN_PROBABILITY, MAX_INSTANCES)) {
    const outcome = await call((signal) => scorer.compare(picture, texts, region, signal), patience);
    if ("failing" in outcome) return [failureOf(expert, image, outcome.failing)];
    const fault = faultOfChances(outcome.value, texts.length);
    if (fault !== null) {
      return [failureOf(expert, image, { code: "expert_failed", message: `The scorer's answer is wrong in form: ${fault}.` })];
    }
    evidence.push({ type: "comparison", expert, image, statement, ...against(outcome.value, contraries), region });
  }
  return evidence;
}

/** Against the best of the contraries alone: how many they are must not weigh. */
function against(chances: readonly number[], contraries: readonly string[]): Pick<ComparisonEvidence, "contrary" | "share"> {
  const [own = 0, ...others] = chances;
  const most = Math.max(...others);
  const share = own + most > 0 ? own / (own + most) : 0.5;
  return { contrary: contraries[others.indexOf(most)] ?? "", share };
}
