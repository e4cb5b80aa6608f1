/**
 * 95% bootstrap intervals of rates that are functions of sums: a precision, an F1, a CHAIR-i.
 *
 * Each item carries a row of numbers; a resampling adds the rows of items drawn with replacement and asks for the rates of the sums, so
 * a round costs one addition a number and hundred thousand items stay affordable. Percentile interval (Efron 1979); with few items
 * it is a little narrow, and with one it is a point.
 */
import { type Interval, intervalOf, type Resampling } from "./bootstrap.js";
import { type Random, seededRandom } from "./random.js";

/** Sums of the items' rows, one number a column. */
export type Totals = readonly number[];

/** Rates by name; null where a rate has no value on these sums. */
export type Rates = Readonly<Record<string, number | null>>;

/**
 * @param strata groups of items that are drawn apart, each keeping its number of items (the tasks of a benchmark); rows of one group
 *   are equally long. One item is what stands or falls together: all questions about one picture, not one question.
 * @param ratesOf of the totals, one a stratum
 * @returns an interval for every rate that has a value in at least one resampling
 */
export function totalsIntervals(
  strata: readonly (readonly Totals[])[],
  ratesOf: (totals: readonly Totals[]) => Rates,
  { seed, resamples }: Resampling,
): Readonly<Record<string, Interval>> {
  const random = seededRandom(seed);
  const packed = strata.map(pack);
  const drawn = new Map<string, number[]>();
  for (let round = 0; round < resamples; round++) {
    const rates = ratesOf(packed.map((stratum) => resampled(stratum, random)));
    for (const [name, value] of Object.entries(rates)) {
      const values = drawn.get(name) ?? [];
      if (value !== null) values.push(value);
      drawn.set(name, values);
    }
  }
  return Object.fromEntries(
    [...drawn].flatMap(([name, values]) => {
      const interval = intervalOf(values);
      return interval === null ? [] : [[name, interval] as const];
    }),
  );
}

/** The sums over all rows. `width` says how long they are where there is no row. */
export function totalsOf(rows: readonly Totals[], width: number = rows[0]?.length ?? 0): Totals {
  const totals = Array.from({ length: width }, () => 0);
  for (const row of rows) {
    for (let column = 0; column < width; column++) totals[column] = (totals[column] ?? 0) + (row[column] ?? 0);
  }
  return totals;
}

/** Rows of the same cluster added up, in the order in which the clusters first appear. */
export function totalsByCluster<Item>(
  items: readonly Item[],
  clusterOf: (item: Item) => string,
  rowOf: (item: Item) => Totals,
): readonly Totals[] {
  const clusters = new Map<string, number[]>();
  for (const item of items) {
    const row = rowOf(item);
    const sums = clusters.get(clusterOf(item));
    if (sums === undefined) clusters.set(clusterOf(item), [...row]);
    else for (let column = 0; column < row.length; column++) sums[column] = (sums[column] ?? 0) + (row[column] ?? 0);
  }
  return [...clusters.values()];
}

interface Packed {
  readonly count: number;
  readonly width: number;
  readonly numbers: Float64Array;
}

function pack(rows: readonly Totals[]): Packed {
  const width = rows[0]?.length ?? 0;
  const numbers = new Float64Array(rows.length * width);
  rows.forEach((row, index) => {
    numbers.set(row, index * width);
  });
  return { count: rows.length, width, numbers };
}

function resampled({ count, width, numbers }: Packed, random: Random): Totals {
  const sums = new Float64Array(width);
  for (let drawn = 0; drawn < count; drawn++) {
    const start = Math.floor(random() * count) * width;
    for (let column = 0; column < width; column++) sums[column] = (sums[column] ?? 0) + (numbers[start + column] ?? 0);
  }
  return Array.from(sums);
}
