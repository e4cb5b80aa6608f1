/** How probable a whole caption is, and whether the false one of a pair came out less probable. */

/**
 * Nothing is surer than this. A single probability of 0 would otherwise decide a whole caption with minus infinity, and no expert
 * here is right more often than 999 times in 1000.
 */
export const SURENESS_LIMIT = 0.001;

/** Mean log-odds of a caption's claims: above 0 more likely true than not. Null probabilities are skipped; 0 when none is left. */
export function captionScore(probabilities: readonly (number | null)[]): number {
  const known = probabilities.filter((probability) => probability !== null);
  if (known.length === 0) return 0;
  return known.reduce((sum, probability) => sum + logOdds(probability), 0) / known.length;
}

/** 1 where the false caption scores lower, 0 where it scores higher, a half for a tie. */
export function pairCredit(trueScore: number, falseScore: number): number {
  if (trueScore === falseScore) return 0.5;
  return trueScore > falseScore ? 1 : 0;
}

function logOdds(probability: number): number {
  const limited = Math.min(1 - SURENESS_LIMIT, Math.max(SURENESS_LIMIT, probability));
  return Math.log(limited / (1 - limited));
}
