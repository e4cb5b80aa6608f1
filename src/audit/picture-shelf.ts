/**
 * The pictures that rows are about, the latest kept: a picture of many rows is decoded once, and since the detector keeps its looks as
 * long as the picture is kept, it is detected once too. Equal bytes under two names are one picture.
 *
 * Rows about one picture mostly follow each other; a file that jumps between more pictures than fit here reads them again.
 */
import { createHash } from "node:crypto";
import type { Picture } from "../domain/picture.js";
import { readPicture } from "../image/read.js";
import type { ImageLimits } from "../image/source.js";
import type { EncodedImage } from "../wire/request.js";

/** Decoded pixels: some 280 photographs of COCO's size. */
export const KEPT_PICTURE_BYTES = 256 * 1024 * 1024;

/** @throws as `readPicture` */
export type PictureShelf = (source: EncodedImage) => Promise<Picture>;

interface Kept {
  readonly picture: Promise<Picture>;
  /** 0 while it is read. */
  bytes: number;
}

/** @param keptBytes at most so many are kept beside those being read */
export function pictureShelf(limits: ImageLimits, keptBytes: number = KEPT_PICTURE_BYTES): PictureShelf {
  const shelf = new Map<string, Kept>();
  const bySha256 = new Map<string, WeakRef<Picture>>();
  let held = 0;

  const read = async (source: EncodedImage): Promise<Picture> => {
    const fresh = await readPicture(source, limits);
    const known = bySha256.get(fresh.sha256)?.deref();
    if (known !== undefined) return known;
    bySha256.set(fresh.sha256, new WeakRef(fresh));
    return fresh;
  };
  const forget = (key: string, one: Kept): void => {
    if (shelf.get(key) !== one) return;
    shelf.delete(key);
    held -= one.bytes;
  };
  const makeRoom = (): void => {
    for (const [key, one] of shelf) {
      if (held <= keptBytes) break;
      if (one.bytes > 0) forget(key, one);
    }
    if (bySha256.size > 2 * shelf.size + 64) {
      for (const [sha256, reference] of bySha256) if (reference.deref() === undefined) bySha256.delete(sha256);
    }
  };
  return (source) => {
    const key = keyOf(source);
    const known = shelf.get(key);
    if (known !== undefined) {
      shelf.delete(key);
      shelf.set(key, known);
      return known.picture;
    }
    const one: Kept = { picture: read(source), bytes: 0 };
    shelf.set(key, one);
    one.picture.then(
      ({ pixels }) => {
        one.bytes = pixels.byteLength;
        held += one.bytes;
        makeRoom();
      },
      () => forget(key, one),
    );
    return one.picture;
  };
}

function keyOf(source: EncodedImage): string {
  if (source.type === "file") return `file ${source.path}`;
  return createHash("sha256")
    .update(source.type === "bytes" ? source.bytes : source.text)
    .digest("hex");
}
