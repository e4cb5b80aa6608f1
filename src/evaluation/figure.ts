/** One measured number: its 95% interval, on how much it stands, and what it is compared with. */
import { bootstrapInterval, type Interval, type Resampling } from "../statistics/bootstrap.js";

export interface Figure {
  /** "existence.random.accuracy": stable, for comparing runs. */
  readonly id: string;
  /** Null where nothing could be measured. */
  readonly value: number | null;
  /** 95%, resampled by photograph; null where there is no value, and for plain counts. */
  readonly interval: Interval | null;
  readonly items: number;
  readonly photographs: number;
}

/** Anything that was measured on a photograph. */
export interface OnPhotograph {
  readonly photograph: string;
}

export type Statistic<Item> = (items: readonly Item[]) => number | null;

/** One figure for each statistic over the same items, each named `prefix.name`. */
export function figures<Item extends OnPhotograph>(
  prefix: string,
  items: readonly Item[],
  statistics: Readonly<Record<string, Statistic<Item>>>,
  resampling: Resampling,
): readonly Figure[] {
  const photographs = new Set(items.map(({ photograph }) => photograph)).size;
  return Object.entries(statistics).map(([name, statistic]) => ({
    id: `${prefix}.${name}`,
    value: statistic(items),
    interval: bootstrapInterval(items, ({ photograph }) => photograph, statistic, resampling),
    items: items.length,
    photographs,
  }));
}

/** A figure that is a plain number of things. */
export function tally(id: string, value: number): Figure {
  return { id, value, interval: null, items: value, photographs: 0 };
}
