/** Models that an installed package brings in the form in which they are run: nothing is converted, each file is checked and read. */
import { YaffleError } from "../domain/error.js";
import { readPackagedFile } from "./make-model.js";
import { readRegistry } from "./read-registry.js";
import type { ModelEntry, PackagedModel } from "./schema.js";

/**
 * The files of a packaged model, in the registry's order.
 * @throws YaffleError not_found, naming the ids that there are; expert_unavailable where a file is missing or another than the registry names
 */
export async function readPackagedModel(id: string): Promise<readonly Uint8Array[]> {
  const packaged = (await readRegistry()).models.filter(isPackaged);
  const model = packaged.find((entry) => entry.id === id);
  if (model === undefined) {
    const known = packaged.map((entry) => entry.id).join(", ");
    throw new YaffleError("not_found", `There is no packaged model "${id}" in the registry; it has ${known}.`);
  }
  return Promise.all(model.files.map((file) => readPackagedFile(model.id, file)));
}

function isPackaged(entry: ModelEntry): entry is PackagedModel {
  return entry.origin === "packaged";
}
