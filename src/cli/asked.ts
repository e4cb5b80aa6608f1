/** When a process that runs until it is told to leave is told so. */
import { YaffleError } from "../domain/error.js";

export interface Asked {
  /** Aborts at SIGTERM or SIGINT, so that what is still being opened is given up. Asked twice, the process leaves at once. */
  readonly signal: AbortSignal;
  /** Settles then. */
  readonly toLeave: Promise<void>;
}

export function asked(): Asked {
  const controller = new AbortController();
  const leave = (): void => controller.abort(new YaffleError("cancelled", "Asked to leave."));
  process.once("SIGTERM", leave);
  process.once("SIGINT", leave);
  const { signal } = controller;
  return { signal, toLeave: new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true })) };
}

/**
 * Opens what the process needs.
 * @returns null where it was asked to leave before all was open: nothing is left to do then
 * @throws what opening throws for another reason
 */
export async function unlessAsked<Opened>({ signal }: Asked, open: (signal: AbortSignal) => Promise<Opened>): Promise<Opened | null> {
  try {
    return await open(signal);
  } catch (thrown) {
    if (signal.aborted && thrown === signal.reason) return null;
    throw thrown;
  }
}
