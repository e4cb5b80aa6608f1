/**
 * POPE's questions for any annotated images: as many objects that are there as objects that are not.
 *
 * The absent objects are drawn in three ways (Li et al. 2023): `random`; `popular`, the classes that stand in most images; `adversarial`,
 * the classes that most often stand together with the present one. The last is the hardest: it asks for what a model would expect.
 * An annotation overlooks things, so a "no" is now and then wrong.
 */
import { YaffleError } from "../../domain/error.js";
import { type Random, seededRandom, shuffled } from "../../statistics/random.js";
import type { QuestionRow } from "./rows.js";

export const SAMPLINGS = ["random", "popular", "adversarial"] as const;
export type Sampling = (typeof SAMPLINGS)[number];

/** An image and the classes in it. */
export interface AnnotatedImage {
  readonly image: string;
  readonly categories: ReadonlySet<string>;
}

export interface QuestionPlan {
  readonly sampling: Sampling;
  /** Images to ask about, at most; drawn among those with enough classes. */
  readonly images: number;
  /** Questions of each answer about an image. */
  readonly perAnswer: number;
  readonly seed: number;
}

/** As the published files: 500 images, three questions of each answer. */
export const PUBLISHED_PLAN = { images: 500, perAnswer: 3, seed: 1 } as const;

/**
 * Questions in pairs, present then absent, ids from 1.
 * @param categories all classes of the annotation
 * @throws YaffleError `invalid_request` where no image holds `perAnswer` classes and misses as many
 */
export function makeQuestions(
  annotated: readonly AnnotatedImage[],
  categories: readonly string[],
  { sampling, images, perAnswer, seed }: QuestionPlan,
): readonly QuestionRow[] {
  const random = seededRandom(seed);
  const fitting = annotated.filter((one) => one.categories.size >= perAnswer && categories.length - one.categories.size >= perAnswer);
  if (fitting.length === 0) {
    throw new YaffleError("invalid_request", `No image has ${perAnswer} annotated classes and as many that it lacks.`, {
      faults: [{ path: "annotations", message: `no image has ${perAnswer} annotated classes and lacks ${perAnswer}` }],
    });
  }
  const counts = countTogether(annotated);
  const questions: QuestionRow[] = [];
  for (const { image, categories: present } of shuffled(fitting, random).slice(0, images)) {
    const absent = new Set(categories.filter((category) => !present.has(category)));
    for (const category of shuffled([...present], random).slice(0, perAnswer)) {
      const negative = drawAbsent(category, absent, sampling, counts, random);
      if (negative === null) continue;
      absent.delete(negative);
      questions.push(question(questions.length + 1, image, category, "yes"), question(questions.length + 2, image, negative, "no"));
    }
  }
  return questions;
}

/** Images that hold a class, and images that hold two of them together. */
interface Counts {
  readonly alone: ReadonlyMap<string, number>;
  readonly together: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function countTogether(annotated: readonly AnnotatedImage[]): Counts {
  const alone = new Map<string, number>();
  const together = new Map<string, Map<string, number>>();
  for (const { categories } of annotated) {
    for (const one of categories) {
      alone.set(one, (alone.get(one) ?? 0) + 1);
      const beside = together.get(one) ?? new Map<string, number>();
      together.set(one, beside);
      for (const other of categories) if (other !== one) beside.set(other, (beside.get(other) ?? 0) + 1);
    }
  }
  return { alone, together };
}

/** Among equally frequent classes chance decides, so that no class comes first for its name. */
function drawAbsent(present: string, absent: ReadonlySet<string>, sampling: Sampling, counts: Counts, random: Random): string | null {
  const mixed = shuffled([...absent], random);
  switch (sampling) {
    case "random":
      return mixed[0] ?? null;
    case "popular":
      return mostFrequent(mixed, counts.alone);
    case "adversarial":
      return mostFrequent(mixed, counts.together.get(present) ?? new Map());
    default:
      return sampling satisfies never;
  }
}

function mostFrequent(categories: readonly string[], counts: ReadonlyMap<string, number>): string | null {
  return categories.reduce<string | null>(
    (best, one) => (best === null || (counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best),
    null,
  );
}

function question(id: number, image: string, category: string, label: "yes" | "no"): QuestionRow {
  const article = /^[aeiou]/.test(category) ? "an" : "a";
  return { question_id: id, image, text: `Is there ${article} ${category} in the image?`, label };
}
