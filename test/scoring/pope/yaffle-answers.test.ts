import { describe, expect, it } from "vitest";
import { YaffleError } from "../../../src/domain/error.js";
import { DEFAULT_LIMITS } from "../../../src/pipeline/limits.js";
import { createYaffle } from "../../../src/pipeline/yaffle.js";
import { scorePope } from "../../../src/scoring/pope/pope.js";
import type { QuestionRow } from "../../../src/scoring/pope/rows.js";
import { answersOfYaffle, correctedAnswers, type Examination } from "../../../src/scoring/pope/yaffle-answers.js";
import { boxAt, fakeDetector } from "../../support/fake-detector.js";
import { madePicture } from "../../support/pictures.js";
import { located, RESAMPLING } from "../support.js";

const ask = (question_id: number, image: string, thing: string, label: "yes" | "no"): QuestionRow => ({
  ...{ question_id, image, label },
  text: `Is there a ${thing} in the image?`,
});
const questions = located([ask(1, "a.png", "dog", "yes"), ask(2, "a.png", "cat", "no"), ask(3, "b.png", "violin", "no")], "q.jsonl");

/** Sees a dog in every picture and nothing else. */
function examination(opened: string[] = []): Examination {
  const detector = fakeDetector({ dog: { presence: 0.97, boxes: [boxAt(0.96)] } });
  const yaffle = createYaffle({
    detector,
    color: null,
    textReader: null,
    answerer: null,
    clock: { nowMs: () => 0 },
    limits: DEFAULT_LIMITS,
  });
  return {
    yaffle,
    openPicture: async (image) => {
      opened.push(image);
      return madePicture();
    },
  };
}

describe("POPE put to Yaffle", () => {
  it("answers what its detector can see, and leaves the rest unanswered", async () => {
    const answers = await answersOfYaffle(questions, examination());
    expect(answers.map(({ value }) => value)).toEqual([
      { question_id: 1, answer: "yes" },
      { question_id: 2, answer: "no" },
    ]);
    expect(scorePope(questions, answers, RESAMPLING).figures).toMatchObject({ accuracy: 1, missing: 1 });
  });

  it("reads a picture once for the questions about it", async () => {
    const opened: string[] = [];
    await answersOfYaffle(questions, examination(opened));
    expect(opened).toEqual(["a.png", "b.png"]);
  });

  it.each([
    ["by id", [2, 1]],
    ["by order", [null, null]],
  ])("corrects given answers, met %s", async (_, ids) => {
    const given = ids.map((question_id) => ({ question_id, answer: "Yes, there is." }));
    const before = located(given, "a.jsonl");
    const after = await correctedAnswers(questions, before, examination());
    expect(scorePope(questions, before, RESAMPLING).figures).toMatchObject({ accuracy: 1 / 2, missing: 1 });
    expect(scorePope(questions, after, RESAMPLING).figures).toMatchObject({ accuracy: 1, missing: 1 });
  });

  it("says whose picture cannot be read", async () => {
    const broken = async () => {
      throw new YaffleError("image_undecodable", "The image is damaged.");
    };
    await expect(answersOfYaffle(questions, { ...examination(), openPicture: broken })).rejects.toThrow(
      'q.jsonl, line 1, field "image": The image is damaged.',
    );
  });
});
