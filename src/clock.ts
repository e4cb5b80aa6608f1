/** The clock of the machine, for whoever is put together here. */
import type { Clock } from "./domain/ports.js";

export const clock: Clock = { nowMs: () => performance.now() };
