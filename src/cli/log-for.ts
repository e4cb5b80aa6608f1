/** The log of a command whose user reads its results and not its log. */
import type { Settings } from "../config/settings.js";
import { createLog, type Logger } from "../telemetry/log.js";

/** Silent unless the command line itself asks for one: what the environment says is meant for a service. @param asked the flag's value */
export function logFor(asked: string | undefined, { log_level }: Settings): Logger {
  return createLog(asked === undefined ? "silent" : log_level);
}
