/**
 * 95% bootstrap intervals of rates that are functions of sums: a precision, an F1, a CHAIR-i.
 *
 * Each item carries a row of numbers; a resampling adds the rows of items drawn with replacement and asks for the rates of the sums, so
 * a round costs one draw an item and hundred thousand items stay affordable. Percentile interval (Efron 1979); with few items
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

/** Rows that are alike are kept once: counts of few kinds of row are drawn, and the sums made of the counts. */
interface Packed {
  readonly width: number;
  /** The kind of each item. */
  readonly kinds: Uint32Array;
  readonly rows: readonly Totals[];
}

function pack(rows: readonly Totals[]): Packed {
  const places = new Map<string, number>();
  const distinct: Totals[] = [];
  const kinds = Uint32Array.from(rows, (row) => {
    const key = row.join();
    const place = places.get(key) ?? distinct.push(row) - 1;
    places.set(key, place);
    return place;
  });
  return { width: rows[0]?.length ?? 0, kinds, rows: distinct };
}

function resampled({ width, kinds, rows }: Packed, random: Random): Totals {
  const drawn = new Uint32Array(rows.length);
  for (let draw = 0; draw < kinds.length; draw++) {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? 0;
    drawn[kind] = (drawn[kind] ?? 0) + 1;
  }
  const sums = Array.from({ length: width }, () => 0);
  rows.forEach((row, kind) => {
    const times = drawn[kind] ?? 0;
    for (let column = 0; column < width; column++) sums[column] = (sums[column] ?? 0) + times * (row[column] ?? 0);
  });
  return sums;
}
