/** `yaffle correct` and `yaffle verify`: one response, one report. */
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { Command, Option } from "commander";
import { settingsFrom } from "../compose.js";
import { CLAIM_KINDS } from "../domain/claim.js";
import { type Fault, YaffleError } from "../domain/error.js";
import { POLICIES } from "../domain/judgement.js";
import { PIPELINES } from "../domain/options.js";
import { readPicture } from "../image/read.js";
import { refusal } from "../wire/faults.js";
import { sourceOf } from "../wire/input.js";
import { reportToWire } from "../wire/report.js";
import type { WireReport } from "../wire/report-schema.js";
import { readRequest } from "../wire/request.js";
import { account } from "./account/account.js";
import { interruption } from "./interruption.js";
import { drawPictures } from "./picture/draw.js";
import { addSettings, flagsOf, LIMIT_SETTINGS, MODEL_SETTINGS } from "./settings-options.js";
import { terminalOf } from "./terminal.js";
import { readText } from "./texts.js";
import type { World } from "./world.js";

/** One request has nobody beside it who would wait: starting a thread for a model would only cost it time. */
const NO_WORKERS = 0;

interface CorrectOptions {
  readonly image?: readonly string[];
  readonly response?: string;
  readonly prompt?: string;
  readonly json?: true;
  readonly picture?: string;
  readonly report?: string;
  readonly policy?: string;
  readonly boxes?: true;
  readonly kinds?: string;
  readonly pipeline?: string;
  readonly config?: string;
}

export function correctCommand(task: "correct" | "verify", world: World): Command {
  const summary = {
    correct: "judge every claim of a response and mend what is refuted",
    verify: "judge every claim of a response, and change nothing",
  };
  const command = new Command(task)
    .description(summary[task])
    .addOption(new Option("--image <FILE>", "the picture (needed); repeat it for several").argParser(collect))
    .option("--response <TEXT>", "what the model said about it (needed); @FILE reads a file, - standard input")
    .option("--prompt <TEXT>", "what the model was asked; @FILE reads a file")
    .option("--json", "the report as one JSON document on standard output")
    .option("--picture <OUT.png>", "also write the picture with the boxes that were used")
    .option("--report <OUT.json>", "also write the report as a JSON document")
    .option("--policy <NAME>", `where verdicts draw their lines: ${POLICIES.join(", ")} (balanced)`)
    .option("--boxes", "also give the corrected text with boxes behind its objects")
    .option("--kinds <LIST>", `kinds of claims to look for, with commas: ${CLAIM_KINDS.join(", ")} (all)`)
    .option("--pipeline <NAME>", `${PIPELINES.join(" or ")} (rules); woodpecker needs a language model`);
  return addSettings(command, [...MODEL_SETTINGS, ...LIMIT_SETTINGS]).action((options: CorrectOptions) => run(task, options, world));
}

async function run(task: "correct" | "verify", options: CorrectOptions, { stdin, stdout, stderr, openYaffle }: World): Promise<void> {
  const { image: images, response } = needed(options);
  const settings = settingsFrom({ flags: flagsOf({ ...options }), configFile: options.config });
  const request = readRequest(await wordingOf(response, options, settings.timeout_ms, stdin), images.map(imageOf), randomUUID);
  const { signal, end } = interruption();
  try {
    const yaffle = await openYaffle({ ...settings, workers: settings.workers ?? NO_WORKERS }, signal);
    try {
      const report = reportToWire(await yaffle[task](request, signal));
      if (options.picture !== undefined) {
        const limits = { maxImageBytes: settings.max_image_bytes, maxImagePixels: settings.max_image_pixels };
        const pictures = await Promise.all(request.images.map((source) => readPicture(source, limits, signal)));
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

async function writeReport(report: WireReport, path: string): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new YaffleError("invalid_request", `--report: ${path} cannot be written: ${why}`, { cause: error });
  }
}

/** Not left to commander: it would speak of a missing --response where --responce was given. */
function needed({ image = [], response }: CorrectOptions): { readonly image: readonly string[]; readonly response: string } {
  const faults = [...(image.length === 0 ? [missing("--image")] : []), ...(response === undefined ? [missing("--response")] : [])];
  if (response === undefined || faults.length > 0) throw refusal(faults);
  return { image, response };
}

function missing(path: string): Fault {
  return { path, message: "is missing" };
}

/** The request's words in the names of the wire, so that the command line refuses what every door refuses. */
async function wordingOf(
  response: string,
  { prompt, policy, boxes, kinds, pipeline }: CorrectOptions,
  timeoutMs: number,
  stdin: NodeJS.ReadableStream,
): Promise<object> {
  if (response === "-" && prompt === "-")
    throw new YaffleError("invalid_request", "--response and --prompt cannot both be standard input.");
  return {
    response: await readText(response, "--response", stdin),
    ...(prompt !== undefined && { prompt: await readText(prompt, "--prompt", stdin) }),
    options: {
      timeout_ms: timeoutMs,
      ...(policy !== undefined && { policy }),
      ...(boxes !== undefined && { boxes }),
      ...(kinds !== undefined && { kinds: kinds.split(",").map((kind) => kind.trim()) }),
      ...(pipeline !== undefined && { pipeline }),
    },
  };
}

function imageOf(given: string, index: number): ReturnType<typeof sourceOf> {
  return sourceOf(given, `images.${index}`);
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}
