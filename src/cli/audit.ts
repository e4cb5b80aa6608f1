/** `yaffle audit`: many rows, a folder of results. */
import { dirname, resolve } from "node:path";
import { Command, Option } from "commander";
import { rowExecutor } from "../audit/execute.js";
import { FORMAT_NAMES, type FormatName } from "../audit/formats/format.js";
import { FORMATS } from "../audit/formats/formats.js";
import { imageFinder } from "../audit/formats/image-finder.js";
import { readQuestions } from "../audit/formats/questions.js";
import { pictureShelf } from "../audit/picture-shelf.js";
import { showProgress } from "../audit/progress.js";
import { openBullQueue } from "../audit/queue/bull/bull-queue.js";
import { createLocalQueue } from "../audit/queue/local.js";
import { type Depth, PRIORITIES, type Priority, type RowQueue } from "../audit/queue/row-queue.js";
import type { RowSource } from "../audit/rows/read-rows.js";
import { type AuditEnding, checkFolder, runAudit } from "../audit/run-audit.js";
import type { JudgedBy } from "../audit/run-file.js";
import { clock } from "../clock.js";
import { readSettings } from "../config/read.js";
import type { Settings } from "../config/settings.js";
import type { Options } from "../domain/options.js";
import type { ImageLimits } from "../image/source.js";
import { counted } from "../wire/counted.js";
import { parseOrRefuse, refusal } from "../wire/faults.js";
import { optionsOf, optionsSchema } from "../wire/options.js";
import { auditAccount } from "./account/audit.js";
import { CommandEnd, EXIT } from "./failure.js";
import { interruption } from "./interruption.js";
import { logFor } from "./log-for.js";
import { share, wholeFrom } from "./numbers.js";
import { addSettings, flagsOf, LIMIT_SETTINGS, MODEL_SETTINGS } from "./settings-options.js";
import { SUMMARIES } from "./summaries.js";
import { kindsOption, policyOption, type WordingFlags, wireOptions } from "./wording-options.js";
import type { World } from "./world.js";

interface AuditOptions extends WordingFlags {
  readonly out: string;
  readonly concurrency?: number;
  readonly priority?: Priority;
  readonly resume?: true;
  readonly failAbove?: number;
  readonly maxErrors?: number;
  readonly format: FormatName;
  readonly images?: string;
  readonly questions?: string;
  readonly json?: true;
  readonly config?: string;
  readonly logLevel?: string;
}

const CONCURRENCY = 4;

export function auditCommand(world: World): Command {
  const command = new Command("audit")
    .description(SUMMARIES.audit)
    .argument("<ROWS.jsonl>", "a row a line: id, image or images, response, and where known prompt and model")
    .requiredOption("--out <DIR>", "the folder of the results; made where it is missing")
    .option(
      "--concurrency <NUMBER>",
      `rows at once in this process (${CONCURRENCY}); with --queue the workers have their own`,
      wholeFrom(1),
    )
    .addOption(new Option("--priority <NAME>", "with --queue: before or after other audits (normal)").choices(PRIORITIES))
    .option("--resume", "continue a run that was killed or interrupted: each row is done once")
    .option("--fail-above <RATE>", "exit with 4 where more than this share of the decided claims is refuted (0 to 1)", share)
    .option("--max-errors <NUMBER>", "give up, and exit with 4, when more rows than this have failed", wholeFrom(0))
    .addOption(new Option("--format <NAME>", "what the rows' file is").choices(FORMAT_NAMES).default("rows"))
    .option("--images <DIR>", "where relative paths and dataset numbers of pictures begin (the folder of the rows' file)")
    .option("--questions <FILE>", "formats pope and llava: the questions, which name the pictures")
    .addOption(policyOption(", for rows that do not say"))
    .option("--boxes", "also give corrected texts with boxes behind their objects")
    .addOption(kindsOption())
    .option("--json", "the summary as one JSON document on standard output");
  return addSettings(command, ["queue", ...MODEL_SETTINGS, ...LIMIT_SETTINGS, "max_body_bytes", "log_level"]).action(
    (rows: string, options: AuditOptions) => run(rows, options, world),
  );
}

async function run(rowsPath: string, options: AuditOptions, world: World): Promise<void> {
  const settings = readSettings({ flags: flagsOf({ ...options }), configFile: options.config });
  const rows = await rowSource(rowsPath, options, settings);
  const { queue: url } = settings;
  if (url === null && options.priority !== undefined) throw refusal([{ path: "--priority", message: "has a meaning with --queue only" }]);
  if (url !== null && options.concurrency !== undefined)
    throw refusal([{ path: "--concurrency", message: "is for an audit without --queue; give it to yaffle work" }]);
  await checkFolder(options.out, rowsPath, options.resume === true);
  const { signal, end: stopListening } = interruption();
  try {
    const { queue, state, close } = url === null ? await openAlone(options, settings, world, signal) : await openShared(url);
    try {
      const progress = showProgress(world.stderr, clock, state);
      const ending = await runAudit({
        rows,
        folder: options.out,
        queue,
        judgedBy: judgedBy(settings, rows.context.options),
        priority: options.priority ?? "normal",
        limits: limitsOf(settings),
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

interface OpenedQueue {
  readonly queue: RowQueue;
  /** Of a shared queue, a second old at most; null of one's own. */
  readonly state: () => Depth | null;
  readonly close: () => Promise<void>;
}

const LOOK_AT_QUEUE_MS = 1000;

async function openAlone(
  { concurrency = CONCURRENCY, logLevel }: AuditOptions,
  settings: Settings,
  { openYaffle }: World,
  signal: AbortSignal,
): Promise<OpenedQueue> {
  const yaffle = await openYaffle(settings, signal, logFor(logLevel, settings));
  const queue = createLocalQueue(rowExecutor(yaffle, pictureShelf(limitsOf(settings))), concurrency);
  return { queue, state: () => null, close: () => yaffle.close() };
}

async function openShared(url: string): Promise<OpenedQueue> {
  const queue = await openBullQueue({ url });
  let depth: Depth | null = null;
  const look = setInterval(() => {
    queue.depth().then(
      (seen) => {
        depth = seen;
      },
      () => undefined,
    );
  }, LOOK_AT_QUEUE_MS);
  return {
    queue,
    state: () => depth,
    close: async () => {
      clearInterval(look);
      await queue.close();
    },
  };
}

function limitsOf({ max_image_bytes, max_image_pixels }: Settings): ImageLimits {
  return { maxImageBytes: max_image_bytes, maxImagePixels: max_image_pixels };
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

/** Workers of a shared queue have experts of their own. */
function judgedBy({ queue, ...settings }: Settings, { policy, pipeline, kinds, boxes }: Options): JudgedBy {
  const { detector, text_reader, answerer, scorer, extractor, corrector } = settings;
  const experts = { detector, text_reader, answerer, scorer, extractor, corrector };
  return { ...(queue === null ? experts : {}), policy, pipeline, kinds: kinds.join(","), boxes: String(boxes) };
}

function optionsFor(options: AuditOptions, { timeout_ms }: Settings): Options {
  return optionsOf(parseOrRefuse(optionsSchema, { timeout_ms, ...wireOptions(options) }, "options"));
}

function finish({ summary, end }: AuditEnding, { out, failAbove, json }: AuditOptions, { stdout }: World): void {
  stdout.write(json ? `${JSON.stringify(summary, null, 2)}\n` : auditAccount(summary, out));
  const { hallucination_rate: rate, failed } = summary;
  if (end === "interrupted") throw new CommandEnd(EXIT.interrupted, "Interrupted; --resume continues.");
  if (end === "too_many_errors") throw new CommandEnd(EXIT.limitPassed, `${counted(failed, "row")} failed, more than --max-errors allows.`);
  if (failAbove !== undefined && rate !== null && rate > failAbove)
    throw new CommandEnd(EXIT.limitPassed, `The hallucination rate ${rate.toFixed(4)} is above ${failAbove}.`);
  if (failed > 0) throw new CommandEnd(EXIT.someFailed, `${failed} of ${counted(summary.rows, "row")} failed; errors.jsonl says why.`);
}
