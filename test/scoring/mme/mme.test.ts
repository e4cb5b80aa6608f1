import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readMmeFolder } from "../../../src/scoring/files/mme-files.js";
import { readAnswer, scoreMme } from "../../../src/scoring/mme/mme.js";
import type { MmeRow } from "../../../src/scoring/mme/rows.js";
import { describeWithTestData } from "../../support/test-data.js";
import { folderOf, located, RESAMPLING } from "../support.js";

const row = (image: string, truth: "yes" | "no", answer: string): MmeRow => ({ image, question: "Is there a dog?", truth, answer });

describe("MME", () => {
  it("adds the share of right answers and of images with both right, in percent", () => {
    const existence = located([row("1", "yes", "Yes"), row("1", "no", "no, none"), row("2", "yes", "yes"), row("2", "no", "yes")]);
    const { figures, items, intervals } = scoreMme(new Map([["existence", existence]]), RESAMPLING);
    expect(figures).toEqual({ existence: 75 + 50, hallucination_subset: null, perception: null, cognition: null });
    expect(items.map(({ right }) => right)).toEqual([true, true, true, false]);
    expect(intervals).toEqual({ existence: [50, 200] });
  });

  it("sums the four tasks of the hallucination subset", () => {
    const pair = located([row("1", "yes", "yes"), row("1", "no", "no")]);
    const answers = new Map((["existence", "count", "position", "color"] as const).map((task) => [task, pair]));
    expect(scoreMme(answers, RESAMPLING).figures).toMatchObject({ hallucination_subset: 800, perception: null });
  });

  it("refuses lines that do not pair", () => {
    const torn = located([row("1", "yes", "yes"), row("2", "no", "no")], "count.txt");
    expect(() => scoreMme(new Map([["count", torn]]), RESAMPLING)).toThrow('count.txt, line 2, field "image": is 2');
    const odd = located([row("1", "yes", "yes")], "count.txt");
    expect(() => scoreMme(new Map([["count", odd]]), RESAMPLING)).toThrow("the second question about 1 is missing");
  });

  it.each([
    ["Yes, it is", "yes"],
    ["no", "no"],
    ["Not at all", "no"],
    [" no way", "no"],
    ["There is", "other"],
    ["", "other"],
  ])("reads %j as %s", (answer, expected) => {
    expect(readAnswer(answer)).toBe(expected);
  });
});

describe("a folder of MME results", () => {
  it("is read task by task", async () => {
    const folder = folderOf({ "count.txt": "1.jpg\tTwo?\tYes\tyes\r\n1.jpg\tThree?\tNo\tno\r\n", "notes.md": "" });
    const answers = await readMmeFolder(folder);
    expect(answers.get("count")?.map(({ value, line }) => [line, value.truth, value.answer])).toEqual([
      [1, "yes", "yes"],
      [2, "no", "no"],
    ]);
  });

  it.each([
    [{ "count.txt": "1.jpg\tTwo?\tYes\n" }, 'count.txt, line 1, field "answer": 3 tab-separated columns'],
    [{ "count.txt": "1.jpg\tTwo?\tYes\tyes\n1.jpg\tTwo?\tMaybe\tyes\n" }, 'count.txt, line 2, field "truth": is "Maybe"'],
    [{ "counting.txt": "" }, "counting.txt: is none of MME's tasks"],
    [{ "count.txt": "\n" }, "count.txt: holds no line."],
    [{ "notes.md": "" }, "holds no task"],
  ])("is refused: %j", async (files, message) => {
    await expect(readMmeFolder(folderOf(files))).rejects.toThrow(message);
  });
});

describeWithTestData(
  "MME as published",
  (folder) => {
    it("gives the published scores", async () => {
      const { figures } = scoreMme(await readMmeFolder(join(folder, "lavin")), RESAMPLING);
      const expected = z
        .looseObject({ note: z.string() })
        .catchall(z.union([z.number(), z.string()]))
        .parse(JSON.parse(readFileSync(join(folder, "expected-lavin.json"), "utf8")));
      for (const [name, value] of Object.entries(expected)) if (typeof value === "number") expect(figures[name]).toBeCloseTo(value, 4);
      expect(Object.keys(figures)).toHaveLength(14 + 3);
    });
  },
  "metrics/mme",
);
