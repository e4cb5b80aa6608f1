/**
 * Statements "There are three dogs in the image." from boxes: the true number of a category with one to five instances, and a wrong
 * number from one to five. Categories with a crowd are left out, because its members were not counted.
 *
 * Even without a crowd people miss what is small or far away, so a true number is sometimes too low.
 */
import { plural } from "../../language/grammar.js";
import { drawOne, type Random } from "../../statistics/random.js";
import { groups, type Photograph } from "./coco-file.js";
import type { Statement } from "./statement.js";

const NUMBERS = ["one", "two", "three", "four", "five"] as const;

/** A true and a false statement for each countable category. */
export function makeCounts(photographs: readonly Photograph[], random: Random): readonly Statement[] {
  return photographs.flatMap((photograph) =>
    groups(photograph).flatMap(({ category, instances, crowded }) => {
      const wrong = drawOne(
        NUMBERS.map((_, index) => index + 1).filter((value) => value !== instances.length),
        random,
      );
      if (crowded || instances.length > NUMBERS.length || wrong === undefined) return [];
      return [
        countStatement(photograph.fileName, category, instances.length, true),
        countStatement(photograph.fileName, category, wrong, false),
      ];
    }),
  );
}

/** @param value from one to five */
export function countStatement(photograph: string, category: string, value: number, truth: boolean): Statement {
  const number = NUMBERS[value - 1] ?? String(value);
  const response = `There ${value === 1 ? "is" : "are"} ${number} ${counted(category, value)} in the image.`;
  return { photograph, prompt: null, response, kind: "count", truth, about: category };
}

function counted(category: string, value: number): string {
  if (category === "scissors") return value === 1 ? "pair of scissors" : "pairs of scissors";
  if (category === "skis") return value === 1 ? "pair of skis" : "pairs of skis";
  return value === 1 ? category : plural(category);
}
