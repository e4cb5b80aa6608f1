/** Reads models/registry.json, which ships with the package. */
import { readFile } from "node:fs/promises";
import { YaffleError } from "../domain/error.js";
import {
  type Architecture,
  type Calibration,
  type CalibrationCurves,
  type ModelEntry,
  type OpenArchitecture,
  type Registry,
  registrySchema,
} from "./schema.js";

const REGISTRY_URL = new URL("../../models/registry.json", import.meta.url);

let reading: Promise<Registry> | null = null;

/** @throws ZodError where the file has another form: a fault of the release, not of the caller */
export function readRegistry(): Promise<Registry> {
  reading ??= readFile(REGISTRY_URL, "utf8").then((text) => registrySchema.parse(JSON.parse(text)));
  return reading;
}

/** @throws YaffleError not_found, naming the ids that there are */
export async function findModel(id: string): Promise<ModelEntry> {
  const { models } = await readRegistry();
  const entry = models.find((model) => model.id === id);
  if (entry === undefined) {
    const known = models.map((model) => model.id).join(", ");
    throw new YaffleError(
      "not_found",
      `There is no model "${id}" in the registry; it has ${known}. For a file of your own write file:PATH.`,
    );
  }
  return entry;
}

/**
 * The calibration of a network for the given classes: the registered model's own, or that of its architecture.
 * @param entry null for a file of the user's own
 */
export async function calibrationFor(
  entry: ModelEntry | null,
  architecture: Architecture | OpenArchitecture,
  classes: readonly string[],
): Promise<Calibration> {
  const { architectures, frequencies, ease } = await readRegistry();
  const curves = entry?.calibration ?? genericCurves(architectures, architecture);
  return { ...curves, classFacts: classes.map((name) => ({ frequency: frequencies[name] ?? 0, ease: ease[name] ?? 0 })) };
}

function genericCurves(architectures: Registry["architectures"], architecture: Architecture | OpenArchitecture): CalibrationCurves {
  const known = architectures.find((entry) => entry.architecture === architecture);
  if (known === undefined) throw new Error(`the registry has no calibration for ${architecture}`);
  return known.calibration;
}
