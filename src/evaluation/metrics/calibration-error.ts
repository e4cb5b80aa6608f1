/**
 * Whether 0.8 means 0.8: how far stated probabilities lie from what came true.
 *
 * Expected calibration error (Naeini et al. 2015; Guo et al. 2017): claims fall into bins by probability; the error is the mean
 * distance between a bin's mean probability and its share of true claims, weighted by its claims. Two cuts are offered, because
 * each hides something: ten bins of equal width (the usual figure; nearly empty bins are noise), and ten of equal mass (bins of
 * equally many claims; probabilities that are equal stay in one bin). On few claims both come out too high even for a perfect
 * expert, so a figure without its interval says little.
 */
import type { Random } from "../../statistics/random.js";
import type { Guess } from "./forced-choice.js";

export interface ReliabilityBin {
  /** Probabilities in the bin, lowest and highest edge. */
  readonly from: number;
  readonly to: number;
  readonly claims: number;
  /** Mean stated probability, and the share of claims that are true; 0 to 1. */
  readonly stated: number;
  readonly observed: number;
}

export const BINS = 10;

interface Certain {
  readonly truth: boolean;
  readonly probability: number;
}

/** Bins of equal width, empty ones left out; claims without a probability are skipped. The last bin holds 1 itself. */
export function equalWidthBins(guesses: readonly Guess[], bins: number = BINS): readonly ReliabilityBin[] {
  const known = withProbability(guesses);
  return Array.from({ length: bins }, (_, index) => {
    const inside = known.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === index);
    return inside.length === 0 ? [] : [summarised(inside, index / bins, (index + 1) / bins)];
  }).flat();
}

/** Bins of about equally many claims, by rising probability; equal probabilities are never parted, so there may be fewer bins. */
export function equalMassBins(guesses: readonly Guess[], bins: number = BINS): readonly ReliabilityBin[] {
  const known = withProbability(guesses).toSorted((a, b) => a.probability - b.probability);
  const made: ReliabilityBin[] = [];
  let start = 0;
  for (let bin = 1; bin <= bins; bin++) {
    let end = Math.round((known.length * bin) / bins);
    while (end > 0 && end < known.length && known[end]?.probability === known[end - 1]?.probability) end++;
    const inside = known.slice(start, end);
    const [first, last] = [inside[0], inside.at(-1)];
    if (first === undefined || last === undefined) continue;
    made.push(summarised(inside, first.probability, last.probability));
    start = end;
  }
  return made;
}

/** Mean distance between stated and observed over the bins, weighted by claims; null where there are none. */
export function calibrationError(bins: readonly ReliabilityBin[]): number | null {
  const claims = bins.reduce((sum, bin) => sum + bin.claims, 0);
  if (claims === 0) return null;
  return bins.reduce((sum, bin) => sum + bin.claims * Math.abs(bin.stated - bin.observed), 0) / claims;
}

/** A guess at a claim that may be asked several times, and then comes true or not each time alike. */
export interface AskedGuess extends Guess {
  /** Equal for the same claim about the same photograph. */
  readonly claim: string;
}

/** So many times the claims are drawn anew; the mean of so many is known to a thousandth. */
const DRAWS = 400;

/**
 * The error (bins of equal width) that claims with these very probabilities would have if each probability were exactly right: each claim
 * is drawn true with its stated probability, many times over. What an error lies above this is the expert's; what lies below is luck.
 * @returns the mean over the draws; null where there are no claims
 */
export function calibrationErrorByChance(guesses: readonly AskedGuess[], random: Random): number | null {
  const known = guesses.filter(({ probability }) => probability !== null);
  if (known.length === 0) return null;
  const claims = new Map(known.map(({ claim, probability }) => [claim, probability ?? 0]));
  let sum = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const cameTrue = new Map([...claims].map(([claim, probability]) => [claim, random() < probability]));
    sum += calibrationError(equalWidthBins(known.map((guess) => ({ ...guess, truth: cameTrue.get(guess.claim) ?? false })))) ?? 0;
  }
  return sum / DRAWS;
}

function withProbability(guesses: readonly Guess[]): readonly Certain[] {
  return guesses.flatMap(({ truth, probability }) => (probability === null ? [] : [{ truth, probability }]));
}

function summarised(inside: readonly Certain[], from: number, to: number): ReliabilityBin {
  const stated = inside.reduce((sum, { probability }) => sum + probability, 0) / inside.length;
  const observed = inside.filter(({ truth }) => truth).length / inside.length;
  return { from, to, claims: inside.length, stated, observed };
}
