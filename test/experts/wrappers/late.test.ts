import { describe, expect, it } from "vitest";
import { YaffleError } from "../../../src/domain/error.js";
import { lateDetector } from "../../../src/experts/wrappers/late.js";
import { describeDetector } from "../../contract/detector.js";
import { boxesOf, fakeDetector } from "../../support/fake-detector.js";
import { madePicture } from "../../support/pictures.js";

const ASK = { targets: [{ category: "dog", classes: ["dog"] }], effort: "glance" } as const;
const SCENE = { dog: { boxes: boxesOf(0.9) } };
const picture = madePicture(8, 8);

/** A server that is away until the test says otherwise, and a clock that the test turns. */
function world(inner = fakeDetector(SCENE)) {
  const state = { nowMs: 0, isThere: false, tries: [] as number[], found: 0 };
  const detector = lateDetector(
    { facts: inner.facts, vocabulary: inner.vocabulary },
    {
      open: async () => {
        state.tries.push(state.nowMs);
        if (!state.isThere) throw new YaffleError("expert_unavailable", `away at ${state.nowMs}`);
        return inner;
      },
      reason: new YaffleError("expert_unavailable", "away at the start"),
      clock: { nowMs: () => state.nowMs },
      onFound: () => {
        state.found += 1;
      },
    },
  );
  return { state, detector, inner };
}

describeDetector("a late one that was found", async () => {
  const { state, detector } = world(fakeDetector({ person: { boxes: boxesOf(0.9, 0.4) }, ...SCENE }));
  Object.assign(state, { isThere: true, nowMs: 5_000 });
  return detector;
});

describe("a late detector", () => {
  it("fails with the last reason, and tries again after waits that double up to half a minute", async () => {
    const { state, detector } = world();
    await expect(detector.detect(picture, ASK)).rejects.toThrow("away at the start");
    for (state.nowMs = 0; state.nowMs <= 200_000; state.nowMs += 500) await detector.detect(picture, ASK).catch(() => undefined);
    expect(state.tries).toEqual([1_000, 3_000, 7_000, 15_000, 31_000, 61_000, 91_000, 121_000, 151_000, 181_000]);
    state.nowMs = 200_500;
    await expect(detector.detect(picture, ASK)).rejects.toThrow("away at 181000");
  });

  it("is found when its server has come, once for all who ask, and stays", async () => {
    const { state, detector } = world();
    Object.assign(state, { isThere: true, nowMs: 1_000 });
    const answers = await Promise.all([detector.detect(picture, ASK), detector.detect(picture, ASK)]);
    expect(answers.map(([dog]) => dog?.presence)).toEqual([0.9, 0.9]);
    state.isThere = false;
    expect(await detector.detect(picture, ASK)).toHaveLength(1);
    expect({ tries: state.tries, found: state.found }).toEqual({ tries: [1_000], found: 1 });
  });

  it("lets a caller leave while it tries, and closes what it opened", async () => {
    const { state, detector, inner } = world();
    Object.assign(state, { isThere: true, nowMs: 1_000 });
    const leaving = new AbortController();
    const answer = detector.detect(picture, ASK, leaving.signal);
    leaving.abort(new Error("the caller left"));
    await expect(answer).rejects.toThrow("the caller left");
    await detector.close();
    expect(inner.closings).toBe(1);
    await expect(detector.detect(picture, ASK)).rejects.toMatchObject({ code: "expert_unavailable", message: "The expert is closed." });
  });
});
