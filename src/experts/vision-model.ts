/** From the name of a published model of language and vision to the model, whatever expert is made of it. */
import { basename } from "node:path";
import { YaffleError } from "../domain/error.js";
import type { ExpertFacts } from "../domain/report.js";
import { type CheckedFolder, ensureModelFolder, readOwnFolder } from "../registry/model-folder.js";
import { findModel, readRegistry } from "../registry/read-registry.js";
import { requireRole } from "../registry/runners.js";
import type { ModelEntry } from "../registry/schema.js";
import type { Ability } from "../runtime/transformers/messages.js";
import { type ModelOptions, openModel, type VisionModel } from "../runtime/transformers/model.js";

export interface VisionModelOptions extends ModelOptions {
  readonly modelsFolder: string;
  readonly signal?: AbortSignal | undefined;
}

export interface OpenedVisionModel {
  readonly model: VisionModel;
  /** Null for a folder of the user's own. */
  readonly entry: ModelEntry | null;
  readonly facts: ExpertFacts;
}

type Role = "detector" | "answerer" | "scorer";

const FOLDER_PREFIX = "transformers:";

/** What a model must be able to do for each role. */
const ABILITIES: Readonly<Record<Role, readonly Ability[]>> = { detector: ["detect", "find"], answerer: ["ask"], scorer: ["compare"] };

/** Whether a name is that of a folder with such a model, or of one of the registry. */
export async function isVisionModel(spec: string): Promise<boolean> {
  if (spec.startsWith(FOLDER_PREFIX)) return true;
  const { models } = await readRegistry();
  return models.some(({ id, runner }) => id === spec && runner === "transformers");
}

/**
 * @param spec an id of the registry, or `transformers:FOLDER`
 * @throws YaffleError not_found for an unknown id; invalid_request for a folder that is missing or a model for another role;
 * expert_unavailable for one that was not pulled, is altered or cannot be loaded, or where the optional package is missing; the signal's
 * reason where it aborts
 */
export async function openVisionModel(
  spec: string,
  role: Role,
  { modelsFolder, signal, ...options }: VisionModelOptions,
): Promise<OpenedVisionModel> {
  signal?.throwIfAborted();
  const { id, entry, folder } = await find(spec, role, modelsFolder);
  const model = await openModel(folder.path, options);
  try {
    signal?.throwIfAborted();
    const { ability, architecture, device } = model.facts;
    if (!ABILITIES[role].includes(ability)) {
      throw new YaffleError("invalid_request", `The model in ${folder.path} (${architecture}) is no ${role}.`);
    }
    return { model, entry, facts: { id, role, sha256: folder.sha256, device } };
  } catch (error) {
    await model.close();
    throw error;
  }
}

async function find(
  spec: string,
  role: Role,
  modelsFolder: string,
): Promise<{ readonly id: string; readonly entry: ModelEntry | null; readonly folder: CheckedFolder }> {
  if (spec.startsWith(FOLDER_PREFIX)) {
    const folder = await readOwnFolder(spec.slice(FOLDER_PREFIX.length));
    return { id: basename(folder.path), entry: null, folder };
  }
  requireRole(await findModel(spec), role);
  const folder = await ensureModelFolder(spec, modelsFolder);
  return { id: spec, entry: folder.entry, folder };
}
