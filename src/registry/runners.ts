/** Which models of the registry this release can run. The registry also names those that can be pulled now and run by a later one. */
import { YaffleError } from "../domain/error.js";
import type { ModelEntry } from "./schema.js";

/** The runners that are part of this release. */
const RUNNERS_HERE: ReadonlySet<ModelEntry["runner"]> = new Set<ModelEntry["runner"]>(["onnx"]);

export function canRun(entry: ModelEntry): boolean {
  return RUNNERS_HERE.has(entry.runner);
}

/** @throws YaffleError expert_unavailable, in one line, where the model has another role or no runner here */
export function requireRunnable(entry: ModelEntry, role: ModelEntry["role"]): void {
  if (entry.role !== role) {
    throw new YaffleError("invalid_request", `${entry.id} is a model for the role ${entry.role}, not ${role}.`);
  }
  if (!canRun(entry)) {
    throw new YaffleError(
      "expert_unavailable",
      `${entry.id} (${entry.architecture}) needs the ${entry.runner} runner, which this release of Yaffle does not have; the model can be pulled, not run.`,
    );
  }
}
