import { describe, expect, it } from "vitest";
import { scoreChair } from "../../../src/scoring/chair/chair.js";
import { gatheredTruth, statedTruth } from "../../../src/scoring/chair/ground-truth.js";
import { originalMentions } from "../../../src/scoring/chair/original/mentions.js";
import { yaffleMentions } from "../../../src/scoring/chair/yaffle/mentions.js";
import { located, RESAMPLING } from "../support.js";

const truth = statedTruth("truth.json", { "1": ["dog", "couch"], "2": ["person"], "3": [] });
const captions = located([
  { image_id: 1, caption: "A dog and a cat lie on a sofa." },
  { image_id: "2", caption: "A woman and a man." },
  { image_id: 3, caption: "Nothing but sand." },
]);

describe("CHAIR", () => {
  it("counts captions, mentions and true categories over the whole set", () => {
    const score = scoreChair(captions, truth, "original", RESAMPLING);
    expect(score.figures).toEqual({ chair_s: 1 / 3, chair_i: 1 / 5, recall: 2 / 3 + 1 / 3, captions: 3, mentions: 5 });
    expect(score.items).toEqual([
      { image_id: 1, mentioned: ["dog", "cat", "couch"], hallucinated: [["cat", "cat"]] },
      { image_id: "2", mentioned: ["person", "person"], hallucinated: [] },
      { image_id: 3, mentioned: [], hallucinated: [] },
    ]);
    const { chair_i: [low, high] = [Number.NaN, Number.NaN] } = score.intervals;
    expect(low).toBeLessThanOrEqual(0.2);
    expect(high).toBeGreaterThanOrEqual(0.2);
  });

  it("has no rate of mentions where nothing was mentioned", () => {
    const score = scoreChair(located([{ image_id: 3, caption: "Sand." }]), truth, "original", RESAMPLING);
    expect(score.figures).toEqual({ chair_s: 0, chair_i: null, recall: null, captions: 1, mentions: 0 });
    expect(score.intervals).toEqual({ chair_s: [0, 0] });
  });

  it("gives the same intervals for the same seed", () => {
    const intervals = (seed: number) => scoreChair(captions, truth, "original", { seed, resamples: 50 }).intervals;
    expect(intervals(1)).toEqual(intervals(1));
  });

  it("refuses an image without ground truth, naming line and field", () => {
    const stray = located([{ image_id: 9, caption: "A dog." }], "captions.jsonl");
    expect(() => scoreChair(stray, truth, "original", RESAMPLING)).toThrow(
      'captions.jsonl, line 1, field "image_id": 9 is not in the ground truth.',
    );
  });

  it("refuses a second caption of an image", () => {
    const twice = located([captions[0]?.value ?? { image_id: 1, caption: "" }, { image_id: "1", caption: "A dog." }], "c.jsonl");
    expect(() => scoreChair(twice, truth, "original", RESAMPLING)).toThrow(
      'c.jsonl, line 2, field "image_id": 1 stands already in line 1.',
    );
  });
});

describe("ground truth", () => {
  it("refuses a category that is none of COCO's", () => {
    expect(() => statedTruth("truth.json", { "7": ["dog", "puppy"] })).toThrow('truth.json, field "7.1": "puppy" is none of COCO\'s 80');
  });

  it("adds what people named to what was annotated, for the images wanted", () => {
    const annotated = new Map([
      ["1", new Set(["dog"])],
      ["2", new Set(["car"])],
    ]);
    const human = new Map([
      ["1", ["A puppy with a frisbee."]],
      ["2", ["A bus."]],
    ]);
    const gathered = gatheredTruth(annotated, human, new Set(["1"]), originalMentions);
    expect([...gathered]).toEqual([["1", new Set(["dog", "frisbee"])]]);
  });
});

describe("the variant yaffle", () => {
  const categories = (caption: string) => yaffleMentions(caption).map(({ category }) => category);

  it.each([
    ["A bus passes two buses.", ["bus", "bus"]],
    ["A man in an orange shirt eats an orange.", ["person", "orange"]],
    ["There is no dog on the sofa.", ["couch"]],
    ["An animal sleeps.", []],
    ["A tennis racket lies on the bench.", ["tennis racket", "bench"]],
  ])("finds in %j", (caption, expected) => {
    expect(categories(caption)).toEqual(expected);
  });
});
