/**
 * McNemar's test (1947), exact: whether two judges of the same items say yes equally often.
 *
 * Only items on which they differ speak; where nothing but chance decides which of the two says yes, their split is that of a fair
 * coin. Exact, since few responses differ and the usual chi-square approximation is wrong for few. Items must not hang on each other.
 */

/**
 * Two-sided.
 * @param onlyFirst items where the first says yes and the second no, at least 0; `onlySecond` the other way round
 * @returns the chance of a split at least as uneven, 0 to 1; 1 where they never differ
 */
export function mcnemarExact(onlyFirst: number, onlySecond: number): number {
  const flips = onlyFirst + onlySecond;
  const fewer = Math.min(onlyFirst, onlySecond);
  if (2 * fewer >= flips - 1) return 1;
  // log of C(flips, fewer) / 2^flips; the terms below it are had by their ratios
  let logTerm = -flips * Math.LN2;
  for (let heads = 1; heads <= fewer; heads += 1) logTerm += Math.log((flips - heads + 1) / heads);
  let [sum, term] = [0, 1];
  for (let heads = fewer; heads >= 0; heads -= 1) {
    sum += term;
    term *= heads / (flips - heads + 1);
  }
  return Math.min(1, 2 * Math.exp(logTerm) * sum);
}
