import { join } from "node:path";
import { expect, it } from "vitest";
import { pictureShelf } from "../../src/audit/picture-shelf.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import { freshFolder, writePicture } from "../support/audit.js";

const folder = freshFolder();
const file = (name: string) => ({ type: "file", path: join(folder, name) }) as const;
await writePicture(folder, "a.png");
await writePicture(folder, "same.png");
await writePicture(folder, "b.png", "#336699");
const ONE_PICTURE_BYTES = 32 * 24 * 3;

it("gives the same picture for the same file, and for equal bytes under another name", async () => {
  const shelf = pictureShelf(DEFAULT_LIMITS);
  const first = await shelf(file("a.png"));
  expect(await shelf(file("a.png"))).toBe(first);
  expect(await shelf(file("same.png"))).toBe(first);
  expect(await shelf(file("b.png"))).not.toBe(first);
});

it("reads a picture once for all who ask at the same time", async () => {
  const shelf = pictureShelf(DEFAULT_LIMITS);
  const pictures = await Promise.all([1, 2, 3].map(() => shelf(file("a.png"))));
  expect(new Set(pictures).size).toBe(1);
});

it("asks again for what could not be read", async () => {
  const shelf = pictureShelf(DEFAULT_LIMITS);
  await expect(shelf(file("late.png"))).rejects.toMatchObject({ code: "invalid_request" });
  await writePicture(folder, "late.png");
  expect(await shelf(file("late.png"))).toMatchObject({ width: 32, height: 24 });
});

it("keeps no more than it may, and the latest", async () => {
  const shelf = pictureShelf(DEFAULT_LIMITS, ONE_PICTURE_BYTES);
  const asked = shelf(file("a.png"));
  await asked;
  expect(shelf(file("a.png"))).toBe(asked);
  await shelf(file("b.png"));
  expect(shelf(file("a.png"))).not.toBe(asked);
});
