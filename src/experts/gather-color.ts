/** Colors of what was detected, one measurement a plausible instance. */
import type { ColorEvidence, DetectionEvidence, Evidence } from "../domain/evidence.js";
import type { ColorMeter } from "../domain/ports.js";
import { failingOf, failureOf } from "./call.js";
import { plausible } from "./instances.js";
import { faultOfColors } from "./sound.js";
import type { View } from "./view.js";

/** "one of the dogs is black" rarely speaks of the ninth. */
const MAX_INSTANCES = 8;

/** The colors of a box that holds something else mislead. */
const MIN_PROBABILITY = 0.15;

/** @returns one evidence an instance, likeliest first; of no colors where those of the picture mean nothing */
export function measureColors({ picture, image }: View, seen: DetectionEvidence, meter: ColorMeter | null): readonly Evidence[] {
  if (meter === null) return [failureOf("color", image, { code: "expert_unavailable", message: "no color meter configured" })];
  const expert = meter.facts.id;
  const evidence: ColorEvidence[] = [];
  try {
    for (const region of plausible(seen, MIN_PROBABILITY, MAX_INSTANCES)) {
      const colors = meter.measure(picture, region) ?? [];
      const fault = faultOfColors(colors);
      if (fault !== null) {
        return [failureOf(expert, image, { code: "expert_failed", message: `The color meter's answer is wrong in form: ${fault}.` })];
      }
      evidence.push({ type: "color", expert, image, category: seen.category, region, colors });
    }
  } catch (thrown) {
    return [failureOf(expert, image, failingOf(thrown))];
  }
  return evidence;
}
