import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Box } from "../../../src/domain/box.js";
import { SPATIAL_PREDICATES, type SpatialPredicate } from "../../../src/domain/claim.js";
import { compare } from "../../../src/experts/geometry/compare.js";

const size = { width: 640, height: 480 };

function at(x1: number, y1: number, x2: number, y2: number): Box {
  return { x1, y1, x2, y2 };
}

/** The verdict of a margin that is wide enough to be trusted; null where it is not. */
function clearly(predicate: SpatialPredicate, subject: Box, ...targets: readonly Box[]): boolean | null {
  const position = compare(predicate, subject, targets, size);
  return position === null || position.margin < 0.25 ? null : position.holds;
}

const table = at(0.2, 0.5, 0.8, 0.9);
const cup = at(0.4, 0.4, 0.5, 0.6);
const left = at(0.05, 0.4, 0.25, 0.7);
const right = at(0.7, 0.4, 0.9, 0.7);
const lamp = at(0.45, 0.02, 0.55, 0.15);

describe("sides", () => {
  it.each<readonly [SpatialPredicate, Box, Box, boolean | null]>([
    ["left_of", left, right, true],
    ["left_of", right, left, false],
    ["right_of", right, left, true],
    ["left_of", left, at(0.06, 0.45, 0.26, 0.75), null],
    ["above", lamp, table, true],
    ["below", lamp, table, false],
    ["below", table, lamp, true],
    ["above", left, right, null],
  ])("%s", (predicate, subject, target, expected) => {
    expect(clearly(predicate, subject, target)).toBe(expected);
  });

  it("are not told of what lies far more one over the other than beside", () => {
    const over = compare("left_of", at(0.45, 0.02, 0.5, 0.08), [at(0.5, 0.9, 0.55, 0.98)], size);
    const beside = compare("left_of", at(0.45, 0.5, 0.5, 0.56), [at(0.5, 0.5, 0.55, 0.58)], size);
    expect(over?.margin).toBeLessThan(0.3);
    expect(beside?.margin).toBeGreaterThan(0.8);
  });
});

describe("contact", () => {
  it.each<readonly [SpatialPredicate, Box, Box, boolean | null]>([
    ["on", cup, table, true],
    ["on", lamp, table, false],
    ["on", table, cup, false],
    ["on", at(0.3, 0.45, 0.7, 0.75), at(0.1, 0.5, 0.9, 0.95), true],
    ["under", at(0.45, 0.6, 0.55, 0.9), at(0.3, 0.2, 0.7, 0.6), true],
    ["under", lamp, table, false],
    ["in", cup, at(0.3, 0.3, 0.7, 0.8), true],
    ["in", left, right, false],
    ["touching", left, right, false],
    ["touching", cup, table, true],
    ["beside", left, at(0.28, 0.4, 0.48, 0.7), true],
    ["beside", left, right, false],
    ["beside", lamp, table, false],
    ["near", left, at(0.28, 0.4, 0.48, 0.7), true],
    ["near", at(0, 0, 0.05, 0.05), at(0.9, 0.9, 0.95, 0.95), false],
  ])("%s", (predicate, subject, target, expected) => {
    expect(clearly(predicate, subject, target)).toBe(expected);
  });
});

describe("contact in doubt", () => {
  it.each<readonly [SpatialPredicate, Box, Box]>([
    ["on", at(0.4, 0.3, 0.5, 0.47), table],
    ["on", at(0.15, 0.45, 0.35, 0.98), table],
    ["in", at(0.45, 0.1, 0.6, 0.45), at(0.42, 0.4, 0.62, 0.7)],
    ["in", at(0.4, 0.3, 0.5, 0.47), table],
    ["under", at(0.4, 0.3, 0.6, 0.8), at(0.35, 0.35, 0.65, 0.9)],
    ["beside", at(0.1, 0.3, 0.2, 0.45), at(0.22, 0.5, 0.32, 0.8)],
  ])("%s says nothing against things that are near or overlap", (predicate, subject, target) => {
    expect(compare(predicate, subject, [target], size)).toBeNull();
  });
});

describe("depth", () => {
  it("is guessed from the feet of what stands one before the other", () => {
    const near = at(0.4, 0.4, 0.6, 0.9);
    const far = at(0.35, 0.3, 0.65, 0.6);
    expect(clearly("in_front_of", near, far)).toBe(true);
    expect(clearly("behind", near, far)).toBe(false);
  });

  it("is not guessed of what stands apart, or has no feet in the picture", () => {
    expect(compare("in_front_of", left, [right], size)).toBeNull();
    expect(compare("behind", at(0.4, 0.4, 0.6, 1), [at(0.35, 0.3, 0.65, 1)], size)).toBeNull();
  });

  it("tells the foreground only by what is large and low, the background by what is small and high", () => {
    expect(clearly("foreground", at(0.2, 0.4, 0.8, 0.98))).toBe(true);
    expect(clearly("background", at(0.4, 0.4, 0.48, 0.5))).toBe(true);
    expect(clearly("foreground", at(0.4, 0.4, 0.48, 0.5))).toBe(false);
    expect(compare("foreground", left, [], size)).toBeNull();
  });
});

describe("places in the picture", () => {
  it.each<readonly [SpatialPredicate, Box, boolean | null]>([
    ["image_left", left, true],
    ["image_right", left, false],
    ["image_left", at(0.1, 0.1, 0.9, 0.9), null],
    ["image_top", lamp, true],
    ["image_bottom", lamp, false],
    ["image_center", at(0.45, 0.45, 0.55, 0.55), true],
    ["image_center", left, false],
  ])("%s", (predicate, object, expected) => {
    expect(clearly(predicate, object)).toBe(expected);
  });

  it("between", () => {
    expect(clearly("between", at(0.45, 0.45, 0.55, 0.65), left, right)).toBe(true);
    expect(clearly("between", lamp, left, at(0.3, 0.4, 0.4, 0.7))).toBe(false);
  });
});

describe("whatever the boxes", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const box = fc
    .tuple(share, share, share, share)
    .map(([a, b, c, d]) => at(Math.min(a, b), Math.min(c, d), Math.max(a, b), Math.max(c, d)));
  const predicate = fc.constantFrom(...SPATIAL_PREDICATES);

  it("the margin lies between nought and one", () => {
    fc.assert(
      fc.property(predicate, box, box, box, (name, subject, one, other) => {
        const position = compare(name, subject, [one, other], size);
        if (position !== null) expect(position.margin >= 0 && position.margin <= 1).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each<readonly [SpatialPredicate, SpatialPredicate]>([
    ["left_of", "right_of"],
    ["above", "below"],
    ["in_front_of", "behind"],
  ])("%s one way is %s the other way, and the margin is the same", (name, opposite) => {
    fc.assert(
      fc.property(box, box, (subject, target) => {
        const there = compare(name, subject, [target], size);
        const back = compare(opposite, target, [subject], size);
        expect(there?.margin ?? null).toBe(back?.margin ?? null);
        if (there !== null && there.margin > 0) expect(there.holds).toBe(back?.holds);
      }),
    );
  });

  it("a predicate without its target is not decided", () => {
    expect(compare("left_of", left, [], size)).toBeNull();
    expect(compare("between", left, [right], size)).toBeNull();
  });
});
