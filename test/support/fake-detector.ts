/** A detector that sees what it is told to see, and remembers what it was asked. */
import type { DetectedBox } from "../../src/domain/box.js";
import { YaffleError } from "../../src/domain/error.js";
import type { Picture } from "../../src/domain/picture.js";
import type { Detection, Detector, DetectRequest } from "../../src/domain/ports.js";
import { COCO_CATEGORIES } from "../../src/language/vocabulary/coco.js";

/** By class: the boxes, and the presence where it is to differ from the best box's probability. */
export type Scene = Readonly<Record<string, { readonly presence?: number; readonly boxes?: readonly DetectedBox[] }>>;

export interface FakeDetectorOptions {
  readonly vocabulary?: readonly string[] | "open";
  /** What a thorough look sees instead, where that is to differ. */
  readonly thorough?: Scene;
  /** Awaited before each answer: a promise that the test settles makes the detector as slow as it likes. */
  readonly hold?: Promise<unknown>;
  /** Thrown by every look. */
  readonly failure?: Error;
  /** Presence of a class that the scene does not name. */
  readonly absence?: number;
}

export interface FakeDetector extends Detector {
  readonly calls: readonly { readonly picture: Picture; readonly request: DetectRequest }[];
  /** How often `close` was called. */
  readonly closings: number;
}

/** A box with a probability: boxAt(0.9, 0.1, 0.2, 0.5, 0.6). */
export function boxAt(probability: number, x1 = 0.1, y1 = 0.1, x2 = 0.4, y2 = 0.4): DetectedBox {
  return { probability, x1, y1, x2, y2 };
}

/** Boxes of the given probabilities, side by side. */
export function boxesOf(...probabilities: readonly number[]): readonly DetectedBox[] {
  const width = 1 / Math.max(1, probabilities.length);
  return probabilities.map((probability, index) => boxAt(probability, index * width, 0.2, (index + 0.9) * width, 0.8));
}

export function fakeDetector(scene: Scene = {}, options: FakeDetectorOptions = {}): FakeDetector {
  const vocabulary = options.vocabulary ?? COCO_CATEGORIES;
  const calls: { picture: Picture; request: DetectRequest }[] = [];
  let closings = 0;
  return {
    facts: { id: "fake-detector", role: "detector", sha256: null, device: "cpu" },
    vocabulary,
    calls,
    get closings() {
      return closings;
    },
    async detect(picture, request, signal) {
      signal?.throwIfAborted();
      calls.push({ picture, request });
      await options.hold;
      signal?.throwIfAborted();
      if (closings > 0) throw new YaffleError("expert_unavailable", "The detector is closed.");
      if (options.failure !== undefined) throw options.failure;
      const seen = request.effort === "thorough" ? (options.thorough ?? scene) : scene;
      return request.targets.flatMap(({ category, classes }) => {
        const asked = vocabulary === "open" ? [category] : classes.filter((name) => vocabulary.includes(name));
        return asked.length === 0 ? [] : [detection(category, asked, seen, options.absence ?? 0.01)];
      });
    },
    async close() {
      closings += 1;
    },
  };
}

function detection(category: string, classes: readonly string[], scene: Scene, absence: number): Detection {
  const found = classes.flatMap((name) => scene[name] ?? []);
  const boxes = found.flatMap((entry) => entry.boxes ?? []).toSorted((a, b) => b.probability - a.probability);
  const presences = found.map((entry) => entry.presence ?? entry.boxes?.[0]?.probability ?? absence);
  return { category, presence: presences.length > 0 ? Math.max(...presences) : absence, boxes };
}
