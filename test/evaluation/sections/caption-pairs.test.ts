import { describe, expect, it } from "vitest";
import { captionPairsSection } from "../../../src/evaluation/sections/caption-pairs.js";
import { benchOf, fakeYaffle } from "../fake-yaffle.js";

describe("the caption pairs section", () => {
  it("credits the pair whose false caption is less probable, by kind, and half a tie", async () => {
    const pairs = [
      { image: "1.jpg", kind: "add_obj", true: "right", false: "wrong" },
      { image: "1.jpg", kind: "add_obj", true: "wrong", false: "right" },
      { image: "2.jpg", kind: "swap_att", true: "unseen", false: "unseen too" },
    ];
    const yaffle = fakeYaffle(({ response }) => (response === "right" ? 0.9 : response === "wrong" ? 0.1 : null));
    const { figures } = await captionPairsSection(benchOf(yaffle), pairs, { seed: 1, resamples: 20 });
    expect(Object.fromEntries(figures.map(({ id, value }) => [id, value]))).toEqual({
      "caption_pairs.right": 0.5,
      "caption_pairs.ties": 1 / 3,
      "caption_pairs.add_obj.right": 0.5,
      "caption_pairs.add_obj.ties": 0,
      "caption_pairs.swap_att.right": 0.5,
      "caption_pairs.swap_att.ties": 1,
    });
  });
});
