/** What a person or a start-up does with the models folder: list, verify, remove, and make sure of one. */
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { YaffleError } from "../domain/error.js";
import { writeWhole } from "../files.js";
import { makeModel } from "./make-model.js";
import { readIfThere, sha256Of } from "./model-file.js";
import { fetchedPath, pinOf } from "./pinning.js";
import { findModel, readRegistry } from "./read-registry.js";
import type { ConvertedModel, FetchedModel, ModelEntry } from "./schema.js";
import { type FileStatus, inspectFiles, type Thoroughness } from "./status.js";

/** A model of the registry and its files in one folder. */
export interface ModelStatus {
  readonly entry: ModelEntry;
  /** The worst of its files'. */
  readonly state: FileStatus["state"];
  readonly files: readonly FileStatus[];
  /** What is wrong and how to mend it, in words; null where every file is ready. */
  readonly fault: string | null;
}

/** Every model of the registry in its order. Looks at the sizes of the files that are there, and reads none. */
export async function listModels(modelsFolder: string): Promise<readonly ModelStatus[]> {
  const { models } = await readRegistry();
  return Promise.all(models.map((entry) => statusOf(modelsFolder, entry, "size")));
}

/**
 * The models whose files are there, or those named, each read whole, with its fault. A model that was never pulled is no fault unless it is
 * named.
 * @throws YaffleError not_found for an id that the registry does not have
 */
export async function verifyModels(modelsFolder: string, ids: readonly string[] = []): Promise<readonly ModelStatus[]> {
  const { models } = await readRegistry();
  const named = ids.length > 0 ? await Promise.all(ids.map(findModel)) : models;
  const statuses: ModelStatus[] = [];
  // One after the other: each is read from disk, some are gigabytes.
  for (const entry of named) statuses.push(await statusOf(modelsFolder, entry, "sha256"));
  return ids.length > 0 ? statuses : statuses.filter(({ files }) => files.some(({ state }) => state !== "missing"));
}

/**
 * Takes a model out of the folder, with what was written down of its unpinned files.
 * @returns false where nothing was there
 * @throws YaffleError not_found; invalid_request for one that an installed package brings
 */
export async function removeModel(id: string, modelsFolder: string): Promise<boolean> {
  const entry = await findModel(id);
  if (entry.origin === "packaged") {
    throw new YaffleError(
      "invalid_request",
      `${id} comes with an installed package: there is nothing of it in the models folder to remove.`,
    );
  }
  const { files } = await statusOf(modelsFolder, entry, "size");
  await rm(entry.origin === "converted" ? convertedPath(modelsFolder, entry) : join(modelsFolder, entry.id), {
    recursive: true,
    force: true,
  });
  return files.some(({ state }) => state !== "missing");
}

/**
 * A model of one file for loading: its bytes, checked. Made on first use where an installed package brings what it is made from.
 * @throws YaffleError not_found; expert_unavailable where the file is missing or altered, or cannot be made: it is never replaced unasked
 */
export async function ensureModel(id: string, modelsFolder: string): Promise<{ readonly entry: ModelEntry; readonly bytes: Uint8Array }> {
  const entry = await findModel(id);
  if (entry.origin === "packaged" || (entry.origin === "fetched" && entry.files.length > 1)) {
    throw new YaffleError("expert_unavailable", `The model ${id} is not one file: it cannot be loaded as one.`);
  }
  const bytes = entry.origin === "converted" ? await ensureConverted(entry, modelsFolder) : await readFetched(entry, modelsFolder);
  return { entry, bytes };
}

/** Where the file of a converted model belongs. */
export function convertedPath(modelsFolder: string, entry: ConvertedModel): string {
  return join(modelsFolder, entry.file.path);
}

/** Where a fetched model's files lie, in the layout of their repository; the folder is there after a pull. */
export function fetchedFolder(modelsFolder: string, entry: FetchedModel): string {
  return join(modelsFolder, entry.id);
}

/** How a model stands in one folder. */
export async function statusOf(modelsFolder: string, entry: ModelEntry, thoroughness: Thoroughness): Promise<ModelStatus> {
  const files = await inspectFiles(modelsFolder, entry, thoroughness);
  const state = (["altered", "missing"] as const).find((one) => files.some((file) => file.state === one)) ?? "ready";
  return { entry, state, files, fault: faultOf(entry, files) };
}

async function ensureConverted(entry: ConvertedModel, modelsFolder: string): Promise<Uint8Array> {
  const path = convertedPath(modelsFolder, entry);
  const present = await readIfThere(path);
  if (present === null) {
    const bytes = await makeModel(entry);
    await writeWhole(path, bytes);
    return bytes;
  }
  return checked(entry, present, path, entry.file.sha256);
}

async function readFetched(entry: FetchedModel, modelsFolder: string): Promise<Uint8Array> {
  const [file] = entry.files;
  if (file === undefined) throw new Error(`the registry gives ${entry.id} no file`);
  const path = fetchedPath(modelsFolder, entry, file);
  const present = await readIfThere(path);
  if (present === null) {
    throw new YaffleError(
      "expert_unavailable",
      `The model ${entry.id} is not in ${dirname(path)}. Run \`yaffle models pull ${entry.id}\`.`,
    );
  }
  return checked(entry, present, path, await pinOf(path, file));
}

/** @param expected null where nothing is known: a file that was put there by hand, unpinned */
function checked(entry: ModelEntry, bytes: Uint8Array, path: string, expected: string | null): Uint8Array {
  const sha256 = sha256Of(bytes);
  if (expected === null || sha256 === expected) return bytes;
  const fault = faultOf(entry, [{ path, state: "altered", sha256, expected }]);
  throw new YaffleError("expert_unavailable", fault ?? "");
}

function faultOf(entry: ModelEntry, files: readonly FileStatus[]): string | null {
  const faults = files.flatMap(({ path, state, sha256, expected }) => {
    if (state === "missing") return [`The model file ${path} is missing.`];
    if (state === "ready") return [];
    const seen = sha256 === null ? "another size than the registry names" : `sha256 ${sha256} and not ${expected}`;
    return [`The model file ${path} has ${seen}: it is damaged or another file.`];
  });
  const mend = entry.origin === "packaged" ? "Install Yaffle's packages anew (`npm ci` does)." : `Run \`yaffle models pull ${entry.id}\`.`;
  return faults.length === 0 ? null : [...faults, mend].join(" ");
}
