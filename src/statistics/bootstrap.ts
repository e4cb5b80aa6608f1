/**
 * 95% intervals by the bootstrap (Efron 1979), resampled by photograph.
 *
 * Claims about one photograph stand or fall together: what the detector misses there is missed by all of them. So whole photographs
 * are drawn, not claims; drawing claims would make the intervals too narrow. Percentile interval; with few photographs it is still
 * a little narrow.
 */
import { drawOne, seededRandom } from "./random.js";

/** Low and high end. */
export type Interval = readonly [number, number];

export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
}

/**
 * The interval of a statistic over items that belong to photographs.
 * @param photographOf names the photograph (the cluster) of an item
 * @param statistic of any selection of the items; null where it has no value there, and then that selection is left out
 * @returns null where the statistic has no value on any selection
 */
export function bootstrapInterval<Item>(
  items: readonly Item[],
  photographOf: (item: Item) => string,
  statistic: (items: readonly Item[]) => number | null,
  { seed, resamples }: Resampling,
): Interval | null {
  const clusters = grouped(items, photographOf);
  const random = seededRandom(seed);
  const values: number[] = [];
  for (let round = 0; round < resamples; round++) {
    const value = statistic(clusters.flatMap(() => drawOne(clusters, random) ?? []));
    if (value !== null) values.push(value);
  }
  return intervalOf(values);
}

/** The middle 95% of a statistic's values over the resamplings; null where there are none. */
export function intervalOf(values: readonly number[]): Interval | null {
  const sorted = Float64Array.from(values).sort();
  const low = quantile(sorted, 0.025);
  const high = quantile(sorted, 0.975);
  return low === null || high === null ? null : [low, high];
}

function grouped<Item>(items: readonly Item[], photographOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const name = photographOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

/** Of sorted values, between neighbors in proportion; null where there are none. */
function quantile(sorted: Float64Array, share: number): number | null {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}
