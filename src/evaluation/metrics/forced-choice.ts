/**
 * Forced choice: every claim is answered yes or no, as POPE (Li et al. 2023) asks it. Positive class: the claim is true.
 *
 * A claim of which no expert said anything stands as the model stated it: it counts as a yes, and under `missing`.
 */

/** A claim of known truth with the probability that it was given; null where no expert said anything. */
export interface Guess {
  readonly truth: boolean;
  readonly probability: number | null;
}

/** At or above this probability the answer is yes. */
export const YES_FROM = 0.5;

export interface ForcedChoice {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly trueNegative: number;
  readonly falseNegative: number;
  /** Shares from 0 to 1; null where nothing stands below the line. */
  readonly accuracy: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** Answered yes, of all. */
  readonly yesRatio: number | null;
  /** Claims without a probability. */
  readonly missing: number;
}

export function forcedChoice(guesses: readonly Guess[]): ForcedChoice {
  const count = (truth: boolean, yes: boolean) =>
    guesses.filter((guess) => guess.truth === truth && (guess.probability ?? 1) >= YES_FROM === yes).length;
  const truePositive = count(true, true);
  const falsePositive = count(false, true);
  const trueNegative = count(false, false);
  const falseNegative = count(true, false);
  return {
    truePositive,
    falsePositive,
    trueNegative,
    falseNegative,
    accuracy: share(truePositive + trueNegative, guesses.length),
    precision: share(truePositive, truePositive + falsePositive),
    recall: share(truePositive, truePositive + falseNegative),
    f1: share(2 * truePositive, 2 * truePositive + falsePositive + falseNegative),
    yesRatio: share(truePositive + falsePositive, guesses.length),
    missing: guesses.filter(({ probability }) => probability === null).length,
  };
}

/** Part of a whole; null where the whole is nothing. */
export function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
