import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FormatName } from "../../src/audit/formats/format.js";
import { FORMATS } from "../../src/audit/formats/formats.js";
import { readQuestions } from "../../src/audit/formats/questions.js";
import { readRows } from "../../src/audit/rows/read-rows.js";
import type { ReadRow } from "../../src/audit/rows/row.js";
import { freshFolder, rowSource, writeRows } from "../support/audit.js";

const folder = freshFolder();

async function read(
  format: FormatName,
  rows: readonly unknown[],
  questions: readonly unknown[] | null = null,
): Promise<readonly ReadRow[]> {
  const source = rowSource(writeRows(folder, rows), folder);
  const asked = questions === null ? null : await readQuestions(writeRows(folder, questions, "questions.jsonl"));
  const all: ReadRow[] = [];
  const context = { ...source.context, questions: asked };
  for await (const one of readRows({ ...source, format: FORMATS[format], context })) all.push(one);
  return all;
}

const picture = (name: string) => [{ type: "file", path: join(folder, name) }];

describe("a rows' file", () => {
  it("gives rows with their lines, paths beside the file, and the bytes behind", async () => {
    const [first, second] = await read("rows", [
      { id: 7, image: "a/b.jpg", response: "A dog." },
      "",
      { id: "x", images: ["c.jpg", "data:,"], response: "-" },
    ]);
    expect(first).toMatchObject({ type: "row", end: 47, row: { id: "7", line: 1, images: picture("a/b.jpg"), model: null } });
    expect(second).toMatchObject({ row: { id: "x", line: 3, images: [...picture("c.jpg"), { type: "data_uri", text: "data:," }] } });
  });

  it("says of a bad line which it is and what is wrong", async () => {
    const long = { id: "long", image: "a.jpg", response: "x".repeat(100_000) };
    const lines = ["[1]", "{", Buffer.from([0xff]).toString("latin1"), long, { id: "a", image: "a", images: [], response: "" }];
    const bad = await read("rows", lines);
    expect(bad.map((one) => (one.type === "bad" ? [one.error.line, one.error.id, one.error.error.code] : one.type))).toEqual([
      [1, null, "invalid_request"],
      [2, null, "invalid_request"],
      [3, null, "invalid_request"],
      [4, null, "invalid_request"],
      [5, "a", "invalid_request"],
    ]);
  });

  it("may be a file of CHAIR's captions, whose numbers are COCO's file names", async () => {
    mkdirSync(join(folder, "coco"), { recursive: true });
    writeFileSync(join(folder, "COCO_val2014_000000000042.jpg"), "");
    const [found, lost] = await read("chair", [
      { image_id: 42, caption: "A dog." },
      { image_id: 43, caption: "A cat." },
    ]);
    expect(found).toMatchObject({ row: { id: "42", response: "A dog.", images: picture("COCO_val2014_000000000042.jpg") } });
    expect(lost).toMatchObject({ type: "bad", error: { id: "43", error: { message: expect.stringContaining("--images") } } });
  });

  it("may be answers to POPE's questions, met by id or by order", async () => {
    const questions = [
      { question_id: 1, image: "a.jpg", text: "Is there a dog?", label: "yes" },
      { question_id: 2, image: "b.jpg", text: "Is there a cat?", label: "no" },
    ];
    const byId = await read("pope", [{ question_id: 2, text: "No" }], questions);
    expect(byId).toMatchObject([{ row: { id: "2", response: "No", prompt: "Is there a cat?", images: picture("b.jpg") } }]);
    const byOrder = await read("pope", [{ answer: "Yes" }, { answer: "No" }], questions);
    expect(byOrder).toMatchObject([{ row: { id: "1", images: picture("a.jpg") } }, { row: { id: "2", images: picture("b.jpg") } }]);
    expect(await read("pope", [{ question_id: 9, answer: "Yes" }], questions)).toMatchObject([{ type: "bad", error: { id: "9" } }]);
  });

  it("may be LLaVA's answers, which keep the prompt as it was sent", async () => {
    const answer = { question_id: "q1", prompt: "Is there a dog?\nOne word.", text: "Yes", answer_id: "z", model_id: "tiny", metadata: {} };
    const question = { question_id: "q1", image: "a.jpg", text: "Is there a dog?" };
    expect(await read("llava", [answer], [question])).toMatchObject([
      { row: { id: "q1", response: "Yes", prompt: "Is there a dog?\nOne word.", model: "tiny", images: picture("a.jpg") } },
    ]);
    expect(await read("llava", [answer])).toMatchObject([{ error: { error: { message: expect.stringContaining("--questions") } } }]);
  });

  it("may be lines of an OpenAI batch", async () => {
    const line = {
      custom_id: "c1",
      method: "POST",
      url: "/v1/correct",
      body: { image: { base64: "AAAA" }, response: "A dog.", options: { policy: "strict" } },
    };
    expect(await read("openai", [line, { ...line, custom_id: "c2", url: "/v1/embeddings" }])).toMatchObject([
      { row: { id: "c1", images: [{ type: "base64", text: "AAAA" }], options: { policy: "strict" } } },
      { type: "bad", error: { id: "c2" } },
    ]);
  });
});
