/** What is fitted for "the picture holds at least one": every class of every photograph, weighted by how often it would be named. */
import { classFeatures } from "../../experts/detector/fusion.js";
import { askedWeights } from "./asked.js";
import { type Effort, type FeatureName, presenceFeatures, valuesOf } from "./features.js";
import type { Grouped } from "./grouped.js";
import type { Measured } from "./measure.js";
import type { Vocabulary } from "./vocabulary.js";

/** One example for each photograph and class, in that order. */
export function presenceExamples(measured: readonly Measured[], { classes, classFacts }: Vocabulary, effort: Effort): readonly Grouped[] {
  const names = presenceNames(measured, classes.length, effort);
  const weights = askedWeights(measured, classes, classFacts);
  return measured.flatMap(({ looks, present }, photograph) =>
    classes.map((name, index) => ({
      features: valuesOf(classFeatures(effort === "glance" ? looks.slice(0, 1) : looks, index), classFacts[index], names),
      truth: present.has(name),
      weight: weights[photograph]?.[index] ?? 0,
      photograph,
    })),
  );
}

/** What each example's features are, in their order. */
export function presenceNames(measured: readonly Measured[], classes: number, effort: Effort): readonly FeatureName[] {
  return presenceFeatures(
    measured.flatMap(({ looks }) => looks),
    classes,
    effort,
  );
}
