import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COCO_CATEGORIES } from "../../src/language/vocabulary/coco.js";
import { checksOf } from "../../src/verification/checks.js";
import { judge } from "../../src/verification/judge.js";
import { SCENE_CLUES } from "../../src/verification/scene-clues.js";
import { SCENE_WORDS } from "../../src/verification/scene-words.js";
import { chanceOfScene, sceneOf } from "../../src/verification/scenes.js";
import { existence, failing, mention, seeing } from "./support.js";

const kitchen = existence(mention("a small kitchen", "kitchen"));

/** What a detector says of every clue of a kitchen. */
function clues(there: Readonly<Record<string, number>>) {
  return (SCENE_CLUES["kitchen"]?.clues ?? []).map(([category]) => seeing(category, there[category] ?? 0.02));
}

describe("a scene", () => {
  it("is named by the last words of a phrase, two before one", () => {
    expect(sceneOf({ phrase: "the cozy living room" })?.name).toBe("living room");
    expect(sceneOf({ phrase: "busy city streets" })?.name).toBe("street");
    expect(sceneOf({ phrase: "a baseball field" })?.name).toBe("ballpark");
    expect(sceneOf({ phrase: "a green field" })?.name).toBe("field");
    expect(sceneOf({ phrase: "a street sign" })).toBeNull();
    expect(sceneOf({ phrase: "a room" })).toBeNull();
    expect(sceneOf({ phrase: "" })).toBeNull();
  });

  it("asks for what stands in such places, and still asks a model", () => {
    const asked = checksOf(kitchen);
    expect(asked.map(({ type }) => type)).toContain("ask");
    expect(asked).toContainEqual({ type: "detect", target: { category: "oven", classes: ["oven"] } });
  });

  it("is likely where its things are, and unlikely where those of another place are; no verdict is drawn", () => {
    const inside = judge(kitchen, [failing("outside_vocabulary"), ...clues({ oven: 0.97, refrigerator: 0.9 })], "strict");
    expect(inside).toMatchObject({ verdict: "unverifiable", because: "outside_vocabulary" });
    expect(inside.probability).toBeGreaterThan(0.9);
    expect(inside.reason).toBe("No expert sees a kitchen as such; an oven (0.97) and a refrigerator (0.90) speak for it.");
    const dining = judge(
      kitchen,
      [failing("outside_vocabulary"), ...clues({ oven: 0.97, refrigerator: 0.9, knife: 0.8, microwave: 0.6 })],
      "strict",
    );
    expect(dining.reason).toContain("an oven (0.97), a knife (0.80), and a refrigerator (0.90) speak for it.");
    const outside = judge(kitchen, [failing("outside_vocabulary"), ...clues({ car: 0.99, person: 0.95 })], "strict");
    expect(outside).toMatchObject({ verdict: "unverifiable" });
    expect(outside.probability).toBeLessThan(0.2);
    expect(outside.reason).toMatch(/^No expert sees a kitchen as such; a person \(0\.95\).* against it\.$/);
  });

  it("that is denied is turned round", () => {
    const evidence = [failing("outside_vocabulary"), ...clues({ oven: 0.97 })];
    const denied = judge({ ...kitchen, negated: true }, evidence, "balanced").probability ?? 0;
    expect(denied).toBeCloseTo(1 - (judge(kitchen, evidence, "balanced").probability ?? 0), 12);
  });

  it("has no probability where a clue was not looked for", () => {
    expect(judge(kitchen, [failing("outside_vocabulary"), seeing("oven", 0.9)], "balanced").probability).toBeNull();
  });

  it("has clues of the detector's classes for each of its words, and a chance between 0 and 1", () => {
    expect(Object.keys(SCENE_CLUES).toSorted()).toEqual(Object.keys(SCENE_WORDS).toSorted());
    for (const scene of Object.values(SCENE_CLUES)) {
      for (const [category] of scene.clues) expect(COCO_CATEGORIES).toContain(category);
      fc.assert(
        fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (presence) => {
          const chance = chanceOfScene(scene, () => presence);
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThan(1);
        }),
      );
    }
  });
});
