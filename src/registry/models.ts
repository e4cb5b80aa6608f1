/** What a person or a start-up does with the models folder: list, verify, pull, and make sure of one. */
import { YaffleError } from "../domain/error.js";
import { makeModel } from "./make-model.js";
import { inspectModelFile, type ModelFile, modelPath, readIfThere, sha256Of, writeWhole } from "./model-file.js";
import { findModel, readRegistry } from "./read-registry.js";
import type { ModelEntry } from "./schema.js";

/** A model of the registry and its file in one folder. */
export interface ModelStatus {
  readonly entry: ModelEntry;
  readonly file: ModelFile;
  /** What is wrong and how to mend it, in words; null where the file is ready. */
  readonly fault: string | null;
}

export interface PulledModel {
  readonly entry: ModelEntry;
  readonly path: string;
  /** False where the right file was there already. */
  readonly isNew: boolean;
}

/** Every model of the registry, ready or not, in the registry's order. */
export async function listModels(modelsFolder: string): Promise<readonly ModelStatus[]> {
  const { models } = await readRegistry();
  return Promise.all(models.map((entry) => statusOf(modelsFolder, entry)));
}

/**
 * The models whose file is there, or those named, each with its fault. A model that was never pulled is no fault unless it is named.
 * @throws YaffleError not_found for an id that the registry does not have
 */
export async function verifyModels(modelsFolder: string, ids: readonly string[] = []): Promise<readonly ModelStatus[]> {
  if (ids.length > 0) return Promise.all(ids.map(async (id) => statusOf(modelsFolder, await findModel(id))));
  return (await listModels(modelsFolder)).filter(({ file }) => file.state !== "missing");
}

/**
 * Puts the right file into the folder, over a wrong one where there is one. Two processes may do so at once.
 * @throws YaffleError not_found, or expert_unavailable where what it is made from is missing
 */
export async function pullModel(id: string, modelsFolder: string): Promise<PulledModel> {
  const entry = await findModel(id);
  const file = await inspectModelFile(modelsFolder, entry);
  if (file.state === "ready") return { entry, path: file.path, isNew: false };
  const path = modelPath(modelsFolder, entry);
  await writeWhole(path, await makeModel(entry));
  return { entry, path, isNew: true };
}

/**
 * A model for loading: its bytes, checked. Made on first use where an installed package brings what it is made from.
 * @throws YaffleError not_found; expert_unavailable where the file is altered, or cannot be made: it is never replaced unasked
 */
export async function ensureModel(id: string, modelsFolder: string): Promise<{ readonly entry: ModelEntry; readonly bytes: Uint8Array }> {
  const entry = await findModel(id);
  const path = modelPath(modelsFolder, entry);
  const present = await readIfThere(path);
  if (present === null) {
    const bytes = await makeModel(entry);
    await writeWhole(path, bytes);
    return { entry, bytes };
  }
  const sha256 = sha256Of(present);
  if (sha256 !== entry.file.sha256) throw new YaffleError("expert_unavailable", faultOf(entry, { path, state: "altered", sha256 }) ?? "");
  return { entry, bytes: present };
}

async function statusOf(modelsFolder: string, entry: ModelEntry): Promise<ModelStatus> {
  const file = await inspectModelFile(modelsFolder, entry);
  return { entry, file, fault: faultOf(entry, file) };
}

function faultOf(entry: ModelEntry, { path, state, sha256 }: ModelFile): string | null {
  const mend = `Run \`yaffle models pull ${entry.id}\`.`;
  switch (state) {
    case "ready":
      return null;
    case "missing":
      return `The model file ${path} is missing. ${mend}`;
    case "altered":
      return `The model file ${path} has sha256 ${sha256} and not ${entry.file.sha256}: it is damaged or another file. ${mend}`;
    default:
      return state satisfies never;
  }
}
