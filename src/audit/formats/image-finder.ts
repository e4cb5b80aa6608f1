/** Where the pictures of rows lie: a path as written, or the file that a dataset's number stands for. */
import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { refusal } from "../../wire/faults.js";
import { sourceOf } from "../../wire/input.js";
import type { EncodedImage } from "../../wire/request.js";

/** COCO pads its numbers to twelve digits; the sets of 2014 put their name before. */
const NAMES: readonly ((id: string) => string)[] = [
  (id) => `${id}.jpg`,
  (id) => `${id.padStart(12, "0")}.jpg`,
  (id) => `COCO_val2014_${id.padStart(12, "0")}.jpg`,
  (id) => `COCO_train2014_${id.padStart(12, "0")}.jpg`,
  (id) => `${id}.png`,
];

export interface ImageFinder {
  /** A path (relative ones begin at the folder) or a data: URI. @throws YaffleError image_fetch_blocked for an address */
  named(text: string, field: string): EncodedImage;
  /** The picture of a dataset's image id. @throws YaffleError invalid_request where no file of a known name is there */
  numbered(id: string, field: string): Promise<EncodedImage>;
}

export function imageFinder(folder: string): ImageFinder {
  let latest = NAMES[0];
  return {
    named: (text, field) => {
      const source = sourceOf(text, field);
      return source.type === "file" ? { type: "file", path: resolve(folder, source.path) } : source;
    },
    numbered: async (id, field) => {
      for (const name of [latest, ...NAMES]) {
        const path = resolve(folder, name?.(id) ?? id);
        if (!(await exists(path))) continue;
        latest = name;
        return { type: "file", path };
      }
      throw refusal([{ path: field, message: `no picture of ${id} is in ${folder}; --images names the folder of the pictures` }]);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
