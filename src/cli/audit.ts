/** `yaffle audit`: many rows, a folder of results. */
import { dirname, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { rowExecutor } from "../audit/execute.js";
import { FORMAT_NAMES, type FormatName } from "../audit/formats/format.js";
import { FORMATS } from "../audit/formats/formats.js";
import { imageFinder } from "../audit/formats/image-finder.js";
import { readQuestions } from "../audit/formats/questions.js";
import { pictureShelf } from "../audit/picture-shelf.js";
import { showProgress } from "../audit/progress.js";
import { createLocalQueue } from "../audit/queue/local.js";
import type { RowQueue } from "../audit/queue/row-queue.js";
import type { RowSource } from "../audit/rows/read-rows.js";
import { type AuditEnding, checkFolder, runAudit } from "../audit/run-audit.js";
import { clock, settingsFrom } from "../compose.js";
import type { Settings } from "../config/settings.js";
import { CLAIM_KINDS } from "../domain/claim.js";
import { POLICIES } from "../domain/judgement.js";
import type { Options } from "../domain/options.js";
import { parseOrRefuse } from "../wire/faults.js";
import { optionsOf, optionsSchema } from "../wire/options.js";
import { auditAccount } from "./account/audit.js";
import { CommandEnd, EXIT } from "./failure.js";
import { interruption } from "./interruption.js";
import { addSettings, flagsOf, LIMIT_SETTINGS, MODEL_SETTINGS } from "./settings-options.js";
import type { World } from "./world.js";

interface AuditOptions {
  readonly out: string;
  readonly concurrency: number;
  readonly resume?: true;
  readonly failAbove?: number;
  readonly maxErrors?: number;
  readonly format: FormatName;
  readonly images?: string;
  readonly questions?: string;
  readonly policy?: string;
  readonly boxes?: true;
  readonly kinds?: string;
  readonly json?: true;
  readonly config?: string;
}

const CONCURRENCY = 4;

export function auditCommand(world: World): Command {
  const command = new Command("audit")
    .description("check and correct many responses: results.jsonl, errors.jsonl and summary.json in a folder")
    .argument("<ROWS.jsonl>", "a row a line: id, image or images, response, and where known prompt and model")
    .requiredOption("--out <DIR>", "the folder of the results; made where it is missing")
    .option("--concurrency <NUMBER>", "rows at once", wholeFrom(1), CONCURRENCY)
    .option("--resume", "continue a run that was killed or interrupted: each row is done once")
    .option("--fail-above <RATE>", "exit with 4 where more than this share of the decided claims is refuted (0 to 1)", share)
    .option("--max-errors <NUMBER>", "give up, and exit with 4, when more rows than this have failed", wholeFrom(0))
    .addOption(new Option("--format <NAME>", "what the rows' file is").choices(FORMAT_NAMES).default("rows"))
    .option("--images <DIR>", "where relative paths and dataset numbers of pictures begin (the folder of the rows' file)")
    .option("--questions <FILE>", "formats pope and llava: the questions, which name the pictures")
    .option("--policy <NAME>", `where verdicts draw their lines, for rows that do not say: ${POLICIES.join(", ")} (balanced)`)
    .option("--boxes", "also give corrected texts with boxes behind their objects")
    .option("--kinds <LIST>", `kinds of claims to look for, with commas: ${CLAIM_KINDS.join(", ")} (all)`)
    .option("--json", "the summary as one JSON document on standard output");
  return addSettings(command, [...MODEL_SETTINGS, ...LIMIT_SETTINGS, "max_body_bytes"]).action((rows: string, options: AuditOptions) =>
    run(rows, options, world),
  );
}

async function run(rowsPath: string, options: AuditOptions, world: World): Promise<void> {
  const settings = settingsFrom({ flags: flagsOf({ ...options }), configFile: options.config });
  const rows = await rowSource(rowsPath, options, settings);
  await checkFolder(options.out, rowsPath, options.resume === true);
  const { signal, end: stopListening } = interruption();
  try {
    const { queue, close } = await openQueue(options, settings, world, signal);
    try {
      const progress = showProgress(world.stderr, clock);
      const ending = await runAudit({
        rows,
        folder: options.out,
        queue,
        priority: "normal",
        maxErrors: options.maxErrors ?? null,
        signal,
        onProgress: progress.show,
      }).finally(progress.end);
      finish(ending, options, world);
    } finally {
      await close();
    }
  } finally {
    stopListening();
  }
}

async function openQueue(
  { concurrency }: AuditOptions,
  settings: Settings,
  { openYaffle }: World,
  signal: AbortSignal,
): Promise<{ readonly queue: RowQueue; readonly close: () => Promise<void> }> {
  const yaffle = await openYaffle(settings, signal);
  const limits = { maxImageBytes: settings.max_image_bytes, maxImagePixels: settings.max_image_pixels };
  return { queue: createLocalQueue(rowExecutor(yaffle, pictureShelf(limits)), concurrency), close: () => yaffle.close() };
}

async function rowSource(path: string, options: AuditOptions, settings: Settings): Promise<RowSource> {
  return {
    path,
    format: FORMATS[options.format],
    maxLineBytes: settings.max_body_bytes,
    context: {
      images: imageFinder(resolve(options.images ?? dirname(path))),
      questions: options.questions === undefined ? null : await readQuestions(options.questions),
      options: optionsFor(options, settings),
    },
  };
}

function optionsFor({ policy, boxes, kinds }: AuditOptions, { timeout_ms }: Settings): Options {
  const given = {
    timeout_ms,
    ...(policy !== undefined && { policy }),
    ...(boxes !== undefined && { boxes }),
    ...(kinds !== undefined && { kinds: kinds.split(",").map((kind) => kind.trim()) }),
  };
  return optionsOf(parseOrRefuse(optionsSchema, given, "options"));
}

function finish({ summary, end }: AuditEnding, { out, failAbove, json }: AuditOptions, { stdout }: World): void {
  stdout.write(json ? `${JSON.stringify(summary, null, 2)}\n` : auditAccount(summary, out));
  const { hallucination_rate: rate, failed } = summary;
  if (end === "interrupted") throw new CommandEnd(EXIT.interrupted, "Interrupted; --resume continues.");
  if (end === "too_many_errors") throw new CommandEnd(EXIT.limitPassed, `${failed} rows failed, more than --max-errors allows.`);
  if (failAbove !== undefined && rate !== null && rate > failAbove)
    throw new CommandEnd(EXIT.limitPassed, `The hallucination rate ${rate.toFixed(4)} is above ${failAbove}.`);
  if (failed > 0) throw new CommandEnd(EXIT.someFailed, `${failed} of ${summary.rows} rows failed; errors.jsonl says why.`);
}

function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least) throw new InvalidArgumentError(`Give a whole number from ${least}.`);
    return value;
  };
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1)) throw new InvalidArgumentError("Give a number from 0 to 1.");
  return value;
}
