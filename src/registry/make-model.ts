/** Makes a model file from what an installed package brings. */
import { join } from "node:path";
import { YaffleError } from "../domain/error.js";
import { convertCenternet } from "./convert/centernet.js";
import { packageFolder } from "./convert/installed-package.js";
import { readIfThere, sha256Of } from "./model-file.js";
import type { ConvertedModel, PackagedFile } from "./schema.js";

/**
 * The bytes of the model, sources and result checked against the registry.
 * @throws YaffleError expert_unavailable where a source is missing or another than the registry names
 */
export async function makeModel(entry: ConvertedModel): Promise<Uint8Array> {
  const bytes = convertCenternet(await readSources(entry));
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
 * The same model with its pictures taken as bytes: for a server, that they travel to.
 * @throws YaffleError expert_unavailable where a source is missing or another than the registry names
 */
export async function makeModelOfBytes(entry: ConvertedModel): Promise<Uint8Array> {
  return convertCenternet(await readSources(entry), "bytes");
}

function readSources(entry: ConvertedModel): Promise<readonly Uint8Array[]> {
  return Promise.all(entry.sources.map((source) => readPackagedFile(entry.id, source)));
}

/**
 * A file of an installed package, checked.
 * @throws YaffleError expert_unavailable where it is missing or another than the registry names
 */
export async function readPackagedFile(id: string, { source, sha256: expected }: PackagedFile): Promise<Uint8Array> {
  if (source.type !== "npm") throw new Error(`the registry lets ${id} be read from a package, and names a source of type ${source.type}`);
  const mend = `Install ${source.package}@${source.version} (\`npm ci\` does).`;
  const path = packagedPath(source);
  if (path === null)
    throw new YaffleError("expert_unavailable", `The model ${id} needs the package ${source.package}, which is not installed. ${mend}`);
  const bytes = await readIfThere(path);
  if (bytes === null) throw new YaffleError("expert_unavailable", `The model ${id} needs ${path}, which is missing. ${mend}`);
  const sha256 = sha256Of(bytes);
  if (sha256 !== expected) {
    throw new YaffleError("expert_unavailable", `The model ${id} needs ${path}, which has sha256 ${sha256} and not ${expected}. ${mend}`);
  }
  return bytes;
}

/** Where a file of an installed package lies; null where the package is not installed. */
export function packagedPath(source: { readonly package: string; readonly path: string }): string | null {
  const folder = packageFolder(source.package);
  return folder === null ? null : join(folder, source.path);
}
