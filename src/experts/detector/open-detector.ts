/**
 * A detector that is asked in words, and so knows whatever can be named.
 *
 * It is asked for the claim's own word, never for the classes that stand for it. What it saw of a word is kept as long as the picture is, so
 * that a second look pays only for the mirror image. Its probabilities are held off both ends: such models were taught on things that are
 * there, and none of their scores was fitted on photographs here.
 */
import type { DetectedBox } from "../../domain/box.js";
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { Detection, DetectRequest } from "../../domain/ports.js";
import type { Calibration } from "../../registry/schema.js";
import type { VisionModel } from "../../runtime/transformers/model.js";
import type { BatchDetector, DetectEntry } from "../batch-detector.js";
import { boxProbabilityOf, presenceOf } from "./calibration.js";
import type { Known } from "./class-detector.js";
import { classFeatures, fuseBoxes } from "./fusion.js";
import type { Look } from "./sighting.js";
import { MIRRORED_VIEW, type View, WHOLE_VIEW } from "./view.js";
import { pixelsOf, sightingsOf } from "./vision-eyes.js";

const VIEWS: Readonly<Record<DetectRequest["effort"], readonly View[]>> = { glance: [WHOLE_VIEW], thorough: [WHOLE_VIEW, MIRRORED_VIEW] };

/** Neither end is reached: no score that was not fitted is worth more than this. */
const FLOOR = 0.06;
const CEILING = 0.93;
/** Boxes less likely than this are left out, as the port says. */
const LEAST_PROBABILITY = 0.02;

/** The one class of a look at one phrase. */
const THE_PHRASE = 0;

export class OpenDetector implements BatchDetector {
  readonly facts: Known["facts"];
  readonly vocabulary = "open";
  readonly maxBatch = 1;
  readonly parallelism = 1;
  readonly #model: VisionModel;
  readonly #calibration: Calibration;
  readonly #seen = new WeakMap<Picture, Map<View, Map<string, Look>>>();

  /** @param model that can find */
  constructor(model: VisionModel, { facts, calibration }: Omit<Known, "vocabulary">) {
    this.facts = facts;
    this.#model = model;
    this.#calibration = calibration;
  }

  async detect(picture: Picture, { targets, effort }: DetectRequest, signal?: AbortSignal): Promise<readonly Detection[]> {
    signal?.throwIfAborted();
    const phrases = [...new Set(targets.map(({ category }) => category))];
    const looks: ReadonlyMap<string, Look>[] = [];
    for (const view of VIEWS[effort]) {
      looks.push(await this.#see(picture, view, phrases, signal));
      signal?.throwIfAborted();
    }
    return targets.map(({ category }) =>
      this.#detection(
        category,
        looks.flatMap((seen) => seen.get(category) ?? []),
        effort,
      ),
    );
  }

  async detectTogether(entries: readonly DetectEntry[], signal?: AbortSignal): Promise<readonly (readonly Detection[])[]> {
    const answers: (readonly Detection[])[] = [];
    for (const { picture, request } of entries) answers.push(await this.detect(picture, request, signal));
    return answers;
  }

  close(): Promise<void> {
    return this.#model.close();
  }

  async #see(
    picture: Picture,
    view: View,
    phrases: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<ReadonlyMap<string, Look>> {
    const views = this.#seen.get(picture) ?? new Map<View, Map<string, Look>>();
    this.#seen.set(picture, views);
    const seen = views.get(view) ?? new Map<string, Look>();
    views.set(view, seen);
    const fresh = phrases.filter((phrase) => !seen.has(phrase));
    if (fresh.length === 0) return seen;
    const found = await this.#model.perform({ type: "find", picture: await pixelsOf(picture, view), phrases: fresh }, signal);
    for (const [index, phrase] of fresh.entries()) {
      const one = found[index];
      if (one === undefined) throw new YaffleError("expert_unavailable", `The detector gave no answer for "${phrase}".`);
      seen.set(phrase, { view, sightings: sightingsOf(one, view) });
    }
    return seen;
  }

  #detection(category: string, looks: readonly Look[], effort: DetectRequest["effort"]): Detection {
    const boxes = fuseBoxes(looks, THE_PHRASE).map(({ box, features }): DetectedBox => {
      const probability = boxProbabilityOf(features, THE_PHRASE, this.#calibration, effort);
      return { ...box, probability: Math.min(CEILING, probability) };
    });
    const presence = presenceOf(classFeatures(looks, THE_PHRASE), THE_PHRASE, this.#calibration, effort);
    return {
      category,
      presence: Math.min(CEILING, Math.max(FLOOR, presence)),
      boxes: boxes.filter(({ probability }) => probability >= LEAST_PROBABILITY).sort((a, b) => b.probability - a.probability),
    };
  }
}
