/** What a stated number allows: "two", "at least three", "about a dozen". */
import type { Quantity } from "../domain/claim.js";

/** "about ten" allows a quarter more or less, and at least one. */
const ABOUT_SHARE = 0.25;

/** Whether so many instances make the quantity true. */
export function allows({ relation, value }: Quantity, instances: number): boolean {
  switch (relation) {
    case "exactly":
      return instances === value;
    case "at_least":
      return instances >= value;
    case "at_most":
      return instances <= value;
    case "about":
      return Math.abs(instances - value) <= Math.max(1, value * ABOUT_SHARE);
    default:
      return relation satisfies never;
  }
}

/** The fewest instances that make the quantity true. */
export function least({ relation, value }: Quantity): number {
  if (relation === "at_most") return 0;
  return relation === "about" ? value - Math.max(1, value * ABOUT_SHARE) : value;
}
