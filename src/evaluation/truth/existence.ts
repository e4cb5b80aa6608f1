/**
 * Questions "Is there a dog in the image?", as many to be answered yes as no, made the way of POPE (Li et al. 2023).
 *
 * Negatives are absent categories, drawn in three ways, each harder than the one before: any (random); the most frequent in the file
 * (popular); those that stand most often beside a category of the photograph (adversarial).
 */

import { drawOne, type Random, shuffled } from "../../statistics/random.js";
import { groups, type Photograph } from "./coco-file.js";
import { type Statement, withArticle } from "./statement.js";

export const SAMPLINGS = ["random", "popular", "adversarial"] as const;
export type Sampling = (typeof SAMPLINGS)[number];

/** Categories asked about in one photograph, at most: as many absent as present ones. POPE asks three. */
export const QUESTIONS_EACH_WAY = 3;

/** Asks about every photograph that has at least one box. */
export function makeExistence(photographs: readonly Photograph[], sampling: Sampling, random: Random): readonly Statement[] {
  const statistics = coOccurrence(photographs);
  return photographs.flatMap((photograph) => {
    const present = groups(photograph).map(({ category }) => category);
    const asked = shuffled(present, random).slice(0, QUESTIONS_EACH_WAY);
    const denied: string[] = [];
    for (const category of asked) {
      const absent = statistics.categories.filter((name) => !present.includes(name) && !denied.includes(name));
      const drawn = sampling === "random" ? drawOne(absent, random) : absent.toSorted(byFrequency(statistics, sampling, category))[0];
      if (drawn !== undefined) denied.push(drawn);
    }
    const ask = (truth: boolean) => (category: string) => existenceStatement(photograph.fileName, category, truth);
    return [...asked.map(ask(true)), ...denied.map(ask(false))];
  });
}

/** "Is there a dog in the image?" — "Yes." */
export function existenceStatement(photograph: string, category: string, truth: boolean): Statement {
  const verb = withArticle(category) === category ? "Are" : "Is";
  const prompt = `${verb} there ${withArticle(category)} in the image?`;
  return { photograph, prompt, response: "Yes.", kind: "existence", truth, about: category };
}

interface Statistics {
  readonly categories: readonly string[];
  /** Photographs that hold both categories, by "a\tb"; those that hold the category, by its name alone. */
  readonly photographs: ReadonlyMap<string, number>;
}

function coOccurrence(photographs: readonly Photograph[]): Statistics {
  const counts = new Map<string, number>();
  const plusOne = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  const categories = new Set<string>();
  for (const photograph of photographs) {
    const present = groups(photograph).map(({ category }) => category);
    for (const category of present) {
      categories.add(category);
      plusOne(category);
      for (const other of present) if (other !== category) plusOne(`${category}\t${other}`);
    }
  }
  return { categories: [...categories].toSorted(), photographs: counts };
}

/** The most frequent first; equal ones in the order of the alphabet. */
function byFrequency({ photographs }: Statistics, sampling: Sampling, beside: string): (a: string, b: string) => number {
  const frequency = (name: string) => photographs.get(sampling === "adversarial" ? `${beside}\t${name}` : name) ?? 0;
  return (a, b) => frequency(b) - frequency(a) || photographsOf(photographs, b) - photographsOf(photographs, a);
}

function photographsOf(photographs: ReadonlyMap<string, number>, name: string): number {
  return photographs.get(name) ?? 0;
}
