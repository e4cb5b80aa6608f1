/** How many letters must be changed, added or left out to make one writing of another. */

/** Edit distance. Source: V. Levenshtein, "Binary codes capable of correcting deletions, insertions, and reversals" (1966). */
export function distance(a: string, b: string): number {
  const row = lastRow(
    a,
    Array.from({ length: b.length + 1 }, (_, index) => index),
    b,
  );
  return row[b.length] ?? 0;
}

/**
 * Distance from the nearest run of letters in `whole`: what stands before and after it costs nothing.
 * Source: P. H. Sellers, "The theory and computation of evolutionary distances: pattern recognition" (1980).
 */
export function distanceToPart(part: string, whole: string): number {
  const row = lastRow(
    part,
    Array.from({ length: whole.length + 1 }, () => 0),
    whole,
  );
  return Math.min(...row);
}

function lastRow(a: string, first: readonly number[], b: string): readonly number[] {
  let row = first;
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row;
}
