import { describe, expect, it } from "vitest";
import { makePositions, sideOf } from "../../../src/evaluation/truth/position.js";
import { seededRandom } from "../../../src/statistics/random.js";
import { crowded, photographOf } from "./boxes.js";

const box = (x1: number, x2: number) => ({ x1, y1: 0, x2, y2: 1 });

describe("the side of one box from another", () => {
  it("is told by their centers where they lie apart", () => {
    expect(sideOf(box(0, 0.2), box(0.5, 0.9))).toBe("left");
    expect(sideOf(box(0.5, 0.9), box(0, 0.2))).toBe("right");
  });

  it("is not told where the centers are close, or one stands before the other", () => {
    expect(sideOf(box(0.4, 0.5), box(0.45, 0.55))).toBeNull();
    expect(sideOf(box(0, 1), box(0.8, 0.9))).toBeNull();
  });
});

describe("made position statements", () => {
  it("come as a true and a false one for a pair of single things", () => {
    const statements = makePositions([photographOf(1, ["dog", 0, 0.2], ["car", 0.6, 0.9])], seededRandom(1));
    expect(statements.filter(({ truth }) => truth).map(({ response }) => response)).toEqual([
      expect.stringMatching(/^The (dog is to the left of the car|car is to the right of the dog)\.$/),
    ]);
    expect(statements.filter(({ truth }) => !truth).map(({ response }) => response)).toEqual([
      expect.stringMatching(/^The (dog is to the right of the car|car is to the left of the dog)\.$/),
    ]);
  });

  it("are not made of categories with several instances or a crowd", () => {
    const two = photographOf(1, ["dog", 0, 0.2], ["dog", 0.3, 0.4], ["car", 0.6, 0.9]);
    const crowd = crowded(photographOf(2, ["dog", 0, 0.2], ["car", 0.6, 0.9]), "dog");
    expect(makePositions([two, crowd], seededRandom(1))).toEqual([]);
  });
});
