/**
 * A detector on an ONNX model of one of the known architectures.
 *
 * The looks at a picture do not depend on what is asked, so they are kept as long as the picture is: a second, thorough look pays only for
 * what the glance did not do, and the check of a corrected text pays nothing.
 */
import { type DetectedBox, overlap } from "../../domain/box.js";
import type { Target } from "../../domain/check.js";
import type { Picture } from "../../domain/picture.js";
import type { Detection, DetectRequest } from "../../domain/ports.js";
import type { ExpertFacts } from "../../domain/report.js";
import type { Calibration } from "../../registry/schema.js";
import type { OnnxSession } from "../../runtime/onnx/session.js";
import type { BatchDetector, DetectEntry } from "../batch-detector.js";
import type { NetworkReader } from "./architecture.js";
import { anyOf, boxProbabilityOf, presenceOf } from "./calibration.js";
import { classFeatures, fuseBoxes } from "./fusion.js";
import { lookTogether, type Place } from "./look.js";
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

/** A loaded network and what is known of it. */
export interface Network {
  readonly session: OnnxSession;
  readonly reader: NetworkReader;
  /** In the order of the network's classes. */
  readonly vocabulary: readonly string[];
  readonly calibration: Calibration;
  readonly facts: ExpertFacts;
}

/** The caller for whom a run was begun has left. */
class BeginnerLeft extends Error {}

export class OnnxDetector implements BatchDetector {
  readonly maxBatch: number;
  readonly facts: ExpertFacts;
  readonly vocabulary: readonly string[];
  readonly #network: Network;
  readonly #looks = new WeakMap<Picture, Map<View, Promise<Look>>>();

  /** @param maxBatch views that one run may take, where the network takes more than one */
  constructor(network: Network, maxBatch = 1) {
    this.maxBatch = network.reader.batches ? maxBatch : 1;
    this.facts = network.facts;
    this.vocabulary = network.vocabulary;
    this.#network = network;
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
    const looks = await this.#see(wanted.flat(), signal);
    return asked.map(({ effort, targets }, index) => {
      const its = (wanted[index] ?? []).flatMap((one) => looks.get(one) ?? []);
      return targets.map(({ target, classes }) => this.#detection(target.category, classes, its, effort));
    });
  }

  close(): Promise<void> {
    return this.#network.session.close();
  }

  #indices({ classes }: Target): readonly number[] {
    return classes.map((name) => this.vocabulary.indexOf(name)).filter((index) => index >= 0);
  }

  #looksAt(picture: Picture): Map<View, Promise<Look>> {
    const looks = this.#looks.get(picture) ?? new Map<View, Promise<Look>>();
    this.#looks.set(picture, looks);
    return looks;
  }

  /** A look is begun for one caller and awaited by others: where the first leaves, another begins it again. */
  async #see(wanted: readonly Place[], signal: AbortSignal | undefined): Promise<ReadonlyMap<Place, Look>> {
    for (;;) {
      try {
        return await this.#seeOnce(wanted, signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof BeginnerLeft)) throw error;
      }
    }
  }

  /** Run after run, so that a caller that leaves between two of them is noticed; a look that others have begun is awaited, not repeated. */
  async #seeOnce(wanted: readonly Place[], signal: AbortSignal | undefined): Promise<ReadonlyMap<Place, Look>> {
    const begun = new Map<Place, Promise<Look>>();
    while (begun.size < wanted.length) {
      const fresh: Place[] = [];
      for (const one of wanted.filter((other) => !begun.has(other))) {
        const known = this.#looksAt(one.picture).get(one.view);
        if (known !== undefined) begun.set(one, known);
        else if (fresh.length < this.maxBatch && !fresh.some(({ picture, view }) => picture === one.picture && view === one.view))
          fresh.push(one);
      }
      await Promise.all(this.#begin(fresh, signal));
      signal?.throwIfAborted();
    }
    const looks = await Promise.all(wanted.map(async (one) => [one, await begun.get(one)] as const));
    signal?.throwIfAborted();
    return new Map(looks.flatMap(([one, look]) => (look === undefined ? [] : [[one, look] as const])));
  }

  /** One run for all of them. */
  #begin(wanted: readonly Place[], signal: AbortSignal | undefined): readonly Promise<Look>[] {
    if (wanted.length === 0) return [];
    const { session, reader } = this.#network;
    const together = lookTogether(session, reader, wanted, signal).catch((error: unknown) => {
      throw signal?.aborted === true ? new BeginnerLeft() : error;
    });
    return wanted.map(({ picture, view }, index) => {
      const looks = this.#looksAt(picture);
      const look = together.then((all) => all[index] ?? { view, sightings: [] });
      looks.set(view, look);
      look.catch(() => looks.delete(view));
      return look;
    });
  }

  #detection(category: string, classes: readonly number[], looks: readonly Look[], effort: DetectRequest["effort"]): Detection {
    const { calibration } = this.#network;
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
