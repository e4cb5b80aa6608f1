/** `yaffle models list|verify|pull`: the model files of the registry. */
import { Command } from "commander";
import { settingsFrom } from "../compose.js";
import { YaffleError } from "../domain/error.js";
import { listModels, type ModelStatus, pullModel, verifyModels } from "../registry/models.js";
import { addSettings, flagsOf } from "./settings-options.js";

interface ModelsOptions {
  readonly json?: true;
  readonly config?: string;
}

export function modelsCommand(): Command {
  const command = new Command("models").description("the model files: which there are, whether they are whole, fetch one");
  command.addCommand(withOptions(new Command("list").description("every model of the registry")).action(list));
  command.addCommand(
    withOptions(
      new Command("verify").description("check the sha256 of the model files that are there, or of those named").argument("[ids...]"),
    ).action(verify),
  );
  command.addCommand(
    withOptions(new Command("pull").description("put a model's file into the models folder, over a wrong one").argument("<id>")).action(
      pull,
    ),
  );
  return command;
}

function withOptions(command: Command): Command {
  return addSettings(command.option("--json", "one JSON document on standard output"), ["models_dir"]);
}

async function list(options: ModelsOptions): Promise<void> {
  show(await listModels(folderOf(options)), options);
}

async function verify(ids: readonly string[], options: ModelsOptions): Promise<void> {
  const models = await verifyModels(folderOf(options), ids);
  const faults = models.flatMap(({ fault }) => fault ?? []);
  if (faults.length > 0) throw new YaffleError("expert_unavailable", faults.join(" "));
  show(models, options);
}

async function pull(id: string, options: ModelsOptions): Promise<void> {
  const { entry, path, isNew } = await pullModel(id, folderOf(options));
  const said = options.json ? JSON.stringify({ id: entry.id, path, new: isNew }) : `${entry.id}: ${path}${isNew ? "" : " (was there)"}`;
  process.stdout.write(`${said}\n`);
}

function folderOf({ config, ...options }: ModelsOptions): string {
  return settingsFrom({ flags: flagsOf(options), configFile: config }).models_dir;
}

function show(models: readonly ModelStatus[], { json }: ModelsOptions): void {
  const rows = models.map(({ entry, file, fault }) => ({
    id: entry.id,
    role: entry.role,
    state: file.state,
    path: file.path,
    sha256: file.sha256,
    licence: entry.licence,
    description: entry.description,
    fault,
  }));
  if (json) {
    process.stdout.write(`${JSON.stringify({ models: rows }, null, 2)}\n`);
    return;
  }
  const width = Math.max(0, ...rows.map(({ id }) => id.length));
  for (const { id, role, state, licence, description, path } of rows) {
    process.stdout.write(`${id.padEnd(width)}  ${role}  ${state.padEnd(7)}  ${licence}  ${description}\n${" ".repeat(width)}  ${path}\n`);
  }
  if (rows.length === 0) process.stdout.write("No model file is there yet; the embedded detector's is made on first use.\n");
}
