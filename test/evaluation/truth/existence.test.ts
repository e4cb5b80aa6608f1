import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeExistence, QUESTIONS_EACH_WAY, SAMPLINGS } from "../../../src/evaluation/truth/existence.js";
import { seededRandom } from "../../../src/statistics/random.js";
import { photographOf } from "./boxes.js";

/** Dogs are everywhere; forks lie beside knives, never beside dogs. */
const PHOTOGRAPHS = [
  photographOf(1, ["fork", 0, 0.1]),
  photographOf(2, ["fork", 0, 0.1], ["knife", 0.5, 0.6]),
  photographOf(3, ["dog", 0, 0.1]),
  photographOf(4, ["dog", 0, 0.1], ["cat", 0.5, 0.6]),
  photographOf(5, ["dog", 0, 0.1], ["cat", 0.5, 0.6]),
  photographOf(6, ["bus", 0, 0.1]),
];

const denied = (sampling: (typeof SAMPLINGS)[number], photograph: string) =>
  makeExistence(PHOTOGRAPHS, sampling, seededRandom(1))
    .filter((statement) => statement.photograph === photograph && !statement.truth)
    .map(({ about }) => about);

describe("made existence questions", () => {
  it("deny what is most frequent (popular), or what stands most often beside what is there (adversarial)", () => {
    expect(denied("popular", "1.jpg")).toEqual(["dog"]);
    expect(denied("adversarial", "1.jpg")).toEqual(["knife"]);
  });

  it("read as questions that were answered yes", () => {
    const [first] = makeExistence([photographOf(1, ["elephant", 0, 1]), photographOf(2, ["dog", 0, 1])], "random", seededRandom(1));
    expect(first).toEqual({
      photograph: "1.jpg",
      prompt: "Is there an elephant in the image?",
      response: "Yes.",
      kind: "existence",
      truth: true,
      about: "elephant",
    });
  });

  it("ask for as many absent as present categories, none twice, and tell the truth", () => {
    const names = ["dog", "cat", "bus", "fork", "knife", "bed", "kite", "bird"];
    const photographs = fc
      .array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
      .map((sets) => [
        photographOf(99, ...names.map((name) => [name, 0, 1] as const)),
        ...sets.map((set, id) => photographOf(id, ...set.map((name) => [name, 0, 1] as const))),
      ]);
    fc.assert(
      fc.property(photographs, fc.constantFrom(...SAMPLINGS), fc.nat(), (some, sampling, seed) => {
        const statements = makeExistence(some, sampling, seededRandom(seed));
        for (const { fileName, instances } of some.slice(1)) {
          const asked = statements.filter(({ photograph }) => photograph === fileName);
          expect(new Set(asked.map(({ about }) => about)).size).toBe(asked.length);
          expect(asked.filter(({ truth }) => truth)).toHaveLength(Math.min(QUESTIONS_EACH_WAY, instances.length));
          expect(asked.filter(({ truth }) => !truth)).toHaveLength(Math.min(QUESTIONS_EACH_WAY, instances.length));
          for (const { about, truth } of asked) expect(instances.some(({ category }) => category === about)).toBe(truth);
        }
      }),
    );
  });
});
