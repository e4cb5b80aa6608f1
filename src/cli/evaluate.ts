/** `yaffle evaluate`: how right Yaffle is on photographs with truth, as a table and as a file. */
import { writeFile } from "node:fs/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Flags, readSettings } from "../config/read.js";
import { SETTINGS } from "../config/settings.js";
import { POLICIES, type PolicyName } from "../domain/judgement.js";
import { evaluate } from "../evaluation/evaluate.js";
import { openYaffles } from "../evaluation/open-yaffles.js";
import { showProgress } from "../evaluation/progress.js";
import { itemLines, resultDocument } from "../evaluation/result-file.js";
import { SECTIONS, type SectionName } from "../evaluation/sections/section.js";
import { evaluationTable } from "../evaluation/table.js";
import { readMaterial } from "../evaluation/truth/material.js";
import { createColorMeter } from "../experts/color/meter.js";
import { loadTextReader } from "../experts/text-reader/load.js";

interface EvaluateFlags {
  readonly photos: string;
  /** As given; what is not given comes from the environment, the config file or the defaults. */
  readonly detector?: string;
  readonly modelsDir?: string;
  readonly threads?: string;
  readonly config?: string;
  readonly policy: PolicyName;
  readonly sections: readonly SectionName[];
  readonly crossValidate: number | null;
  readonly limit: number | null;
  readonly seed: number;
  readonly resamples: number;
  readonly out: string;
  readonly items?: string;
}

/** The embedded one. */
const TEXT_READER = "ppocr-v4";

const ALL_SECTIONS: readonly SectionName[] = SECTIONS;

export function evaluateCommand(): Command {
  return new Command("evaluate")
    .description("Measure how right Yaffle is on photographs with truth: a table on standard output, all figures in a file.")
    .requiredOption("--photos <dir>", "a download of COCO (annotations/ beside val2017/), or instances.json beside images/")
    .option("--detector <id>", SETTINGS.detector.description)
    .option("--models-dir <dir>", SETTINGS.models_dir.description)
    .option("--threads <n>", SETTINGS.threads.description)
    .option("--config <file>", "config file with settings")
    .addOption(new Option("--policy <name>", "where verdicts draw their lines").choices(POLICIES).default("balanced"))
    .option("--sections <names>", `some of ${SECTIONS.join(",")}`, sectionNames, ALL_SECTIONS)
    .option("--cross-validate <folds>", "fit the calibration anew, each photograph judged by a fit on the others", wholeFrom(2), null)
    .option("--limit <n>", "the first so many photographs", wholeFrom(1), null)
    .option("--seed <n>", "for claims made by chance, folds and intervals", wholeFrom(0), 1)
    .option("--resamples <n>", "of the bootstrap", wholeFrom(1), 1000)
    .option("--out <file>", "all figures as JSON", "evaluation.json")
    .option("--items <file>", "everything that was judged, a JSON object a line")
    .action(run);
}

async function run(flags: EvaluateFlags): Promise<void> {
  const { detector, models_dir, threads } = readSettings({ flags: settingFlags(flags), configFile: flags.config });
  const { signal } = interruption();
  const progress = showProgress(process.stderr);
  const material = await readMaterial(flags.photos, flags);
  const { yaffleFor, note, close } = await openYaffles(material, {
    detector,
    modelsFolder: models_dir,
    threads,
    seed: flags.seed,
    folds: flags.crossValidate,
    color: createColorMeter(),
    textReader: await loadTextReader(TEXT_READER, { threads, signal }),
    signal,
    onMeasuring: (photographs) => progress.begin("photographs for fitting", photographs),
    onMeasured: progress.step,
  });
  try {
    const { policy, sections, seed, resamples } = flags;
    const evaluation = await evaluate(material, {
      yaffleFor,
      policy,
      sections,
      resampling: { seed, resamples },
      notes: [note],
      signal,
      onSection: progress.begin,
      onReport: progress.step,
    });
    progress.end();
    await writeFile(flags.out, `${JSON.stringify(resultDocument(evaluation, runFacts(flags, detector)), null, 2)}\n`);
    if (flags.items !== undefined) await writeFile(flags.items, itemLines(evaluation));
    process.stdout.write(`${evaluationTable(evaluation)}\n`);
  } finally {
    await close();
  }
}

/** Enough to make the same figures again. */
function runFacts(
  { photos, sections, crossValidate, limit, seed, resamples }: EvaluateFlags,
  detector: string,
): Readonly<Record<string, unknown>> {
  return { photos, detector, sections, cross_validate: crossValidate, limit, seed, resamples };
}

function settingFlags({ detector, modelsDir, threads }: EvaluateFlags): Flags {
  const given = { detector, models_dir: modelsDir, threads };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Aborts when the user interrupts. */
function interruption(): AbortController {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  return controller;
}

function sectionNames(text: string): readonly SectionName[] {
  const names = text.split(",").map((name) => name.trim().replaceAll("-", "_"));
  const known = SECTIONS.filter((section) => names.includes(section));
  const strange = names.filter((name) => !known.some((section) => section === name));
  if (strange.length > 0) throw new InvalidArgumentError(`There is no section ${strange.join(", ")}.`);
  return known;
}

function wholeFrom(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) throw new InvalidArgumentError(`Give a whole number from ${least}.`);
    return value;
  };
}
