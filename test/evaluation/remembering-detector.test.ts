import { describe, expect, it } from "vitest";
import type { Picture } from "../../src/domain/picture.js";
import type { Detector, DetectRequest } from "../../src/domain/ports.js";
import { rememberingDetector } from "../../src/evaluation/remembering-detector.js";

const picture = (sha256: string): Picture => ({ sha256, width: 1, height: 1, pixels: new Uint8Array(3), notes: [] });
const target = (category: string, ...classes: string[]) => ({ category, classes });

/** Sees everything with a probability that tells the class; fails the first `failures` times. */
function countingDetector(failures = 0): Detector & { readonly asked: DetectRequest[] } {
  const asked: DetectRequest[] = [];
  return {
    asked,
    facts: { id: "counting", role: "detector", sha256: null, device: "cpu" },
    vocabulary: ["dog", "cat"],
    detect: async (_, request) => {
      asked.push(request);
      if (asked.length <= failures) throw new Error("not yet");
      return request.targets.map(({ category }) => ({ category, presence: category === "dog" ? 0.9 : 0.2, boxes: [] }));
    },
    close: async () => {},
  };
}

describe("a remembering detector", () => {
  it("looks once for each picture and effort, however often it is asked", async () => {
    const detector = countingDetector();
    const remembering = rememberingDetector(detector);
    const ask = (name: string, effort: "glance" | "thorough", category: string) =>
      remembering.detect(picture(name), { targets: [target(category, category)], effort });
    expect(await ask("a", "glance", "dog")).toEqual([{ category: "dog", presence: 0.9, boxes: [] }]);
    expect(await ask("a", "glance", "cat")).toEqual([{ category: "cat", presence: 0.2, boxes: [] }]);
    await Promise.all([ask("a", "thorough", "dog"), ask("a", "thorough", "cat"), ask("b", "glance", "dog")]);
    expect(detector.asked).toHaveLength(3);
  });

  it("answers by the asker's word for a class, and asks for groups as they are", async () => {
    const detector = countingDetector();
    const remembering = rememberingDetector(detector);
    const targets = [target("puppy", "dog"), target("animal", "dog", "cat")];
    expect(await remembering.detect(picture("a"), { targets, effort: "glance" })).toEqual([
      { category: "puppy", presence: 0.9, boxes: [] },
      { category: "animal", presence: 0.2, boxes: [] },
    ]);
    expect(detector.asked.map((request) => request.targets.map(({ category }) => category))).toEqual([["dog", "cat"], ["animal"]]);
  });

  it("asks one that knows any word for all that is new in one call, and for nothing twice", async () => {
    const detector = countingDetector();
    const remembering = rememberingDetector({ ...detector, vocabulary: "open" });
    const ask = (...words: string[]) => remembering.detect(picture("a"), { targets: words.map((word) => target(word)), effort: "glance" });
    expect((await ask("fountain", "dog")).map(({ category }) => category)).toEqual(["fountain", "dog"]);
    expect((await ask("dog", "bench")).map(({ presence }) => presence)).toEqual([0.9, 0.2]);
    await ask("bench", "fountain");
    expect(detector.asked.map((request) => request.targets.map(({ category }) => category))).toEqual([["fountain", "dog"], ["bench"]]);
  });

  it("does not remember a failure", async () => {
    const remembering = rememberingDetector(countingDetector(1));
    const ask = () => remembering.detect(picture("a"), { targets: [target("dog", "dog")], effort: "glance" });
    await expect(ask()).rejects.toThrow("not yet");
    expect(await ask()).toHaveLength(1);
  });
});
