import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readInstances } from "../../../src/evaluation/truth/coco-file.js";
import { findPhotographs } from "../../../src/evaluation/truth/folder.js";

const INSTANCES = {
  images: [{ id: 7, file_name: "a.jpg", width: 200, height: 100 }],
  annotations: [
    { id: 1, image_id: 7, category_id: 18, bbox: [20, 10, 100, 50], iscrowd: 0, color: "brown" },
    { id: 2, image_id: 7, category_id: 1, bbox: [0, 0, 200, 100], iscrowd: 1 },
  ],
  categories: [
    { id: 1, name: "person" },
    { id: 18, name: "dog" },
  ],
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "photographs-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, content = "{}"): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

describe("a folder of photographs", () => {
  it("may be a download of COCO", async () => {
    await put("annotations/instances_val2017.json");
    await put("annotations/captions_val2017.json");
    await put("val2017/a.jpg");
    expect(await findPhotographs(folder)).toMatchObject({
      images: join(folder, "val2017"),
      instances: join(folder, "annotations/instances_val2017.json"),
      captions: join(folder, "annotations/captions_val2017.json"),
      questions: {},
      captionPairs: null,
      responses: null,
    });
  });

  it("may hold instances beside images, with questions and responses", async () => {
    await put("coco/instances.json");
    await put("coco/images/a.jpg");
    await put("coco/existence-popular.jsonl");
    await put("responses/responses.jsonl");
    expect(await findPhotographs(folder)).toMatchObject({
      images: join(folder, "coco/images"),
      questions: { popular: join(folder, "coco/existence-popular.jsonl") },
      responses: join(folder, "responses/responses.jsonl"),
    });
  });

  it("without photographs is refused, with what was expected", async () => {
    await put("notes.txt");
    await expect(findPhotographs(folder)).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringMatching(/instances\.json/),
    });
  });
});

describe("an instances file", () => {
  it("gives boxes as fractions, crowds and colors where labelled", async () => {
    await put("instances.json", JSON.stringify(INSTANCES));
    expect(await readInstances(join(folder, "instances.json"))).toEqual([
      {
        id: 7,
        fileName: "a.jpg",
        instances: [
          { category: "dog", box: { x1: 0.1, y1: 0.1, x2: 0.6, y2: 0.6 }, crowd: false, color: "brown" },
          { category: "person", box: { x1: 0, y1: 0, x2: 1, y2: 1 }, crowd: true, color: null },
        ],
      },
    ]);
  });

  it("of another form is refused by name", async () => {
    await put("instances.json", JSON.stringify({ ...INSTANCES, images: [{ id: "seven" }] }));
    await expect(readInstances(join(folder, "instances.json"))).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringMatching(/images/),
    });
    await put("instances.json", "{");
    await expect(readInstances(join(folder, "instances.json"))).rejects.toMatchObject({ message: expect.stringMatching(/not JSON/) });
  });
});
