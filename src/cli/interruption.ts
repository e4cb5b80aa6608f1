/** Ctrl-C as a signal that reaches the experts; a second one ends the process at once. */
import { YaffleError } from "../domain/error.js";

export function interruption(): AbortController {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort(new YaffleError("cancelled", "Interrupted.")));
  return controller;
}
