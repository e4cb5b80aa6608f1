/**
 * How many of n independent events happen, when event i has probability p[i]: the Poisson binomial distribution.
 *
 * Source: Y. Hong, "On computing the distribution function for the Poisson binomial distribution", Computational Statistics & Data
 * Analysis 59 (2013). Computed event by event, O(n²), which is exact to rounding; n is the number of boxes of one category.
 *
 * @param probabilities each in [0, 1]
 * @returns n + 1 chances that sum to 1; the k-th is that of exactly k events
 */
export function poissonBinomial(probabilities: readonly number[]): readonly number[] {
  let chances: readonly number[] = [1];
  for (const happens of probabilities) {
    chances = [...chances, 0].map((chance, events) => chance * (1 - happens) + (chances[events - 1] ?? 0) * happens);
  }
  return chances;
}

/** Chance of at least `least` events. */
export function chanceOfAtLeast(least: number, probabilities: readonly number[]): number {
  return poissonBinomial(probabilities)
    .slice(Math.max(0, least))
    .reduce((sum, chance) => sum + chance, 0);
}
