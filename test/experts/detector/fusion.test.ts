import { describe, expect, it } from "vitest";
import type { Box } from "../../../src/domain/box.js";
import { classFeatures, fuseBoxes } from "../../../src/experts/detector/fusion.js";
import { logit } from "../../../src/experts/detector/logistic.js";
import type { Look } from "../../../src/experts/detector/sighting.js";
import { MIRRORED_VIEW, TILE_VIEWS, type View, WHOLE_VIEW } from "../../../src/experts/detector/view.js";

const [TILE = WHOLE_VIEW] = TILE_VIEWS;

function box(x1: number, y1: number, x2: number, y2: number): Box {
  return { x1, y1, x2, y2 };
}

function look(view: View, ...seen: readonly (readonly [number, Box])[]): Look {
  return { view, sightings: seen.map(([score, place]) => ({ classIndex: 3, score, box: place })) };
}

describe("a class over several looks", () => {
  it("is the mean of the whole looks, how far they differ, and the best tile", () => {
    const looks = [
      look(WHOLE_VIEW, [0.2, box(0, 0, 1, 1)], [0.6, box(0, 0, 1, 1)]),
      look(MIRRORED_VIEW, [0.4, box(0, 0, 1, 1)]),
      look(TILE, [0.1, box(0, 0, 0.5, 0.5)]),
      look(TILE, [0.3, box(0, 0, 0.5, 0.5)]),
    ];
    const features = classFeatures(looks, 3);
    expect(features.whole).toBeCloseTo((logit(0.6) + logit(0.4)) / 2, 10);
    expect(features.disagreement).toBeCloseTo(logit(0.6) - logit(0.4), 10);
    expect(features.tiles).toBeCloseTo(logit(0.3), 10);
    expect(features.area).toBe(0);
  });

  it("has the area of its best box, in the mean of the whole looks", () => {
    const looks = [
      look(WHOLE_VIEW, [0.6, box(0, 0, 0.5, 0.5)], [0.2, box(0, 0, 1, 1)]),
      look(MIRRORED_VIEW, [0.4, box(0, 0, 0.1, 0.1)]),
      look(TILE, [0.9, box(0, 0, 0.6, 0.6)]),
    ];
    expect(classFeatures(looks, 3).area).toBeCloseTo((Math.log(0.25) + Math.log(0.01)) / 2, 10);
  });

  it("that was not seen has the lowest score there is", () => {
    expect(classFeatures([look(WHOLE_VIEW)], 3)).toEqual({
      whole: logit(0),
      disagreement: 0,
      tiles: 0,
      rival: logit(0.03),
      area: Math.log(1e-4),
    });
  });
});

describe("a rival", () => {
  const seen = (view: View, ...others: readonly (readonly [number, number, Box])[]): Look => ({
    view,
    sightings: [[3, 0.2, box(0.1, 0.1, 0.5, 0.5)] as const, ...others].map(([classIndex, score, place]) => ({
      classIndex,
      score,
      box: place,
    })),
  });

  it("is the best other class in the same place", () => {
    const looks = [
      seen(WHOLE_VIEW, [7, 0.6, box(0.1, 0.1, 0.5, 0.52)], [8, 0.9, box(0.6, 0.6, 0.9, 0.9)], [3, 0.1, box(0.1, 0.1, 0.5, 0.5)]),
    ];
    expect(classFeatures(looks, 3).rival).toBeCloseTo(logit(0.6), 10);
  });

  it("is the mean over the whole looks, or that of the tile that speaks most for the class where it is stronger", () => {
    const whole = [seen(WHOLE_VIEW, [7, 0.6, box(0.1, 0.1, 0.5, 0.5)]), seen(MIRRORED_VIEW)];
    const mean = (logit(0.6) + logit(0.03)) / 2;
    expect(classFeatures(whole, 3).rival).toBeCloseTo(mean, 10);
    expect(classFeatures([...whole, seen(TILE)], 3).rival).toBeCloseTo(mean, 10);
    expect(classFeatures([...whole, seen(TILE, [9, 0.7, box(0.1, 0.1, 0.5, 0.5)])], 3).rival).toBeCloseTo(logit(0.7), 10);
  });
});

describe("boxes over several looks", () => {
  it("that overlap are one thing, placed where the surest whole look has it", () => {
    const fused = fuseBoxes([look(WHOLE_VIEW, [0.5, box(0.1, 0.1, 0.5, 0.5)]), look(MIRRORED_VIEW, [0.8, box(0.12, 0.1, 0.5, 0.5)])], 3);
    expect(fused).toHaveLength(1);
    expect(fused[0]?.box).toEqual(box(0.12, 0.1, 0.5, 0.5));
    expect(fused[0]?.features.whole).toBeCloseTo((logit(0.5) + logit(0.8)) / 2, 10);
    expect(fused[0]?.features.area).toBeCloseTo(Math.log(0.38 * 0.4), 10);
  });

  it("that lie apart are two, the one unseen by the mirror weaker for it", () => {
    const fused = fuseBoxes(
      [look(WHOLE_VIEW, [0.5, box(0, 0, 0.2, 0.2)], [0.6, box(0.6, 0.6, 0.9, 0.9)]), look(MIRRORED_VIEW, [0.5, box(0, 0, 0.2, 0.2)])],
      3,
    );
    expect(fused.map(({ box: place }) => place.x1)).toEqual([0.6, 0]);
    expect(fused[0]?.features.whole).toBeLessThan(fused[1]?.features.whole ?? 0);
  });

  it("that only a tile saw count, unless they are a piece of a thing or cut by the tile's edge", () => {
    const whole = look(WHOLE_VIEW, [0.5, box(0, 0, 0.4, 0.4)]);
    const small = box(0.45, 0.45, 0.55, 0.55);
    expect(fuseBoxes([whole, look(TILE, [0.3, small])], 3)).toHaveLength(2);
    expect(fuseBoxes([whole, look(TILE, [0.3, box(0.1, 0.1, 0.2, 0.2)])], 3)).toHaveLength(1);
    expect(fuseBoxes([whole, look(TILE, [0.3, box(0.45, 0.45, 0.6, 0.55)])], 3)).toHaveLength(1);
  });
});
