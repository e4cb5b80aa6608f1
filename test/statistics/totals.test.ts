import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/statistics/bootstrap.js";
import { totalsByCluster, totalsIntervals, totalsOf } from "../../src/statistics/totals.js";

const resampling = { seed: 1, resamples: 400 };
const share = ([totals]: readonly (readonly number[])[]) => {
  const [part = 0, whole = 0] = totals ?? [];
  return { share: whole > 0 ? part / whole : null };
};

describe("intervals of rates over sums", () => {
  it("hold the rate, within 0 and 1", () => {
    const rows = Array.from({ length: 200 }, (_, index) => [index % 4 === 0 ? 1 : 0, 1]);
    const { share: interval } = totalsIntervals([rows], share, resampling);
    const [low, high] = interval ?? [Number.NaN, Number.NaN];
    expect(low).toBeGreaterThan(0.17);
    expect(low).toBeLessThan(0.25);
    expect(high).toBeGreaterThan(0.25);
    expect(high).toBeLessThan(0.33);
  });

  it("are those of the plain bootstrap with the same seed", () => {
    const bits = Array.from({ length: 50 }, (_, index) => (index % 3 === 0 ? 1 : 0));
    const plain = bootstrapInterval(
      bits.map((bit, index) => ({ bit, name: String(index) })),
      ({ name }) => name,
      (drawn) => drawn.reduce((sum, { bit }) => sum + bit, 0) / drawn.length,
      resampling,
    );
    expect(totalsIntervals([bits.map((bit) => [bit, 1])], share, resampling)).toEqual({ share: plain });
  });

  it("are a point where all items are alike", () => {
    expect(totalsIntervals([[[1, 2]]], share, resampling)).toEqual({ share: [0.5, 0.5] });
  });

  it("leave out a rate that never has a value, and are empty without items", () => {
    expect(totalsIntervals([[[0, 0]]], share, resampling)).toEqual({});
    expect(totalsIntervals([[]], share, resampling)).toEqual({});
  });

  it("keep each stratum's number of items", () => {
    const seen = new Set<string>();
    totalsIntervals(
      [[[1], [1], [1]], [[1]]],
      (totals) => {
        seen.add(JSON.stringify(totals));
        return {};
      },
      resampling,
    );
    expect([...seen]).toEqual(["[[3],[1]]"]);
  });
});

describe("sums", () => {
  it("over clusters are the sums over all", () => {
    const row = fc.tuple(fc.nat(100), fc.nat(100));
    fc.assert(
      fc.property(fc.array(fc.record({ cluster: fc.constantFrom("a", "b", "c"), row })), (items) => {
        const clustered = totalsByCluster(
          items,
          ({ cluster }) => cluster,
          (item) => item.row,
        );
        expect(totalsOf(clustered, 2)).toEqual(
          totalsOf(
            items.map((item) => item.row),
            2,
          ),
        );
      }),
    );
  });

  it("are zeros of the stated width where there is nothing", () => {
    expect(totalsOf([], 3)).toEqual([0, 0, 0]);
  });
});
