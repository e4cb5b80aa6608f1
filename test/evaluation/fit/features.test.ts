import { describe, expect, it } from "vitest";
import { presenceFeatures } from "../../../src/evaluation/fit/features.js";
import { WHOLE_PICTURE, WHOLE_VIEW } from "../../../src/experts/detector/view.js";

const look = (...classes: readonly number[]) => ({
  view: WHOLE_VIEW,
  sightings: classes.map((classIndex) => ({ classIndex, score: 0.1, box: WHOLE_PICTURE })),
});

describe("the features of presence", () => {
  it("count a class's area where the network says of every class where it would be", () => {
    expect(presenceFeatures([look(0, 1, 2), look(2, 2, 1, 0)], 3, "glance")).toContain("area");
  });

  it("leave it out where most classes are nowhere, as a network of queries has it", () => {
    expect(presenceFeatures([look(0, 1, 2), look(0, 2)], 3, "thorough")).not.toContain("area");
  });
});
