import { describe, expect, it } from "vitest";
import { makeColors } from "../../../src/evaluation/truth/color.js";
import { seededRandom } from "../../../src/statistics/random.js";
import { photographOf } from "./boxes.js";

const bus = photographOf(1, ["bus", 0, 0.5], ["person", 0.6, 0.7]);
const make = (captions: readonly string[], photograph = bus) => makeColors([photograph], new Map([[1, captions]]), seededRandom(1));

describe("made color statements", () => {
  it("take the color that a caption gives to a single thing", () => {
    const [truth, lie] = make(["A red bus waits at the stop.", "A bus beside a man."]);
    expect(truth).toMatchObject({ response: "The bus is red.", truth: true, kind: "attribute", about: "bus" });
    expect(lie).toMatchObject({ truth: false });
    expect(lie?.response).toMatch(/^The bus is (?!red)\w+\.$/);
  });

  it("are not made where captions differ, where there are several, or of persons", () => {
    expect(make(["A red bus waits.", "A blue bus waits."])).toEqual([]);
    expect(make(["A red bus waits."], photographOf(1, ["bus", 0, 0.4], ["bus", 0.5, 0.9]))).toEqual([]);
    expect(make(["A man in a red shirt.", "A red person."])).toEqual([]);
  });

  it("prefer the color that the file's maker labelled", () => {
    const labelled = {
      ...bus,
      instances: bus.instances.map((instance) => ({ ...instance, color: instance.category === "bus" ? "green" : null })),
    };
    expect(make(["A red bus waits."], labelled)[0]?.response).toBe("The bus is green.");
  });
});
