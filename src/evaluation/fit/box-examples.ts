/** What is fitted for "this box holds an instance": every box of every class, weighted by how often the class would be named. */
import { overlap } from "../../domain/box.js";
import { type FusedBox, fuseBoxes } from "../../experts/detector/fusion.js";
import type { Instance } from "../truth/coco-file.js";
import { askedWeights } from "./asked.js";
import { type Effort, FEATURES, valuesOf } from "./features.js";
import type { Grouped } from "./grouped.js";
import type { Measured } from "./measure.js";
import type { Vocabulary } from "./vocabulary.js";

/** A box holds the instance that it overlaps this much, as COCO's and PASCAL's measures have it. */
const HOLDS = 0.5;

export interface BoxExample extends Grouped {
  readonly category: string;
}

/** Boxes that lie in a crowd are left out: its members were not drawn. */
export function boxExamples(measured: readonly Measured[], { classes, classFacts }: Vocabulary, effort: Effort): readonly BoxExample[] {
  const names = FEATURES.box[effort];
  const weights = askedWeights(measured, classes, classFacts);
  return measured.flatMap(({ looks, present }, photograph) =>
    classes.flatMap((category, index) => {
      const boxes = fuseBoxes(effort === "glance" ? looks.slice(0, 1) : looks, index);
      const truths = match(boxes, present.get(category)?.instances ?? []);
      return boxes.flatMap((box, place) => {
        const truth = truths[place] ?? null;
        if (truth === null) return [];
        const features = valuesOf(box.features, classFacts[index], names);
        return [{ category, photograph, truth, weight: weights[photograph]?.[index] ?? 0, features }];
      });
    }),
  );
}

/** Whether each box holds an instance that no likelier one holds; null where it lies in a crowd, whose members were not drawn. */
function match(boxes: readonly FusedBox[], instances: readonly Instance[]): readonly (boolean | null)[] {
  const free = new Set(instances.filter(({ crowd }) => !crowd));
  return boxes.map(({ box }) => {
    const held = [...free]
      .filter((instance) => overlap(instance.box, box) >= HOLDS)
      .sort((a, b) => overlap(b.box, box) - overlap(a.box, box))[0];
    if (held !== undefined) free.delete(held);
    const isInCrowd = instances.some((instance) => instance.crowd && overlap(instance.box, box) > 0.1);
    return held !== undefined ? true : isInCrowd ? null : false;
  });
}
