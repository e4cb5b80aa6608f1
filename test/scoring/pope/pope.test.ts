import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readAnswers, readQuestions } from "../../../src/scoring/files/pope-files.js";
import { readsAsYes } from "../../../src/scoring/pope/answer.js";
import { scorePope } from "../../../src/scoring/pope/pope.js";
import type { AnswerRow, QuestionRow } from "../../../src/scoring/pope/rows.js";
import { describeWithTestData } from "../../support/test-data.js";
import { located, RESAMPLING } from "../support.js";

const labels = ["yes", "no", "yes", "no"] as const;
const questions = located(
  labels.map((label, index): QuestionRow => ({ question_id: index + 1, image: `${index >> 1}.jpg`, text: "Is there a dog?", label })),
  "q.jsonl",
);
const answers = (...rows: readonly (readonly [id: number | null, answer: string])[]) =>
  located(
    rows.map(([question_id, answer]): AnswerRow => ({ question_id, answer })),
    "a.jsonl",
  );
const score = (given: ReturnType<typeof answers>) => scorePope(questions, given, RESAMPLING);

describe("POPE", () => {
  it("counts and rates the answers", () => {
    const given = answers([1, "Yes, there is."], [2, "Yes"], [3, "No."], [4, "There is no dog."]);
    expect(score(given).figures).toEqual({
      ...{ true_positive: 1, false_positive: 1, true_negative: 1, false_negative: 1 },
      ...{ accuracy: 0.5, precision: 0.5, recall: 0.5, f1: 0.5, yes_ratio: 0.5, missing: 0 },
    });
  });

  it("meets answers by id, whatever their order", () => {
    expect(score(answers([4, "no"], [3, "yes"], [2, "no"], [1, "yes"])).figures).toMatchObject({ accuracy: 1, missing: 0 });
  });

  it("meets answers without id by order", () => {
    expect(score(answers([null, "yes"], [null, "no"])).figures).toMatchObject({
      accuracy: 1,
      true_positive: 1,
      true_negative: 1,
      missing: 2,
    });
  });

  it("counts a missing answer and guesses nothing", () => {
    const { figures, items } = score(answers([1, "yes"]));
    expect(figures).toMatchObject({ accuracy: 1, missing: 3, precision: 1, recall: 1 });
    expect(items[1]).toMatchObject({ question_id: 2, answer: null, predicted: null });
  });

  it.each([
    ["an answer to no question", answers([1, "yes"], [7, "no"]), 'a.jsonl, line 2, field "question_id": 7 is the id of no question.'],
    ["a second answer", answers([1, "yes"], [1, "no"]), 'a.jsonl, line 2, field "question_id": 1 stands already in line 1.'],
    ["ids for some", answers([1, "yes"], [null, "no"]), 'a.jsonl, line 2, field "question_id"'],
    ["more answers than questions", answers(...labels.map(() => [null, "no"] as const), [null, "no"]), "a.jsonl, line 5: there are only 4"],
  ])("refuses %s", (_, given, message) => {
    expect(() => score(given)).toThrow(message);
  });
});

describe("a POPE answer", () => {
  it.each([
    ["No, there is not.", false],
    ["There is not a dog", false],
    ["no", false],
    ["NO", true],
    ["nope", true],
    ["It isn't", true],
    ["Yes. There is no cat.", true],
    ["", true],
  ])("%j reads as yes: %s", (answer, expected) => {
    expect(readsAsYes(answer)).toBe(expected);
  });
});

describeWithTestData(
  "POPE as published",
  (folder) => {
    it("reads the edge cases as the published scorer does", () => {
      const schema = z.array(z.object({ answer: z.string(), pope_official: z.enum(["yes", "no"]) }));
      const cases = schema.parse(JSON.parse(readFileSync(join(folder, "answer-edge-cases.json"), "utf8")));
      expect(cases.filter(({ answer, pope_official }) => readsAsYes(answer) !== (pope_official === "yes"))).toEqual([]);
    });

    it("gives the published figures", async () => {
      const { note: _, ...expected } = z
        .looseObject({ note: z.string() })
        .parse(JSON.parse(readFileSync(join(folder, "expected-adversarial.json"), "utf8")));
      const asked = await readQuestions(join(folder, "coco-adversarial.questions.jsonl"));
      const given = await readAnswers(join(folder, "llava-v1.5-13b.adversarial.answers.jsonl"));
      expect(scorePope(asked, given, RESAMPLING).figures).toEqual({ ...expected, missing: 0 });
    });
  },
  "metrics/pope",
);
