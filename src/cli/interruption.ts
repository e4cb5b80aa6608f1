/** Ctrl-C as a signal that reaches the experts; a second one ends the process at once. */
import { YaffleError } from "../domain/error.js";

export interface Interruption {
  readonly signal: AbortSignal;
  /** Listens no more. */
  end(): void;
}

export function interruption(): Interruption {
  const controller = new AbortController();
  const interrupt = (): void => controller.abort(new YaffleError("cancelled", "Interrupted."));
  process.once("SIGINT", interrupt);
  return { signal: controller.signal, end: () => process.off("SIGINT", interrupt) };
}
