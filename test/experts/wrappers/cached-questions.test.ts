import { describe, expect, it } from "vitest";
import type { Answerer, Scorer } from "../../../src/domain/ports.js";
import { cachedAnswerer, cachedScorer } from "../../../src/experts/wrappers/cached-questions.js";
import { boxAt } from "../../support/fake-detector.js";
import { madePicture } from "../../support/pictures.js";

const picture = madePicture(80, 60);
const LEFT = boxAt(0.9, 0, 0, 0.5, 1);
const RIGHT = boxAt(0.9, 0.5, 0, 1, 1);

/** An answerer that counts its questions and answers when the test lets it. */
function counting(answered: Promise<unknown> = Promise.resolve()) {
  const asked: string[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const answerer: Answerer = {
    facts: { id: "eyes", role: "answerer", sha256: null, device: "remote" },
    answer: async (_picture, question, _region, signal) => {
      asked.push(question);
      signals.push(signal);
      await answered;
      if (question === "fails") throw new Error("it fails");
      return { answer: `${asked.length}`, probability: 0.9 };
    },
    close: async () => undefined,
  };
  return { asked, signals, answerer };
}

describe("cached answers", () => {
  it("are those of the same question about the same place in an equal picture", async () => {
    const { answerer, asked } = counting();
    const eyes = cachedAnswerer(answerer, 10_000);
    const first = await eyes.answer(picture, "a?", null);
    expect(await eyes.answer({ ...picture }, "a?", null)).toEqual(first);
    await eyes.answer(picture, "a?", LEFT);
    await eyes.answer(picture, "a?", RIGHT);
    await eyes.answer(picture, "a?", LEFT);
    await eyes.answer(picture, "b?", null);
    await eyes.answer({ ...picture, sha256: "f".repeat(64) }, "a?", null);
    await eyes.answer({ ...picture, width: 79 }, "a?", null);
    expect(asked).toEqual(["a?", "a?", "a?", "b?", "a?", "a?"]);
  });

  it("are asked for once by all who ask at once, and given up when all have left", async () => {
    let answer: () => void = () => undefined;
    const { answerer, asked, signals } = counting(
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
    );
    const eyes = cachedAnswerer(answerer, 10_000);
    const leaving = new AbortController();
    const leaver = eyes.answer(picture, "a?", null, leaving.signal);
    const others = [eyes.answer(picture, "a?", null), eyes.answer(picture, "a?", null)];
    const alone = eyes.answer(picture, "b?", null, leaving.signal);
    leaving.abort(new Error("left"));
    await expect(leaver).rejects.toThrow("left");
    await expect(alone).rejects.toThrow("left");
    answer();
    expect(await Promise.all(others)).toEqual(Array(2).fill({ answer: "2", probability: 0.9 }));
    expect(asked).toEqual(["a?", "b?"]);
    expect(signals.map((signal) => signal?.aborted)).toEqual([false, true]);
  });

  it("are no failures", async () => {
    const { answerer, asked } = counting();
    const eyes = cachedAnswerer(answerer, 10_000);
    for (let time = 0; time < 2; time += 1) await expect(eyes.answer(picture, "fails", null)).rejects.toThrow("it fails");
    expect(asked).toHaveLength(2);
  });

  it("go where there is no room, the longest unused first", async () => {
    const { answerer, asked } = counting();
    const eyes = cachedAnswerer(answerer, 1_500);
    for (const question of ["a?", "b?", "c?", "a?", "d?", "a?", "b?"]) await eyes.answer(picture, question, null);
    expect(asked).toEqual(["a?", "b?", "c?", "d?", "b?"]);
  });

  it("are refused once it is closed", async () => {
    const eyes = cachedAnswerer(counting().answerer, 10_000);
    await eyes.answer(picture, "a?", null);
    await eyes.close();
    await expect(eyes.answer(picture, "a?", null)).rejects.toMatchObject({ code: "expert_unavailable" });
  });
});

it("cached chances are those of the same texts in the same order", async () => {
  let compared = 0;
  const scorer: Scorer = {
    facts: { id: "scale", role: "scorer", sha256: null, device: "cpu" },
    compare: async (_picture, texts) => {
      compared += 1;
      return texts.map(() => 1 / texts.length);
    },
    close: async () => undefined,
  };
  const scale = cachedScorer(scorer, 10_000);
  expect(await scale.compare(picture, ["red", "blue"], LEFT)).toEqual([0.5, 0.5]);
  await scale.compare(picture, ["red", "blue"], LEFT);
  await scale.compare(picture, ["blue", "red"], LEFT);
  expect(compared).toBe(2);
});
