/**
 * A detector on an ONNX model of one of the known architectures.
 *
 * The looks at a picture do not depend on what is asked, so they are kept as long as the picture is: a second, thorough look pays only for
 * what the glance did not do, and the check of a corrected text pays nothing.
 */
import { type DetectedBox, overlap } from "../../domain/box.js";
import type { Target } from "../../domain/check.js";
import { YaffleError } from "../../domain/error.js";
import type { Picture } from "../../domain/picture.js";
import type { Detection, Detector, DetectRequest } from "../../domain/ports.js";
import type { ExpertFacts } from "../../domain/report.js";
import type { Calibration } from "../../registry/schema.js";
import type { OnnxSession } from "../../runtime/onnx/session.js";
import type { NetworkReader } from "./architecture.js";
import { anyOf, boxProbabilityOf, presenceOf } from "./calibration.js";
import { frame, toView } from "./frame.js";
import { classFeatures, fuseBoxes } from "./fusion.js";
import type { Look } from "./sighting.js";
import { MIRRORED_VIEW, TILE_VIEWS, toPicture, type View, WHOLE_VIEW } from "./view.js";

/** Boxes less likely than this are left out, as the port says. */
const LEAST_PROBABILITY = 0.02;

/** Boxes of two classes that overlap more than this are one thing that the network cannot name for sure. */
const SAME_THING = 0.6;

const VIEWS: Readonly<Record<DetectRequest["effort"], readonly View[]>> = {
  glance: [WHOLE_VIEW],
  thorough: [WHOLE_VIEW, MIRRORED_VIEW, ...TILE_VIEWS],
};

export interface OnnxDetectorParts {
  readonly session: OnnxSession;
  readonly reader: NetworkReader;
  /** In the order of the network's classes. */
  readonly vocabulary: readonly string[];
  readonly calibration: Calibration;
  readonly facts: ExpertFacts;
}

export class OnnxDetector implements Detector {
  readonly facts: ExpertFacts;
  readonly vocabulary: readonly string[];
  readonly #parts: OnnxDetectorParts;
  readonly #looks = new WeakMap<Picture, Map<View, Promise<Look>>>();

  constructor(parts: OnnxDetectorParts) {
    this.facts = parts.facts;
    this.vocabulary = parts.vocabulary;
    this.#parts = parts;
  }

  async detect(picture: Picture, { targets, effort }: DetectRequest, signal?: AbortSignal): Promise<readonly Detection[]> {
    signal?.throwIfAborted();
    const asked = targets.map((target) => ({ target, classes: this.#indices(target) })).filter(({ classes }) => classes.length > 0);
    if (asked.length === 0) return [];
    const looks: Look[] = [];
    for (const view of VIEWS[effort]) {
      looks.push(await this.#look(picture, view));
      signal?.throwIfAborted();
    }
    return asked.map(({ target, classes }) => this.#detection(target.category, classes, looks, effort));
  }

  close(): Promise<void> {
    return this.#parts.session.close();
  }

  #indices({ classes }: Target): readonly number[] {
    return classes.map((name) => this.vocabulary.indexOf(name)).filter((index) => index >= 0);
  }

  #look(picture: Picture, view: View): Promise<Look> {
    const looks = this.#looks.get(picture) ?? new Map<View, Promise<Look>>();
    this.#looks.set(picture, looks);
    const known = looks.get(view);
    if (known !== undefined) return known;
    const look = this.#run(picture, view);
    looks.set(view, look);
    look.catch(() => looks.delete(view));
    return look;
  }

  async #run(picture: Picture, view: View): Promise<Look> {
    const { session, reader } = this.#parts;
    const framed = await frame(picture, view, reader.form);
    const sightings = reader.read(await session.run(reader.inputs(framed.planes)));
    if (sightings.some(({ score }) => !Number.isFinite(score))) {
      throw new YaffleError("expert_unavailable", `The detector ${this.facts.id} gave a score that is no number.`);
    }
    return {
      view,
      sightings: sightings.map(({ classIndex, score, box }) => ({ classIndex, score, box: toPicture(view, toView(framed, box)) })),
    };
  }

  #detection(category: string, classes: readonly number[], looks: readonly Look[], effort: DetectRequest["effort"]): Detection {
    const { calibration } = this.#parts;
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
