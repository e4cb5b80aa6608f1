import { describe, expect, it } from "vitest";
import { seededRandom } from "../../src/statistics/random.js";
import { Tally } from "../../src/statistics/tally.js";
import { totalsIntervals } from "../../src/statistics/totals.js";

const RESAMPLING = { seed: 1, resamples: 1000 };

describe("a tally", () => {
  it("has no share and no interval without items", () => {
    const tally = new Tally();
    expect([tally.share(), tally.interval(RESAMPLING)]).toEqual([null, null]);
  });

  it("has a point for an interval where all items are alike", () => {
    const tally = new Tally();
    for (let item = 0; item < 100; item += 1) tally.add(1, 3);
    expect([tally.share(), tally.interval(RESAMPLING)]).toEqual([0.25, [0.25, 0.25]]);
  });

  it("does not take no hit among few for proof that there are none", () => {
    const [never, always] = [new Tally(), new Tally()];
    for (let item = 0; item < 10; item += 1) {
      never.add(0, 5);
      always.add(5, 0);
    }
    never.add(0, 0);
    expect(never.interval(RESAMPLING)?.[0]).toBe(0);
    expect(never.interval(RESAMPLING)?.[1]).toBeCloseTo(0.2775, 4);
    expect(always.interval(RESAMPLING)?.[0]).toBeCloseTo(0.7225, 4);
  });

  it("has about the interval of a bootstrap that keeps every item", () => {
    const random = seededRandom(5);
    const items = Array.from({ length: 2000 }, () => [Math.floor(random() * 4), Math.floor(random() * 9)] as const);
    const tally = new Tally();
    for (const [hits, misses] of items) tally.add(hits, misses);
    const kept = totalsIntervals(
      [items],
      ([totals]) => ({ share: (totals?.[0] ?? 0) / ((totals?.[0] ?? 0) + (totals?.[1] ?? 0)) }),
      RESAMPLING,
    );
    const [low = 0, high = 0] = tally.interval(RESAMPLING) ?? [];
    expect(low).toBeCloseTo(kept["share"]?.[0] ?? Number.NaN, 2);
    expect(high).toBeCloseTo(kept["share"]?.[1] ?? Number.NaN, 2);
    expect(high - low).toBeGreaterThan(0.015);
  });

  it("does not ask in what order items came", () => {
    const [forth, back] = [new Tally(), new Tally()];
    const items = Array.from({ length: 50 }, (_, item) => [item % 3, item % 7] as const);
    for (const [hits, misses] of items) forth.add(hits, misses);
    for (const [hits, misses] of items.toReversed()) back.add(hits, misses);
    expect(forth.interval(RESAMPLING)).toEqual(back.interval(RESAMPLING));
  });
});
