/** Detectors of the kinds of thing that they were taught: DETR, YOLOS, RT-DETR, D-FINE and their like. */

import { takeOver } from "./fitting.js";
import type { Found } from "./messages.js";
import { floatsOf, type Loaded, loadImageProcessor, loadModel, runModel, type Source } from "./parts.js";

/** These weigh a place's kinds against each other and against nothing; the others score each kind for itself. */
const WEIGH_AGAINST_NOTHING: ReadonlySet<string> = new Set(["detr", "yolos"]);

/** YOLOS cuts its picture into whole patches. */
const PATCH: Readonly<Record<string, number>> = { yolos: 16 };

export const DETECTORS = ["detr", "yolos", "rt_detr", "rt_detr_v2", "rf_detr", "d_fine"] as const;

export async function loadDetection(source: Source): Promise<Loaded<"detect">> {
  const { library, folder } = source;
  const model = await loadModel(library.AutoModelForObjectDetection, source);
  const processor = await loadImageProcessor(source);
  const { toSize } = takeOver(library, processor, PATCH[folder.architecture]);
  const isSoftmax = WEIGH_AGAINST_NOTHING.has(folder.architecture);
  return {
    labels: labelsOf(model.config),
    perform: async ({ picture }) => {
      const outputs = await runModel(model, await processor([await toSize(picture)]));
      const { values, shape } = floatsOf(outputs, "logits");
      const { values: boxes } = floatsOf(outputs, "pred_boxes");
      const classes = shape.at(-1) ?? 0;
      return isSoftmax ? againstNothing(values, classes, boxes) : { boxes: corners(boxes), scores: values.map(sigmoid), classes };
    },
    dispose: async () => {
      await model.dispose();
    },
  };
}

/** The last class is nothing: it takes part, and is left out of what is told. */
function againstNothing(logits: Float32Array, classes: number, boxes: Float32Array): Found {
  const places = logits.length / classes;
  const scores = new Float32Array(places * (classes - 1));
  for (let place = 0; place < places; place += 1) {
    const row = logits.subarray(place * classes, (place + 1) * classes);
    const most = row.reduce((before, value) => Math.max(before, value), Number.NEGATIVE_INFINITY);
    const powers = row.map((value) => Math.exp(value - most));
    const sum = powers.reduce((before, value) => before + value, 0);
    scores.set(
      powers.subarray(0, classes - 1).map((value) => value / sum),
      place * (classes - 1),
    );
  }
  return { boxes: corners(boxes), scores, classes: classes - 1 };
}

/** Center and sides to left, top, right, bottom. */
export function corners(boxes: Float32Array): Float32Array {
  const sides = new Float32Array(boxes.length);
  for (let at = 0; at < boxes.length; at += 4) {
    const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(at, at + 4);
    sides.set([x - width / 2, y - height / 2, x + width / 2, y + height / 2], at);
  }
  return sides;
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function labelsOf(config: unknown): readonly string[] {
  const names = typeof config === "object" && config !== null && "id2label" in config ? config.id2label : null;
  if (typeof names !== "object" || names === null) throw new Error("its configuration names no kinds of thing (id2label)");
  const entries = Object.entries(names).map(([index, name]) => [Number(index), String(name)] as const);
  return entries.toSorted(([a], [b]) => a - b).map(([, name]) => name);
}
