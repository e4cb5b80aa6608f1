/** `yaffle models list|verify|pull|remove|triton`: the model files of the registry. */
import { join } from "node:path";
import { Command } from "commander";
import { readSettings } from "../config/read.js";
import type { SettingKey, Settings } from "../config/settings.js";
import { YaffleError } from "../domain/error.js";
import { repositoryModel } from "../experts/detector/model-repository.js";
import { writeWhole } from "../files.js";
import { listModels, type ModelStatus, removeModel, verifyModels } from "../registry/models.js";
import { pullModel } from "../registry/pull/pull.js";
import { missingPackage } from "../registry/runners.js";
import type { ModelEntry } from "../registry/schema.js";
import { interruption } from "./interruption.js";
import { progressBar } from "./progress-bar.js";
import { addSettings, flagsOf } from "./settings-options.js";
import { SUMMARIES } from "./summaries.js";
import { terminalOf } from "./terminal.js";
import type { Output, World } from "./world.js";
import { wrapped } from "./wrapped.js";

interface ModelsOptions {
  readonly json?: true;
  readonly config?: string;
}

interface TritonOptions extends ModelsOptions {
  readonly out: string;
}

const EMBEDDED_DETECTOR = "centernet-coco";
const MEBIBYTE = 1024 * 1024;

export function modelsCommand({ stdout, stderr }: World): Command {
  const command = new Command("models").description(SUMMARIES.models);
  const list = subcommand("list", "every model of the registry, what it takes, and whether it is here").action(
    async (options: ModelsOptions) => show(await listModels(settingsOf(options).models_dir), options, stdout),
  );
  const verify = subcommand("verify", "check the sha256 of the model files that are there, or of those named")
    .argument("[ids...]")
    .action(async (ids: readonly string[], options: ModelsOptions) => {
      const models = await verifyModels(settingsOf(options).models_dir, ids);
      const faults = models.flatMap(({ fault }) => fault ?? []);
      if (faults.length > 0) throw new YaffleError("expert_unavailable", faults.join(" "));
      show(models, options, stdout);
    });
  const pull = subcommand("pull", "put a model's files into the models folder, over wrong ones", ["hf_endpoint", "models_mirror"])
    .argument("<id>")
    .action((id: string, options: ModelsOptions) => fetch(id, options, stdout, stderr));
  const remove = subcommand("remove", "take a model out of the models folder")
    .argument("<id>")
    .action(async (id: string, options: ModelsOptions) => {
      const removed = await removeModel(id, settingsOf(options).models_dir);
      stdout.write(options.json ? `${JSON.stringify({ id, removed })}\n` : `${id}: ${removed ? "removed" : "was not there"}\n`);
    });
  const triton = subcommand("triton", "write detectors as a model repository for tritonserver", ["threads"])
    .argument("[detectors...]", "models of the registry, or file:PATH; the embedded detector where none is named")
    .requiredOption("--out <FOLDER>", "folder of the repository (needed)")
    .action((detectors: readonly string[], options: TritonOptions) => writeRepository(detectors, options, stdout));
  for (const child of [list, verify, pull, remove, triton]) command.addCommand(child);
  return command;
}

function subcommand(name: string, description: string, more: readonly SettingKey[] = []): Command {
  const command = new Command(name).description(description).option("--json", "one JSON document on standard output");
  return addSettings(command, ["models_dir", ...more]);
}

function settingsOf({ config, ...options }: ModelsOptions): Settings {
  return readSettings({ flags: flagsOf(options), configFile: config });
}

async function fetch(id: string, options: ModelsOptions, stdout: Output, stderr: Output): Promise<void> {
  const { models_dir, hf_endpoint, models_mirror } = settingsOf(options);
  const bar = progressBar(stderr);
  const { signal, end } = interruption();
  try {
    const pulled = await pullModel(id, {
      modelsFolder: models_dir,
      hubAddress: hf_endpoint,
      mirror: models_mirror,
      signal,
      onProgress: bar.show,
    });
    bar.end();
    const { entry, paths, isNew, unpinned } = pulled;
    for (const [file, sha256] of Object.entries(unpinned)) {
      stderr.write(`${id}: ${file} is unpinned; what came has sha256 ${sha256}, and is held to from now on.\n`);
    }
    const missing = missingPackage(entry);
    if (missing !== null) stderr.write(`${id}: it is run by the package ${missing}, which is not installed.\n`);
    if (options.json) stdout.write(`${JSON.stringify({ id, path: paths[0], paths, new: isNew, unpinned })}\n`);
    else for (const path of paths) stdout.write(`${id}: ${path}${isNew ? "" : " (was there)"}\n`);
  } finally {
    bar.end();
    end();
  }
}

async function writeRepository(detectors: readonly string[], options: TritonOptions, stdout: Output): Promise<void> {
  const { models_dir, threads } = settingsOf(options);
  const names: string[] = [];
  for (const detector of detectors.length > 0 ? detectors : [EMBEDDED_DETECTOR]) {
    const { name, files } = await repositoryModel(detector, { modelsFolder: models_dir, threads, workers: 0 });
    for (const { path, bytes } of files) await writeWhole(join(options.out, ...path.split("/")), bytes);
    names.push(name);
  }
  if (options.json) stdout.write(`${JSON.stringify({ repository: options.out, models: names })}\n`);
  else for (const name of names) stdout.write(`${name}: ${join(options.out, name)}\n`);
}

function show(models: readonly ModelStatus[], { json }: ModelsOptions, stdout: Output): void {
  if (json) {
    stdout.write(`${JSON.stringify({ models: models.map(rowOf) }, null, 2)}\n`);
    return;
  }
  const { columns } = terminalOf(stdout);
  for (const { entry, state, files } of models) {
    const missing = missingPackage(entry);
    const lacking = missing === null ? [] : [`needs the package ${missing}`];
    const notes = [entry.role, state, entry.licence, ...(isPinned(entry) ? [] : ["unpinned"]), ...lacking];
    const bytes = bytesOf(entry);
    const size = bytes === null ? "size unknown" : `${(bytes / MEBIBYTE).toFixed(1)} MiB`;
    stdout.write(`${entry.id}: ${notes.join(", ")}\n`);
    stdout.write(`  ${wrapped(`${entry.description}; ${size}, about ${entry.memoryMebibytes} MiB of memory`, columns - 2, 2)}\n`);
    for (const { path } of files.filter((file) => file.state !== "missing")) stdout.write(`  ${path}\n`);
  }
  if (models.length === 0) stdout.write("No model file is there yet; the embedded detector's is made on first use.\n");
}

function rowOf({ entry, state, files, fault }: ModelStatus): object {
  const { id, role, architecture, origin, licence, description, input, memoryMebibytes } = entry;
  return {
    id,
    role,
    architecture,
    origin,
    state,
    pinned: isPinned(entry),
    runner: entry.runner,
    runnable: missingPackage(entry) === null,
    path: files[0]?.path,
    files: files.map((file) => ({ path: file.path, state: file.state, sha256: file.expected })),
    bytes: bytesOf(entry),
    memory_mebibytes: memoryMebibytes,
    licence,
    description,
    input,
    classes: entry.classes,
    fault,
  };
}

function isPinned(entry: ModelEntry): boolean {
  return entry.origin !== "fetched" || entry.files.every(({ sha256 }) => sha256 !== null);
}

/** On disk; null where the registry does not know. */
function bytesOf(entry: ModelEntry): number | null {
  if (entry.origin === "converted") return entry.file.bytes;
  const sizes: readonly (number | null)[] = entry.files.map(({ bytes }) => bytes);
  return sizes.reduce((sum, bytes) => (sum === null || bytes === null ? null : sum + bytes), 0);
}
