/**
 * What a fetched file must be. The registry pins most files by sha256. One that it does not pin is held to what the first pull got, which
 * lies beside the file in the form that `sha256sum --check` reads. Only `yaffle models remove` forgets it.
 */
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { codeOf } from "../files.js";
import { readIfThere } from "./model-file.js";
import type { FetchedFile, FetchedModel } from "./schema.js";

/** A fetched model's file in one models folder. */
export function fetchedPath(modelsFolder: string, entry: FetchedModel, file: FetchedFile): string {
  return join(modelsFolder, entry.id, ...file.path.split("/"));
}

/** The sha256 that the file must have; null where nothing is known of it yet. */
export async function pinOf(path: string, file: FetchedFile): Promise<string | null> {
  if (file.sha256 !== null) return file.sha256;
  const written = await readIfThere(lockPath(path));
  return written === null ? null : (/^[0-9a-f]{64}/.exec(Buffer.from(written).toString("utf8"))?.[0] ?? null);
}

/** Holds an unpinned file to the sha256 that was got; of two pulls at once the first wins. @returns the sha256 that holds now */
export async function holdTo(path: string, file: FetchedFile, sha256: string): Promise<string> {
  if (file.sha256 !== null) return file.sha256;
  try {
    await writeFile(lockPath(path), `${sha256}  ${basename(path)}\n`, { flag: "wx" });
    return sha256;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    return (await pinOf(path, file)) ?? sha256;
  }
}

function lockPath(path: string): string {
  return `${path}.sha256`;
}
