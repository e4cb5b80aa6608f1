/**
 * How good probabilities are wherever the line is drawn: what forced choice at one half and a policy's lines leave out.
 *
 * Claims without a probability are skipped.
 */
import type { Guess } from "./forced-choice.js";

/** Probabilities are held off 0 and 1 by this much, so that one sure mistake does not make a loss infinite. */
const EDGE = 1e-4;

/**
 * The area under the receiver operating characteristic: how often a true claim has a higher probability than a false one, ties half
 * (the Mann-Whitney statistic; Hanley and McNeil 1982).
 * @returns 0 to 1, 0.5 by chance; null where there are no true or no false claims
 */
export function areaUnderCurve(guesses: readonly Guess[]): number | null {
  const known = withProbability(guesses).toSorted((a, b) => a.probability - b.probability);
  let pairs = 0;
  let falseBelow = 0;
  for (let start = 0; start < known.length; ) {
    let end = start;
    while (end < known.length && known[end]?.probability === known[start]?.probability) end += 1;
    const tied = known.slice(start, end);
    const trueHere = tied.filter(({ truth }) => truth).length;
    const falseHere = tied.length - trueHere;
    pairs += trueHere * (falseBelow + falseHere / 2);
    falseBelow += falseHere;
    start = end;
  }
  const all = (known.length - falseBelow) * falseBelow;
  return all === 0 ? null : pairs / all;
}

/** The mean negative logarithm of the probability that the truth was given, in nats; lower is better, 0.693 for knowing nothing. Null for no claims. */
export function logLoss(guesses: readonly Guess[]): number | null {
  const known = withProbability(guesses);
  if (known.length === 0) return null;
  const losses = known.map(({ truth, probability }) => {
    const held = Math.min(1 - EDGE, Math.max(EDGE, probability));
    return -Math.log(truth ? held : 1 - held);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / known.length;
}

function withProbability(guesses: readonly Guess[]): readonly { readonly truth: boolean; readonly probability: number }[] {
  return guesses.flatMap(({ truth, probability }) => (probability === null ? [] : [{ truth, probability }]));
}
