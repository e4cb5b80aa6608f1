/**
 * The detections of one picture, in one run for all targets. A target that the detector's vocabulary does not cover is never handed to
 * it: that it finds no fountain says nothing where it has never learned what a fountain is.
 */
import { namesFor, type Target } from "../domain/check.js";
import type { DetectionEvidence, FailureEvidence } from "../domain/evidence.js";
import type { Picture } from "../domain/picture.js";
import type { Detection, Detector } from "../domain/ports.js";
import { call, type Failing, failureOf, type Outcome } from "./call.js";
import { faultOfDetection } from "./sound.js";
import type { View } from "./view.js";

export type Sighting = DetectionEvidence | FailureEvidence;

/** A picture with a shorter side shows nothing that a detector was taught to see; what it says of one is noise. */
const MIN_SIDE_PIXELS = 16;

/** By category of the target. */
export type Sightings = ReadonlyMap<string, Sighting>;

/**
 * Looks for every target, once.
 * @param targets of distinct categories
 * @throws the request's reason where it aborts
 */
export async function detectAll(
  { picture, image, patience }: View,
  targets: readonly Target[],
  detector: Detector,
  effort: "glance" | "thorough",
): Promise<Sightings> {
  const { id } = detector.facts;
  const known = targets.filter((target) => covers(detector, target));
  const unsuitable = tooSmall(picture);
  const outcome: Outcome<readonly Detection[]> =
    unsuitable ??
    (known.length === 0 ? { value: [] } : await call((signal) => detector.detect(picture, { targets: known, effort }, signal), patience));
  const sight = (target: Target): Sighting => {
    if (!known.includes(target)) {
      const message = `The detector does not know "${target.category}".`;
      return failureOf(id, image, { code: "outside_vocabulary", message });
    }
    if ("failing" in outcome) return failureOf(id, image, outcome.failing);
    return checked(outcome.value, target, id, image);
  };
  return new Map(targets.map((target) => [target.category, sight(target)]));
}

function tooSmall({ width, height }: Picture): { readonly failing: Failing } | null {
  if (Math.min(width, height) >= MIN_SIDE_PIXELS) return null;
  return {
    failing: { code: "picture_unsuitable", message: `The picture of ${width} × ${height} pixels is too small to see anything in.` },
  };
}

function covers({ vocabulary }: Detector, target: Target): boolean {
  return vocabulary === "open" || namesFor(target).some((name) => vocabulary.includes(name));
}

function checked(detections: readonly Detection[], { category }: Target, expert: string, image: number): Sighting {
  const detection = detections.find((one) => one.category === category);
  const [missing] = detections.flatMap(({ unheard = [] }) => unheard);
  if (detection === undefined && missing !== undefined) return failureOf(missing.expert, image, missing);
  if (detection === undefined) {
    return failureOf(expert, image, { code: "expert_failed", message: `The detector gave no answer for "${category}".` });
  }
  const fault = faultOfDetection(detection);
  if (fault !== null) {
    return failureOf(expert, image, {
      code: "expert_failed",
      message: `The detector's answer for "${category}" is wrong in form: ${fault}.`,
    });
  }
  const { presence, boxes, unheard } = detection;
  return { type: "detection", expert, image, category, presence, boxes, ...(unheard !== undefined && { unheard }) };
}
