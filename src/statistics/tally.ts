/**
 * 95% intervals of a share, over items that are counted and not kept: memory does not grow with their number.
 *
 * An item (a response) has so many hits and misses (refuted and supported claims); its claims stand or fall together, so items are
 * resampled and not claims. Items that are alike are one count, and drawing each item a Poisson(1) number of times is drawing that count
 * from Poisson(count): the Poisson bootstrap (Chamandy et al., "Estimating uncertainty for massive data streams", 2012). Its cost hangs
 * on how many kinds of item there are, not on how many items, and the order of the items does not matter. Percentile interval; where the
 * share is 0 or 1 no resampling differs, and Wilson's score interval (1927) over the items says what so few of them can show.
 */
import { type Interval, intervalOf, type Resampling } from "./bootstrap.js";
import { type Random, seededRandom } from "./random.js";

/** Of the normal distribution, for 95%. */
const Z = 1.959964;

/** Above this the normal approximation stands for the Poisson distribution. */
const MANY = 50;

interface Kind {
  readonly hits: number;
  readonly misses: number;
  items: number;
}

/** Counts items by their hits and misses. */
export class Tally {
  readonly #kinds = new Map<string, Kind>();

  add(hits: number, misses: number): void {
    const key = `${hits}/${misses}`;
    const kind = this.#kinds.get(key);
    if (kind === undefined) this.#kinds.set(key, { hits, misses, items: 1 });
    else kind.items += 1;
  }

  /** hits / (hits + misses) over all items; null where there is neither. */
  share(): number | null {
    return shareOf([...this.#kinds.values()], ({ items }) => items);
  }

  /** The interval of `share`; null where it has no value. */
  interval({ seed, resamples }: Resampling): Interval | null {
    const share = this.share();
    if (share === 0 || share === 1) return wilsonAtEnd(share, this.#items());
    const random = seededRandom(seed);
    const kinds = [...this.#kinds.values()].sort((a, b) => a.hits - b.hits || a.misses - b.misses);
    const values: number[] = [];
    for (let round = 0; round < resamples; round += 1) {
      const value = shareOf(kinds, ({ items }) => poisson(items, random));
      if (value !== null) values.push(value);
    }
    return intervalOf(values);
  }

  /** That have a hit or a miss. */
  #items(): number {
    return [...this.#kinds.values()].reduce((sum, { hits, misses, items }) => sum + (hits + misses > 0 ? items : 0), 0);
  }
}

function wilsonAtEnd(share: 0 | 1, items: number): Interval {
  const width = Z ** 2 / (items + Z ** 2);
  return share === 0 ? [0, width] : [1 - width, 1];
}

function shareOf(kinds: readonly Kind[], timesOf: (kind: Kind) => number): number | null {
  let [hits, all] = [0, 0];
  for (const kind of kinds) {
    const times = timesOf(kind);
    hits += times * kind.hits;
    all += times * (kind.hits + kind.misses);
  }
  return all === 0 ? null : hits / all;
}

/** A number of Poisson distribution: by products of uniform numbers (Knuth) where the mean is small, else by Box and Muller's normal. */
function poisson(mean: number, random: Random): number {
  if (mean > MANY) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const least = Math.exp(-mean);
  let number = 0;
  for (let product = random(); product > least; product *= random()) number += 1;
  return number;
}
