/** `yaffle export preferences RESULTS.jsonl`: corrections as training pairs. */
import { once } from "node:events";
import { dirname, resolve } from "node:path";
import { Command, Option } from "commander";
import { FORMAT_NAMES, type FormatName } from "../audit/formats/format.js";
import { FORMATS } from "../audit/formats/formats.js";
import { imageFinder } from "../audit/formats/image-finder.js";
import { findPairs } from "../audit/preferences/find-pairs.js";
import { formed, PREFERENCE_FORMS, type PreferenceForm } from "../audit/preferences/forms.js";
import { REASONS_LEFT_OUT, type ReasonLeftOut } from "../audit/preferences/pair.js";
import type { RowSource } from "../audit/rows/read-rows.js";
import { readSettings } from "../config/read.js";
import type { Settings } from "../config/settings.js";
import { counted } from "../wire/counted.js";
import { DEFAULT_OPTIONS } from "../wire/options.js";
import { addSettings, flagsOf, LIMIT_SETTINGS } from "./settings-options.js";
import { SUMMARIES } from "./summaries.js";
import type { World } from "./world.js";

interface ExportOptions {
  readonly rows?: string;
  readonly format: FormatName;
  readonly images?: string;
  readonly form: PreferenceForm;
  readonly defaultPrompt: string;
  readonly pictures?: string;
  readonly config?: string;
}

const REASONS: Readonly<Record<ReasonLeftOut, string>> = {
  unchanged: "nothing was corrected",
  not_judged_again: "the correction was not judged again",
  still_refuted: "the corrected text still holds a refuted claim",
  no_picture: "no picture file, or more than the form takes",
};

export function exportCommand(world: World): Command {
  return new Command("export").description(SUMMARIES.export).addCommand(preferencesCommand(world));
}

function preferencesCommand(world: World): Command {
  const command = new Command("preferences")
    .description(
      "corrections as training pairs on standard output, a JSON object a line: only those that were judged again and found clean",
    )
    .argument("<RESULTS.jsonl>", "of an audit")
    .addOption(new Option("--form <NAME>", "whose form: TRL's DPO trainer, or RLHF-V's dataset").choices(PREFERENCE_FORMS).default("trl"))
    .option("--rows <ROWS.jsonl>", "the rows of the audit, for results that name no picture file")
    .addOption(new Option("--format <NAME>", "what the rows' file is").choices(FORMAT_NAMES).default("rows"))
    .option("--images <DIR>", "with --rows: where relative paths begin (the folder of the rows' file)")
    .option("--pictures <DIR>", "with --rows: write pictures that stood in their rows (data: URIs) here")
    .option("--default-prompt <TEXT>", "for rows without a prompt", "Describe the image.");
  return addSettings(command, [...LIMIT_SETTINGS, "max_body_bytes"]).action((results: string, options: ExportOptions) =>
    run(results, options, world),
  );
}

async function run(resultsFile: string, options: ExportOptions, { stdout, stderr }: World): Promise<void> {
  const settings = readSettings({ flags: flagsOf({ ...options }), configFile: options.config });
  const leftOut = new Map<ReasonLeftOut, number>();
  let pairs = 0;
  const search = {
    resultsFile,
    rows: options.rows === undefined ? null : rowSource(options.rows, options, settings),
    picturesFolder: options.pictures ?? null,
    defaultPrompt: options.defaultPrompt,
    maxImages: options.form === "rlhf-v" ? 1 : settings.max_images,
    limits: { maxImageBytes: settings.max_image_bytes, maxImagePixels: settings.max_image_pixels },
  };
  for await (const found of findPairs(search)) {
    if (found.type === "left_out") leftOut.set(found.reason, (leftOut.get(found.reason) ?? 0) + 1);
    else {
      const isTaken = stdout.write(`${JSON.stringify(formed(found.pair, options.form, pairs))}\n`);
      pairs += 1;
      if (isTaken === false && stdout === process.stdout) await once(process.stdout, "drain");
    }
  }
  const reasons = REASONS_LEFT_OUT.flatMap((reason) => (leftOut.has(reason) ? [`${leftOut.get(reason)}: ${REASONS[reason]}`] : []));
  stderr.write(`${counted(pairs, "pair")}${reasons.length === 0 ? "" : `; left out ${reasons.join("; ")}`}\n`);
}

function rowSource(path: string, { format, images }: ExportOptions, settings: Settings): RowSource {
  const context = { images: imageFinder(resolve(images ?? dirname(path))), questions: null, options: DEFAULT_OPTIONS };
  return { path, format: FORMATS[format], maxLineBytes: settings.max_body_bytes, context };
}
