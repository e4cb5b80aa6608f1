/** `yaffle serve`: HTTP and gRPC until SIGTERM or SIGINT. */
import { Command } from "commander";
import { composeService, settingsFrom } from "../compose.js";
import { SETTING_KEYS } from "../config/settings.js";
import { addSettings, flagsOf } from "./settings-options.js";

export function serveCommand(): Command {
  const command = new Command("serve").description("serve HTTP and gRPC; logs one JSON line with both addresses when ready");
  return addSettings(command, SETTING_KEYS).action(run);
}

async function run(options: Readonly<Record<string, unknown>>): Promise<void> {
  const { config, ...flags } = options;
  const settings = settingsFrom({ flags: flagsOf(flags), configFile: typeof config === "string" ? config : undefined });
  const service = await composeService(settings);
  await asked();
  await service.stop();
}

/** Settles when the process is asked to leave. Asked twice, it leaves at once. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}
