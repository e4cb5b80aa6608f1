/**
 * A detector of the kinds of thing that its model was taught.
 *
 * The looks at a picture do not depend on what is asked, so they are kept as long as the picture is: a second, thorough look pays only for
 * what the glance did not do, and the check of a corrected text pays nothing.
 */
import { type DetectedBox, overlap } from "../../domain/box.js";
import { namesFor, type Target } from "../../domain/check.js";
import type { Picture } from "../../domain/picture.js";
import type { Detection, DetectRequest } from "../../domain/ports.js";
import type { ExpertFacts } from "../../domain/report.js";
import type { Calibration } from "../../registry/schema.js";
import type { BatchDetector, DetectEntry } from "../batch-detector.js";
import { anyOf, boxProbabilityOf, presenceOf } from "./calibration.js";
import { classFeatures, fuseBoxes } from "./fusion.js";
import type { Eyes } from "./look.js";
import { Looks } from "./looks.js";
import type { Look } from "./sighting.js";
import { MIRRORED_VIEW, TILE_VIEWS, type View, WHOLE_VIEW } from "./view.js";

/** Boxes less likely than this are left out, as the port says. */
const LEAST_PROBABILITY = 0.02;

/** Boxes of two classes that overlap more than this are one thing that the network cannot name for sure. */
const SAME_THING = 0.6;

/** The looks that each effort spends; the thorough one begins with the glance. */
export const VIEWS: Readonly<Record<DetectRequest["effort"], readonly View[]>> = {
  glance: [WHOLE_VIEW],
  thorough: [WHOLE_VIEW, MIRRORED_VIEW, ...TILE_VIEWS],
};

/** What is known of a model. */
export interface Known {
  /** In the order of the model's classes. */
  readonly vocabulary: readonly string[];
  readonly calibration: Calibration;
  readonly facts: ExpertFacts;
}

/** A model of known classes without the detector around it, for those who read raw scores: the fitting of calibrations. */
export interface TaughtEyes extends Known {
  readonly eyes: Eyes;
  /** How many times its word counts beside another's where it is named first. */
  readonly lead: number;
}

export class ClassDetector implements BatchDetector {
  readonly maxBatch: number;
  readonly facts: ExpertFacts;
  readonly vocabulary: readonly string[];
  readonly parallelism: number;
  readonly #known: Known;
  readonly #eyes: Eyes;
  readonly #looks: Looks;

  /** @param maxBatch views that one run may take, where the eyes take more than one */
  constructor(eyes: Eyes, known: Known, maxBatch = 1) {
    this.maxBatch = eyes.batches ? maxBatch : 1;
    this.facts = known.facts;
    this.vocabulary = known.vocabulary;
    this.parallelism = eyes.parallelism;
    this.#known = known;
    this.#eyes = eyes;
    this.#looks = new Looks(eyes, this.maxBatch);
  }

  async detect(picture: Picture, request: DetectRequest, signal?: AbortSignal): Promise<readonly Detection[]> {
    const [detections = []] = await this.detectTogether([{ picture, request }], signal);
    return detections;
  }

  async detectTogether(entries: readonly DetectEntry[], signal?: AbortSignal): Promise<readonly (readonly Detection[])[]> {
    signal?.throwIfAborted();
    const asked = entries.map(({ picture, request: { targets, effort } }) => ({
      picture,
      effort,
      targets: targets.map((target) => ({ target, classes: this.#indices(target) })).filter(({ classes }) => classes.length > 0),
    }));
    const wanted = asked.map(({ picture, effort, targets }) =>
      targets.length === 0 ? [] : VIEWS[effort].map((view) => ({ picture, view })),
    );
    const looks = await this.#looks.see(wanted.flat(), signal);
    return asked.map(({ effort, targets }, index) => {
      const its = (wanted[index] ?? []).flatMap((one) => looks.get(one) ?? []);
      return targets.map(({ target, classes }) => this.#detection(target.category, classes, its, effort));
    });
  }

  close(): Promise<void> {
    return this.#eyes.close();
  }

  #indices(target: Target): readonly number[] {
    return namesFor(target)
      .map((name) => this.vocabulary.indexOf(name))
      .filter((index) => index >= 0);
  }

  #detection(category: string, classes: readonly number[], looks: readonly Look[], effort: DetectRequest["effort"]): Detection {
    const { calibration } = this.#known;
    const boxes = classes.flatMap((index) =>
      fuseBoxes(looks, index).map(({ box, features }) => ({ ...box, probability: boxProbabilityOf(features, index, calibration, effort) })),
    );
    const likely = boxes.filter((box) => box.probability >= LEAST_PROBABILITY).sort((a, b) => b.probability - a.probability);
    return {
      category,
      presence: anyOf(classes.map((index) => presenceOf(classFeatures(looks, index), index, calibration, effort))),
      boxes: classes.length > 1 ? withoutTwins(likely) : likely,
    };
  }
}

/** Of the boxes that several classes give one thing, the likeliest. */
function withoutTwins(boxes: readonly DetectedBox[]): readonly DetectedBox[] {
  const kept: DetectedBox[] = [];
  for (const box of boxes) {
    if (kept.every((other) => overlap(other, box) <= SAME_THING)) kept.push(box);
  }
  return kept;
}
