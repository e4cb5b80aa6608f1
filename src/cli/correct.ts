/** `yaffle correct` and `yaffle verify`: one response, one report. */
import { randomUUID } from "node:crypto";
import { access, constants, writeFile } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { Command, Option } from "commander";
import { clock } from "../clock.js";
import { NONE } from "../config/fields.js";
import { readSettings } from "../config/read.js";
import type { Settings } from "../config/settings.js";
import { type Fault, YaffleError } from "../domain/error.js";
import { readPictures } from "../image/read.js";
import { limitsFrom, requireWithinLimits } from "../pipeline/limits.js";
import { all, part, refusal } from "../wire/faults.js";
import { sourceOf } from "../wire/input.js";
import { reportToWire } from "../wire/report.js";
import type { WireReport } from "../wire/report-schema.js";
import { type ReadRequest, readRequest } from "../wire/request.js";
import { account } from "./account/account.js";
import { interruption } from "./interruption.js";
import { logFor } from "./log-for.js";
import { drawPictures } from "./picture/draw.js";
import { addSettings, flagsOf, LIMIT_SETTINGS, MODEL_SETTINGS } from "./settings-options.js";
import { SUMMARIES } from "./summaries.js";
import { terminalOf } from "./terminal.js";
import { readText } from "./texts.js";
import { kindsOption, pipelineOption, policyOption, type WordingFlags, wireOptions } from "./wording-options.js";
import type { World } from "./world.js";

/** One request has nobody beside it who would wait: starting a thread for a model would only cost it time. */
const NO_WORKERS = 0;

const IMAGE = "--image";
const IMAGE_NAMES = { all: IMAGE, one: () => IMAGE };

interface CorrectOptions extends WordingFlags {
  readonly image: readonly string[];
  readonly response: string;
  readonly prompt?: string;
  readonly json?: true;
  readonly picture?: string;
  readonly report?: string;
  readonly config?: string;
  /** Only where it stands on the command line: what is set for a service would put lines between a reader and his account. */
  readonly logLevel?: string;
}

export function correctCommand(task: "correct" | "verify", world: World): Command {
  const command = new Command(task)
    .description(SUMMARIES[task])
    .addOption(new Option("--image <FILE>", "the picture (needed); repeat it for several").argParser(collect).makeOptionMandatory())
    .requiredOption("--response <TEXT>", "what the model said about it (needed); @FILE reads a file, - standard input")
    .option("--prompt <TEXT>", "what the model was asked; @FILE reads a file")
    .option("--json", "the report as one JSON document on standard output")
    .option("--picture <OUT.png>", "also write the picture with the boxes that were used")
    .option("--report <OUT.json>", "also write the report as a JSON document")
    .addOption(policyOption())
    .option("--boxes", "also give the corrected text with boxes behind its objects")
    .addOption(kindsOption())
    .addOption(pipelineOption());
  return addSettings(command, [...MODEL_SETTINGS, ...LIMIT_SETTINGS, "log_level"]).action((options: CorrectOptions) =>
    run(task, options, world),
  );
}

async function run(task: "correct" | "verify", options: CorrectOptions, { stdin, stdout, stderr, openYaffle }: World): Promise<void> {
  const settings = readSettings({ flags: flagsOf({ ...options }), configFile: options.config });
  const asked = readRequest(await wordingOf(options, settings.timeout_ms, stdin), () => imagesOf(options.image), randomUUID, IMAGE_NAMES);
  const { signal, end } = interruption();
  try {
    await requireWritable({ [PICTURE]: options.picture, "--report": options.report });
    const { pictures, request } = await lookAtInput(asked, settings, signal);
    const log = logFor(options.logLevel, settings);
    const yaffle = await openYaffle({ ...settings, workers: settings.workers ?? NO_WORKERS }, signal, log);
    try {
      const report = reportToWire(await yaffle[task](request, signal));
      if (options.picture !== undefined) {
        for (const file of await drawPictures(report, pictures, options.picture)) stderr.write(`Picture: ${file}\n`);
      }
      if (options.report !== undefined) {
        await writeReport(report, options.report);
        stderr.write(`Report: ${options.report}\n`);
      }
      stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : account(report, terminalOf(stdout)));
    } finally {
      await yaffle.close();
    }
  } finally {
    end();
  }
}

/** Before a model is loaded, which takes far longer: what cannot be answered is refused at once. */
async function lookAtInput(request: ReadRequest, settings: Settings, signal: AbortSignal) {
  const limits = limitsFrom(settings);
  requireWithinLimits(request, limits, settings.corrector !== NONE);
  const beginMs = clock.nowMs();
  const pictures = await readPictures(request.images, limits, signal, request.imageFields);
  const images = pictures.map((picture) => ({ type: "picture", picture }) as const);
  return { pictures, request: { ...request, images, decodeMs: clock.nowMs() - beginMs } };
}

/** A folder that is not there would be found out only when all is done. */
const PICTURE = "--picture";

async function requireWritable(files: Readonly<Record<string, string | undefined>>): Promise<void> {
  const faults: Fault[] = [];
  for (const [path, file] of Object.entries(files)) {
    const isWritable =
      file === undefined ||
      (await access(dirname(file), constants.W_OK).then(
        () => true,
        () => false,
      ));
    if (!isWritable) faults.push({ path, message: `${file} cannot be written: ${dirname(file)} is no folder that may be written to` });
    if (path === PICTURE && file !== undefined && extname(file).toLowerCase() !== ".png")
      faults.push({ path, message: `${file} would be a PNG under another name; let it end in .png` });
  }
  if (faults.length > 0) throw refusal(faults);
}

async function writeReport(report: WireReport, path: string): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new YaffleError("invalid_request", `--report: ${path} cannot be written: ${why}`, { cause: error });
  }
}

/** The request's words in the names of the wire, so that the command line refuses what every door refuses. */
async function wordingOf(options: CorrectOptions, timeoutMs: number, stdin: NodeJS.ReadableStream): Promise<object> {
  const { response, prompt } = options;
  if (response === "-" && prompt === "-")
    throw new YaffleError("invalid_request", "--response and --prompt cannot both be standard input.");
  return {
    response: await readText(response, "--response", stdin),
    ...(prompt !== undefined && { prompt: await readText(prompt, "--prompt", stdin) }),
    options: { timeout_ms: timeoutMs, ...wireOptions(options) },
  };
}

function imagesOf(given: readonly string[]): readonly ReturnType<typeof sourceOf>[] {
  return all(given.map((one) => part(() => sourceOf(one, IMAGE))));
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
