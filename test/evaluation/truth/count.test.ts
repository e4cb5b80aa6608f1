import { describe, expect, it } from "vitest";
import { countStatement, makeCounts } from "../../../src/evaluation/truth/count.js";
import { seededRandom } from "../../../src/statistics/random.js";
import { crowded, photographOf } from "./boxes.js";

describe("made count statements", () => {
  it("state the true number and another from one to five", () => {
    const photograph = photographOf(1, ["dog", 0, 0.1], ["dog", 0.2, 0.3], ["bus", 0.5, 0.6]);
    for (let seed = 0; seed < 30; seed++) {
      const statements = makeCounts([photograph], seededRandom(seed));
      expect(statements.filter(({ truth }) => truth).map(({ response }) => response)).toEqual([
        "There are two dogs in the image.",
        "There is one bus in the image.",
      ]);
      const [dogs, buses] = statements.filter(({ truth }) => !truth).map(({ response }) => response);
      expect(dogs).toMatch(/^There (is one dog|are (three|four|five) dogs) in the image\.$/);
      expect(buses).toMatch(/^There are (two|three|four|five) buses in the image\.$/);
    }
  });

  it("leave out crowds and more than five", () => {
    const many = photographOf(1, ...Array.from({ length: 6 }, () => ["dog", 0, 0.1] as const));
    expect(makeCounts([many, crowded(photographOf(2, ["dog", 0, 0.1]), "dog")], seededRandom(1))).toEqual([]);
  });

  it("count pairs of what comes in pairs", () => {
    expect(countStatement("1.jpg", "scissors", 2, true).response).toBe("There are two pairs of scissors in the image.");
    expect(countStatement("1.jpg", "person", 3, true).response).toBe("There are three people in the image.");
  });
});
