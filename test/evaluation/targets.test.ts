import { describe, expect, it } from "vitest";
import { reached } from "../../src/evaluation/targets.js";

const level = (id: string, ...values: [string, number][]) => reached(id, new Map(values));

describe("a target", () => {
  it("is reached from its line on, upward or downward", () => {
    expect(level("existence.random.accuracy", ["existence.random.accuracy", 0.93])).toBe("moonshot");
    expect(level("existence.random.accuracy", ["existence.random.accuracy", 0.915])).toBe("must");
    expect(level("existence.random.accuracy", ["existence.random.accuracy", 0.9149])).toBe("missed");
    expect(level("verdicts.harm", ["verdicts.harm", 0.01])).toBe("moonshot");
    expect(level("verdicts.harm", ["verdicts.harm", 0.031])).toBe("missed");
  });

  it("that asks for coverage is missed without it, however right the few verdicts are", () => {
    const right: [string, number] = ["position.accuracy_of_decided", 1];
    expect(level("position.accuracy_of_decided", right, ["position.coverage", 0.39])).toBe("missed");
    expect(level("position.accuracy_of_decided", right, ["position.coverage", 0.4])).toBe("must");
    expect(level("position.accuracy_of_decided", right, ["position.coverage", 0.6])).toBe("moonshot");
  });

  it("is nothing for other figures, and where nothing was measured", () => {
    expect(level("color.harm", ["color.harm", 0])).toBeNull();
    expect(level("verdicts.harm")).toBeNull();
  });
});
