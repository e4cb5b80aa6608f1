/** `yaffle models list|verify|pull`: the model files of the registry. */
import { Command } from "commander";
import { settingsFrom } from "../compose.js";
import { YaffleError } from "../domain/error.js";
import { listModels, type ModelStatus, pullModel, verifyModels } from "../registry/models.js";
import { addSettings, flagsOf } from "./settings-options.js";
import { terminalOf } from "./terminal.js";
import type { Output, World } from "./world.js";
import { wrapped } from "./wrapped.js";

interface ModelsOptions {
  readonly json?: true;
  readonly config?: string;
}

export function modelsCommand({ stdout }: World): Command {
  const command = new Command("models").description("the model files: which there are, whether they are whole, fetch one");
  const list = subcommand("list", "every model of the registry").action(async (options: ModelsOptions) => {
    show(await listModels(folderOf(options)), options, stdout);
  });
  const verify = subcommand("verify", "check the sha256 of the model files that are there, or of those named")
    .argument("[ids...]")
    .action(async (ids: readonly string[], options: ModelsOptions) => {
      const models = await verifyModels(folderOf(options), ids);
      const faults = models.flatMap(({ fault }) => fault ?? []);
      if (faults.length > 0) throw new YaffleError("expert_unavailable", faults.join(" "));
      show(models, options, stdout);
    });
  const pull = subcommand("pull", "put a model's file into the models folder, over a wrong one")
    .argument("<id>")
    .action(async (id: string, options: ModelsOptions) => {
      const { entry, path, isNew } = await pullModel(id, folderOf(options));
      const said = options.json ? JSON.stringify({ id: entry.id, path, new: isNew }) : `${entry.id}: ${path}${isNew ? "" : " (was there)"}`;
      stdout.write(`${said}\n`);
    });
  for (const child of [list, verify, pull]) command.addCommand(child);
  return command;
}

function subcommand(name: string, description: string): Command {
  return addSettings(new Command(name).description(description).option("--json", "one JSON document on standard output"), ["models_dir"]);
}

function folderOf({ config, ...options }: ModelsOptions): string {
  return settingsFrom({ flags: flagsOf(options), configFile: config }).models_dir;
}

function show(models: readonly ModelStatus[], { json }: ModelsOptions, stdout: Output): void {
  if (json) {
    const rows = models.map(({ entry, file, fault }) => {
      const { id, role, licence, description } = entry;
      return { id, role, state: file.state, path: file.path, sha256: file.sha256, licence, description, fault };
    });
    stdout.write(`${JSON.stringify({ models: rows }, null, 2)}\n`);
    return;
  }
  const { columns } = terminalOf(stdout);
  for (const { entry, file } of models) {
    stdout.write(`${entry.id}: ${entry.role}, ${file.state}, ${entry.licence}\n`);
    stdout.write(`  ${wrapped(entry.description, columns - 2, 2)}\n  ${file.path}\n`);
  }
  if (models.length === 0) stdout.write("No model file is there yet; the embedded detector's is made on first use.\n");
}
