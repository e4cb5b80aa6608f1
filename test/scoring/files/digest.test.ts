import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readHumanCaptions, readInstances } from "../../../src/scoring/files/coco.js";
import { type DigestForm, readDigest } from "../../../src/scoring/files/digest.js";

const INSTANCES = {
  images: [{ id: 1, file_name: "one.jpg" }, { id: "2" }],
  annotations: [
    { image_id: 1, category_id: 7, bbox: [0, 0, 1, 1] },
    { image_id: 1, category_id: 7 },
  ],
  categories: [
    { id: 7, name: "dog" },
    { id: 8, name: "kite" },
  ],
};

function folderWith(document: object): { readonly file: string; readonly cache: string; readonly kept: () => readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), "yaffle-digest-"));
  const cache = join(folder, "cache");
  const file = join(folder, "document.json");
  writeFileSync(file, JSON.stringify(document));
  return { file, cache, kept: () => readdirSync(join(cache, "scores")) };
}

/** Counts how often the whole file was taken apart. */
function counting(): { readonly form: DigestForm<{ readonly words: string }, { readonly count: number }>; readonly reduced: () => number } {
  let times = 0;
  return {
    form: {
      name: "count-1",
      whole: z.object({ words: z.string() }),
      digest: z.strictObject({ count: z.number() }),
      reduce: (_file, { words }) => {
        times += 1;
        return { count: words.split(" ").length };
      },
    },
    reduced: () => times,
  };
}

describe("the digest of a file", () => {
  it("is kept under the file's sha256, and the file is taken apart once", async () => {
    const { file, cache, kept } = folderWith({ words: "a b c" });
    const { form, reduced } = counting();
    expect(await readDigest(file, form, cache)).toEqual({ count: 3 });
    expect(await readDigest(file, form, cache)).toEqual({ count: 3 });
    expect(reduced()).toBe(1);
    expect(kept()).toEqual([expect.stringMatching(/^count-1-[0-9a-f]{64}\.json$/)]);
  });

  it("is made anew where the file has changed, or what was kept is damaged", async () => {
    const { file, cache, kept } = folderWith({ words: "a b c" });
    const { form, reduced } = counting();
    await readDigest(file, form, cache);
    const place = join(cache, "scores", kept()[0] ?? "");
    writeFileSync(place, '{"count":');
    expect(await readDigest(file, form, cache)).toEqual({ count: 3 });
    expect(JSON.parse(readFileSync(place, "utf8"))).toEqual({ count: 3 });
    writeFileSync(file, JSON.stringify({ words: "a" }));
    expect(await readDigest(file, form, cache)).toEqual({ count: 1 });
    expect(reduced()).toBe(3);
  });

  it("leaves one whole file where many make it at once", async () => {
    const { file, cache, kept } = folderWith({ words: "a b" });
    const { form } = counting();
    const all = await Promise.all(Array.from({ length: 8 }, () => readDigest(file, form, cache)));
    expect(all).toEqual(all.map(() => ({ count: 2 })));
    expect(kept()).toHaveLength(1);
  });

  it("is no worse where the folder cannot be written", async () => {
    const { file } = folderWith({ words: "a b" });
    const { form } = counting();
    expect(await readDigest(file, form, join(file, "no-folder"))).toEqual({ count: 2 });
  });

  it("is not kept of a file that is wrong, and the message names it", async () => {
    const { file, cache } = folderWith({ ...INSTANCES, annotations: [{ image_id: 1, category_id: 9 }] });
    for (const _time of [1, 2])
      await expect(readInstances(file, cache)).rejects.toThrow(`${file}, field "annotations.0.category_id": no category has the id 9.`);
    await expect(readInstances(join(cache, "none.json"), cache)).rejects.toThrow("cannot be read");
  });
});

describe("COCO's files", () => {
  it("are the same from the file and from what was kept of it", async () => {
    const { file, cache } = folderWith(INSTANCES);
    const expected = {
      images: [
        { id: "1", fileName: "one.jpg", categories: ["dog"] },
        { id: "2", fileName: null, categories: [] },
      ],
      categories: ["dog", "kite"],
    };
    expect(await readInstances(file, null)).toEqual(expected);
    expect(await readInstances(file, cache)).toEqual(expected);
    expect(await readInstances(file, cache)).toEqual(expected);
  });

  it("keep the captions of each image", async () => {
    const annotations = [
      { image_id: 2, caption: "A kite." },
      { image_id: 1, caption: "A dog." },
      { image_id: 2, caption: "The sky." },
    ];
    const { file, cache } = folderWith({ annotations });
    const expected = new Map([
      ["2", ["A kite.", "The sky."]],
      ["1", ["A dog."]],
    ]);
    for (const _time of [1, 2]) expect(await readHumanCaptions(file, cache)).toEqual(expected);
  });
});
