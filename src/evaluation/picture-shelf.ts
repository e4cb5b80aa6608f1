/** Pictures read from files, the latest kept: statements about one photograph follow each other. */

import type { Picture } from "../domain/picture.js";
import { readPicture } from "../image/read.js";
import { DEFAULT_LIMITS } from "../pipeline/limits.js";

/** About a megabyte each at the size of COCO's photographs. */
export const KEPT_PICTURES = 64;

/** @returns reads a file, or gives the picture that it was read to before; a failed reading is not kept */
export function pictureShelf(kept: number = KEPT_PICTURES): (path: string, signal: AbortSignal) => Promise<Picture> {
  const shelf = new Map<string, Promise<Picture>>();
  return (path, signal) => {
    const known = shelf.get(path);
    const picture = known ?? readPicture({ type: "file", path }, DEFAULT_LIMITS, signal);
    shelf.delete(path);
    shelf.set(path, picture);
    if (known === undefined) picture.catch(() => shelf.delete(path));
    const [oldest] = shelf.keys();
    if (shelf.size > kept && oldest !== undefined) shelf.delete(oldest);
    return picture;
  };
}
