/** `yaffle serve`: HTTP and gRPC until SIGTERM or SIGINT. */
import { Command } from "commander";
import { readSettings } from "../config/read.js";
import { SETTING_KEYS } from "../config/settings.js";
import { asked, unlessAsked } from "./asked.js";
import { addSettings, flagsOf } from "./settings-options.js";
import { SUMMARIES } from "./summaries.js";
import type { World } from "./world.js";

/** All but the folder of what scores read of large files: a service is sent rows. */
const SERVICE_SETTINGS = SETTING_KEYS.filter((key) => key !== "cache_dir");

export function serveCommand(world: World): Command {
  const command = new Command("serve").description(SUMMARIES.serve);
  return addSettings(command, SERVICE_SETTINGS).action((options) => run(options, world));
}

async function run(options: Readonly<Record<string, unknown>>, { openService }: World): Promise<void> {
  const { config, ...flags } = options;
  const settings = readSettings({ flags: flagsOf(flags), configFile: typeof config === "string" ? config : undefined });
  const leaving = asked();
  const service = await unlessAsked(leaving, (signal) => openService(settings, signal));
  if (service === null) return;
  await leaving.toLeave;
  await service.stop();
}
