/** What runs a model, and whether it is here: one of the runners is an optional package. */
import { YaffleError } from "../domain/error.js";
import { packageFolder } from "./convert/installed-package.js";
import type { ModelEntry } from "./schema.js";

const PACKAGES: Readonly<Record<ModelEntry["runner"], string | null>> = { onnx: null, transformers: "@huggingface/transformers" };

/** The package that must be installed to run the model; null where nothing is missing. */
export function missingPackage({ runner }: ModelEntry): string | null {
  const name = PACKAGES[runner];
  return name === null || packageFolder(name) !== null ? null : name;
}

/** @throws YaffleError invalid_request where the model is for another role */
export function requireRole(entry: ModelEntry, role: ModelEntry["role"]): void {
  if (entry.role === role) return;
  throw new YaffleError("invalid_request", `${entry.id} is a model for the role ${entry.role}, not ${role}.`);
}

/** @throws YaffleError in one line: invalid_request for another role, expert_unavailable for a model that is no ONNX file to be read as it is */
export function requireOnnx(entry: ModelEntry, role: ModelEntry["role"]): void {
  requireRole(entry, role);
  if (entry.runner === "onnx") return;
  throw new YaffleError(
    "expert_unavailable",
    `${entry.id} (${entry.architecture}) is run by ${entry.runner}; only a model that is run by onnx can be used here.`,
  );
}
