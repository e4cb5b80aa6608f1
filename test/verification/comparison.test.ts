import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ComparisonEvidence, Evidence } from "../../src/domain/evidence.js";
import { oppositesOf } from "../../src/language/vocabulary/opposites.js";
import { checks, judge } from "../../src/verification/attribute.js";
import { compare } from "../../src/verification/comparison.js";
import { boxAt } from "../support/fake-detector.js";
import { attribute, mention } from "./support.js";

const car = mention("a red car", "car");
const red = attribute(car, "red");
const door = attribute(mention("the open door", "door"), "open", "state");
const there: Evidence = { type: "detection", expert: "d", image: 0, category: "car", presence: 0.97, boxes: [boxAt(0.95)] };
const doorThere: Evidence = { ...there, category: "door" };

function shares(statement: string, ...values: readonly number[]): readonly ComparisonEvidence[] {
  return values.map((share) => ({
    type: "comparison",
    expert: "s",
    image: 0,
    statement,
    contrary: "the other",
    share,
    region: boxAt(0.95),
  }));
}

const RED = "a photo of a red car";
const OPEN = "a photo of an open door";

function measured(...colors: readonly (readonly [name: string, share: number])[]): Evidence {
  const all = colors.map(([name, share]) => ({ name, share }));
  return { type: "color", expert: "c", image: 0, category: "car", region: boxAt(0.95), colors: all };
}

describe("what is compared", () => {
  it("is a caption against captions that exclude it", () => {
    expect(compare(red)).toEqual({
      type: "compare",
      statement: RED,
      contraries: ["black", "white", "gray", "yellow", "green", "blue", "purple"].map((color) => `a photo of a ${color} car`),
      about: { category: "car", classes: ["car"] },
    });
    expect(compare(door)).toMatchObject({ statement: OPEN, contraries: ["a photo of a closed door"] });
  });

  it("is nothing where nothing is known to exclude it, where several colors are named, and of the colors of people", () => {
    expect(compare(attribute(car, "shiny", "other"))).toBeNull();
    expect(compare(attribute(car, "red and white"))).toBeNull();
    expect(compare(attribute(mention("a red man", "person"), "red"))).toBeNull();
    expect(compare(attribute(car, "large", "size"))).toBeNull();
  });

  it("never holds a color that people take for the named one", () => {
    const contraries = compare(red)?.contraries ?? [];
    for (const near of ["orange", "pink", "brown"]) expect(contraries).not.toContain(`a photo of a ${near} car`);
  });

  it("is asked beside the other checks", () => {
    expect(checks(red).map(({ type }) => type)).toEqual(["detect", "color", "compare"]);
    expect(checks(door).map(({ type }) => type)).toEqual(["detect", "ask", "compare"]);
  });

  it("knows words that exclude each other, both ways", () => {
    for (const word of ["open", "wooden", "sitting", "young", "striped"]) {
      for (const opposite of oppositesOf(word)) expect(oppositesOf(opposite).length).toBeGreaterThan(0);
      expect(oppositesOf(word)).not.toContain(word);
    }
    expect(oppositesOf("eating")).toEqual([]);
  });
});

describe("judging by comparison", () => {
  it("decides where no other expert says anything, and only where it is sure", () => {
    const verdict = (share: number) => judge(door, [doorThere, ...shares(OPEN, share)], "balanced").verdict;
    expect([0.999, 0.8, 0.5, 0.1, 0.001].map(verdict)).toEqual(["supported", "unverifiable", "unverifiable", "unverifiable", "refuted"]);
  });

  it("refutes nothing by itself under the cautious policy, and is never sure", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const judged = judge(door, [doorThere, ...shares(OPEN, share)], "cautious");
        expect(judged.verdict).not.toBe("refuted");
        expect(judged.probability).toBeGreaterThanOrEqual(0.07);
        expect(judged.probability).toBeLessThanOrEqual(0.9);
      }),
    );
  });

  it("turns round for a denial", () => {
    const closed = { ...door, negated: true };
    expect(judge(closed, [doorThere, ...shares(OPEN, 0.001)], "balanced").verdict).toBe("supported");
    expect(judge(closed, [doorThere, ...shares(OPEN, 0.9999)], "balanced").verdict).toBe("refuted");
  });

  it("lets one thing of several be the one that is meant, and wants two for a plural", () => {
    expect(judge(door, [doorThere, ...shares(OPEN, 0.999, 0.001)], "balanced").verdict).toBe("supported");
    const doors = attribute(mention("open doors", "door"), "open", "state");
    expect(judge(doors, [doorThere, ...shares(OPEN, 0.999, 0.001)], "balanced").verdict).toBe("refuted");
  });

  it("decides a color that measuring left open", () => {
    const open = [there, measured(["gray", 0.5], ["brown", 0.4])];
    expect(judge(red, open, "balanced").verdict).toBe("unverifiable");
    expect(judge(red, [...open, ...shares(RED, 0.999)], "balanced").verdict).toBe("supported");
  });

  it("contradicts a measured color, and then neither is believed", () => {
    const blue = [there, measured(["blue", 0.95], ["gray", 0.03])];
    expect(judge(red, blue, "balanced").verdict).toBe("refuted");
    expect(judge(red, [...blue, ...shares(RED, 0.999)], "balanced")).toMatchObject({ verdict: "unverifiable", because: "conflicting" });
    expect(judge(red, [...blue, ...shares(RED, 0.4)], "balanced").verdict).toBe("refuted");
  });

  it("contradicts an answer, and then neither is believed", () => {
    const answer: Evidence = {
      type: "answer",
      expert: "a",
      image: 0,
      question: "Is the door open?",
      answer: "Yes",
      probability: 0.97,
      region: null,
    };
    expect(judge(door, [doorThere, answer], "balanced").verdict).toBe("supported");
    expect(judge(door, [doorThere, answer, ...shares(OPEN, 0.001)], "balanced")).toMatchObject({ because: "conflicting" });
  });

  it("says nothing of colors in a toned picture", () => {
    expect(judge(red, [there, measured(), ...shares(RED, 0.0001)], "balanced").verdict).toBe("unverifiable");
  });

  it("says nothing of what is not there, nor where it failed", () => {
    const gone: Evidence = { ...doorThere, presence: 0.4, boxes: [] };
    const failure: Evidence = { type: "failure", expert: "s", image: 0, code: "expert_failed", message: "it failed" };
    expect(judge(door, [gone, failure], "strict").verdict).toBe("unverifiable");
  });
});
