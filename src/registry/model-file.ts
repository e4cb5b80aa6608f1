/** One file of the models folder: where it belongs, and whether what lies there is what the registry names. */
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ModelEntry } from "./schema.js";

/** `altered`: a file of that name is there, with another sha256. */
export type ModelState = "ready" | "missing" | "altered";

export interface ModelFile {
  readonly path: string;
  readonly state: ModelState;
  /** Of what lies there; null where nothing does. */
  readonly sha256: string | null;
}

export function modelPath(modelsFolder: string, entry: ModelEntry): string {
  return join(modelsFolder, entry.file.path);
}

/** Reads the file whole: a model that is loaded must be the one that was checked. */
export async function inspectModelFile(modelsFolder: string, entry: ModelEntry): Promise<ModelFile> {
  const path = modelPath(modelsFolder, entry);
  const bytes = await readIfThere(path);
  if (bytes === null) return { path, state: "missing", sha256: null };
  const sha256 = sha256Of(bytes);
  return { path, state: sha256 === entry.file.sha256 ? "ready" : "altered", sha256 };
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** @returns null where there is no such file */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Writes beside the place and renames: another process sees the old file, or none, or the whole new one. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(unfinished, bytes, { flag: "wx" });
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
