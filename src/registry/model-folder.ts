/** A model of several files, as a folder that is checked as one. */
import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { YaffleError } from "../domain/error.js";
import { sha256OfFile } from "./model-file.js";
import { fetchedFolder, statusOf } from "./models.js";
import { findModel } from "./read-registry.js";
import type { FetchedModel } from "./schema.js";

export interface CheckedFolder {
  readonly path: string;
  /** Of the list of its files with the sha256 of each, as `sha256sum` writes it, by path. */
  readonly sha256: string;
}

/**
 * A pulled model's folder, each of its files read and checked.
 * @throws YaffleError not_found; expert_unavailable where files are missing or altered
 */
export async function ensureModelFolder(id: string, modelsFolder: string): Promise<CheckedFolder & { readonly entry: FetchedModel }> {
  const entry = await findModel(id);
  if (entry.origin !== "fetched") throw new YaffleError("expert_unavailable", `The model ${id} has no folder of its own.`);
  const { files, state, fault } = await statusOf(modelsFolder, entry, "sha256");
  if (state === "missing") {
    throw new YaffleError(
      "expert_unavailable",
      `The model ${id} is not in ${fetchedFolder(modelsFolder, entry)}, or not whole. Run \`yaffle models pull ${id}\`.`,
    );
  }
  if (fault !== null) throw new YaffleError("expert_unavailable", fault);
  const path = fetchedFolder(modelsFolder, entry);
  return { entry, path, sha256: sha256OfList(files.map((file) => [namedFrom(path, file.path), file.sha256 ?? ""])) };
}

/**
 * A folder of the user's own.
 * @throws YaffleError invalid_request where it is not there or holds nothing
 */
export async function readOwnFolder(path: string): Promise<CheckedFolder> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  if (files.length === 0) throw new YaffleError("invalid_request", `The model folder ${path} is missing or empty.`);
  const sums: (readonly [name: string, sha256: string])[] = [];
  // One after the other: some are gigabytes.
  for (const file of files) sums.push([namedFrom(path, file), (await sha256OfFile(file)) ?? ""]);
  return { path, sha256: sha256OfList(sums) };
}

function namedFrom(folder: string, file: string): string {
  return relative(folder, file).split(sep).join("/");
}

function sha256OfList(sums: readonly (readonly [name: string, sha256: string])[]): string {
  const lines = sums.map(([name, sha256]) => `${sha256}  ${name}\n`).toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  return createHash("sha256").update(lines.join("")).digest("hex");
}
