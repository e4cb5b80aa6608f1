import { describe, expect, it } from "vitest";
import { bootstrapInterval } from "../../src/statistics/bootstrap.js";

interface Item {
  readonly photograph: string;
  readonly right: boolean;
}

const photographOf = ({ photograph }: Item) => photograph;
const accuracy = (items: readonly Item[]) => (items.length === 0 ? null : items.filter(({ right }) => right).length / items.length);
const resampling = { seed: 1, resamples: 1000 };

/** 200 claims, half of them right: `each` claims a photograph, which are all right or all wrong. */
function items(each: number): readonly Item[] {
  return Array.from({ length: 200 }, (_, index) => {
    const photograph = Math.floor(index / each);
    return { photograph: String(photograph), right: photograph % 2 === 0 };
  });
}

describe("a bootstrap interval", () => {
  it("of independent claims is that of the binomial, nearly", () => {
    const [low, high] = bootstrapInterval(items(1), photographOf, accuracy, resampling) ?? [];
    const halfWidth = 1.96 * Math.sqrt(0.25 / 200);
    expect(low).toBeCloseTo(0.5 - halfWidth, 1);
    expect(high).toBeCloseTo(0.5 + halfWidth, 1);
  });

  it("is wider where the claims of a photograph stand or fall together", () => {
    const width = (each: number) => {
      const [low = 0, high = 0] = bootstrapInterval(items(each), photographOf, accuracy, resampling) ?? [];
      return high - low;
    };
    expect(width(10)).toBeGreaterThan(2.5 * width(1));
  });

  it("is the same for the same seed", () => {
    expect(bootstrapInterval(items(5), photographOf, accuracy, resampling)).toEqual(
      bootstrapInterval(items(5), photographOf, accuracy, resampling),
    );
  });

  it("is a point where there is but one photograph, and nothing where there is none", () => {
    expect(bootstrapInterval(items(200), photographOf, accuracy, resampling)).toEqual([1, 1]);
    expect(bootstrapInterval([], photographOf, accuracy, resampling)).toBeNull();
  });

  it("leaves out selections on which the statistic has no value", () => {
    const onlyRight = (some: readonly Item[]) => (some.some(({ right }) => !right) ? null : 1);
    expect(bootstrapInterval(items(100), photographOf, onlyRight, resampling)).toEqual([1, 1]);
  });
});
