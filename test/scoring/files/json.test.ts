import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { captionRow } from "../../../src/scoring/chair/rows.js";
import { categoriesByImage, instancesSchema } from "../../../src/scoring/files/coco.js";
import { readJsonDocument, readJsonLines } from "../../../src/scoring/files/json.js";
import { answerRow } from "../../../src/scoring/pope/rows.js";
import { folderOf } from "../support.js";

const read = (text: string) => readJsonLines(join(folderOf({ "c.jsonl": text }), "c.jsonl"), captionRow);

describe("a JSON-lines file", () => {
  it("gives its rows with their lines; blank lines count", async () => {
    const rows = await read('{"image_id": 1, "caption": "a"}\n\n{"image_id": "x", "caption": "b", "more": 1}\n');
    expect(rows.map(({ value, line }) => [line, value])).toEqual([
      [1, { image_id: 1, caption: "a" }],
      [3, { image_id: "x", caption: "b" }],
    ]);
  });

  it.each([
    ["a broken line", '{"image_id": 1, "caption": "a"}\n{"image_id": 2,', /c\.jsonl, line 2: is no JSON/],
    ["another column", '{"image_id": 1, "text": "a"}\n', /c\.jsonl, line 1, field "caption": is missing\./],
    ["another type", '{"image_id": 1, "caption": 7}\n', /c\.jsonl, line 1, field "caption": .*expected string/],
    ["a list instead of objects", "[1]\n", /c\.jsonl, line 1: .*expected object/],
    ["no row", "\n\n", /c\.jsonl: holds no row/],
  ])("is refused for %s", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(expect.objectContaining({ code: "invalid_request", message: expect.stringMatching(message) }));
  });

  it("is refused where it is not there", async () => {
    await expect(readJsonLines("nowhere.jsonl", captionRow)).rejects.toThrow(/nowhere\.jsonl: cannot be read/);
  });

  it("names the columns of which one is needed", async () => {
    const file = join(folderOf({ "a.jsonl": '{"question_id": 1, "reply": "yes"}\n' }), "a.jsonl");
    await expect(readJsonLines(file, answerRow)).rejects.toThrow('a.jsonl, line 1: has neither "text" nor "answer".');
  });
});

describe("a JSON document", () => {
  it("is refused with the path of what is wrong", async () => {
    const folder = folderOf({ "d.json": '{"images": [{"id": 1}], "annotations": [{"image_id": 1}], "categories": []}', "e.json": "{" });
    await expect(readJsonDocument(join(folder, "d.json"), instancesSchema)).rejects.toThrow(
      'd.json, field "annotations.0.category_id": is missing.',
    );
    await expect(readJsonDocument(join(folder, "e.json"), z.unknown())).rejects.toThrow("e.json: is no JSON");
  });
});

describe("COCO instances", () => {
  const instances = {
    images: [{ id: 1 }, { id: 2 }],
    annotations: [
      { image_id: 1, category_id: 18 },
      { image_id: 1, category_id: 18 },
    ],
    categories: [{ id: 18, name: "dog" }],
  };

  it("name the categories of each image, of an empty one too", () => {
    expect([...categoriesByImage("i.json", instances)]).toEqual([
      ["1", new Set(["dog"])],
      ["2", new Set()],
    ]);
  });

  it.each([
    [{ image_id: 9, category_id: 18 }, 'i.json, field "annotations.0.image_id": no image has the id 9.'],
    [{ image_id: 1, category_id: 7 }, 'i.json, field "annotations.0.category_id": no category has the id 7.'],
  ])("are refused for %j", (annotation, message) => {
    expect(() => categoriesByImage("i.json", { ...instances, annotations: [annotation] })).toThrow(message);
  });
});
