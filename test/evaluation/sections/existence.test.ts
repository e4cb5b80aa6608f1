import { describe, expect, it } from "vitest";
import type { Figure } from "../../../src/evaluation/figure.js";
import { existenceSection, judgeSplits, verdictsSection } from "../../../src/evaluation/sections/existence.js";
import { policiesSection, sweep } from "../../../src/evaluation/sections/policies.js";
import { benchOf, existence, fakeYaffle } from "../fake-yaffle.js";

const resampling = { seed: 1, resamples: 50 };
const STATEMENTS = [
  existence("1.jpg", "dog", true),
  existence("1.jpg", "cat", false),
  existence("2.jpg", "bus", true),
  existence("2.jpg", "kite", false),
];
const SPLITS = { random: STATEMENTS, popular: STATEMENTS.slice(0, 2), adversarial: STATEMENTS.slice(2) };

/** Sees the dog, knows there is no cat, doubts the bus, and finds no claim about the kite. */
const yaffle = () =>
  fakeYaffle(({ prompt }) => {
    if (prompt?.includes("dog")) return 0.9;
    if (prompt?.includes("cat")) return 0.05;
    return prompt?.includes("bus") ? 0.2 : null;
  });

const measured = (figures: readonly Figure[], id: string) => figures.find((figure) => figure.id === id)?.value;

describe("the existence section", () => {
  it("asks each question of its photograph and measures each split", async () => {
    const fake = yaffle();
    const { figures } = existenceSection(await judgeSplits(benchOf(fake), SPLITS), resampling);
    expect(fake.requests).toHaveLength(8);
    expect(fake.requests[0]).toMatchObject({
      images: [{ type: "picture", picture: { sha256: "1.jpg" } }],
      prompt: "Is there a dog in the image?",
      response: "Yes.",
    });
    expect(measured(figures, "existence.random.accuracy")).toBe(0.5);
    expect(measured(figures, "existence.popular.accuracy")).toBe(1);
    expect(measured(figures, "existence.adversarial.accuracy")).toBe(0);
    expect(measured(figures, "existence.random.area_under_curve")).toBe(1);
    expect(measured(figures, "existence.popular.log_loss")).toBeCloseTo(-(Math.log(0.9) + Math.log(0.95)) / 2, 12);
  });
});

describe("the verdicts section", () => {
  it("puts the splits together, and counts what was not understood", async () => {
    const { figures } = verdictsSection(await judgeSplits(benchOf(yaffle()), SPLITS), resampling);
    expect(measured(figures, "verdicts.coverage")).toBe(0.5);
    expect(measured(figures, "verdicts.accuracy_of_decided")).toBe(1);
    expect(measured(figures, "verdicts.harm")).toBe(0);
    expect(measured(figures, "verdicts.catch")).toBe(0.5);
    expect(measured(figures, "verdicts.not_understood")).toBe(2);
  });
});

describe("the policies section", () => {
  it("shows what a stricter policy catches and harms", async () => {
    const judged = async (policy: "balanced" | "strict") => Object.values(await judgeSplits(benchOf(yaffle(), policy), SPLITS)).flat();
    const balanced = await judged("balanced");
    const { curve } = policiesSection({ cautious: balanced, balanced, strict: await judged("strict") }, resampling);
    expect(curve.slice(1, 3)).toEqual([
      { line: "balanced", catch: 0.5, harm: 0, coverage: 0.5 },
      { line: "strict", catch: 0.5, harm: 0.5, coverage: 0.75 },
    ]);
    expect(sweep(balanced).find(({ line }) => line === "p <= 0.2")).toEqual({ line: "p <= 0.2", catch: 0.5, harm: 0.5, coverage: 0.75 });
  });
});
