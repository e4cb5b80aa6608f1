/** `yaffle evaluate`: how right Yaffle is on photographs with truth, as a table and as a file. */
import { writeFile } from "node:fs/promises";
import { Command, InvalidArgumentError, Option } from "commander";
import { openEyesOf, openMeasuredDetector, openMeasuredExperts } from "../compose.js";
import { readSettings } from "../config/read.js";
import type { Settings } from "../config/settings.js";
import { POLICIES, type PolicyName } from "../domain/judgement.js";
import { evaluate } from "../evaluation/evaluate.js";
import { openYaffles } from "../evaluation/open-yaffles.js";
import { showProgress } from "../evaluation/progress.js";
import { itemLines, resultDocument } from "../evaluation/result-file.js";
import { SECTIONS, type SectionName } from "../evaluation/sections/section.js";
import { evaluationTable } from "../evaluation/table.js";
import { readMaterial } from "../evaluation/truth/material.js";
import { interruption } from "./interruption.js";
import { addSettings, flagsOf, MODEL_SETTINGS } from "./settings-options.js";
import { SUMMARIES } from "./summaries.js";

interface EvaluateOptions {
  readonly photos: string;
  readonly policy: PolicyName;
  readonly sections: readonly SectionName[];
  readonly crossValidate?: number;
  readonly limit?: number;
  readonly seed: number;
  readonly resamples: number;
  readonly out: string;
  readonly items?: string;
  readonly config?: string;
}

const ALL_SECTIONS: readonly SectionName[] = SECTIONS;

export function evaluateCommand(): Command {
  const command = new Command("evaluate")
    .description(SUMMARIES.evaluate)
    .requiredOption("--photos <DIR>", "a download of COCO (annotations/ beside val2017/), or instances.json beside images/")
    .addOption(new Option("--policy <NAME>", "where verdicts draw their lines").choices(POLICIES).default("balanced"))
    .addOption(new Option("--sections <NAMES>", `some of ${SECTIONS.join(",")}`).argParser(sectionNames).default(ALL_SECTIONS, "all"))
    .option(
      "--cross-validate <FOLDS>",
      "fit the detector's calibration anew, each photograph judged by a fit on the others; not for a detector that is asked in words",
      wholeFrom(2),
    )
    .option("--limit <NUMBER>", "the first so many photographs", wholeFrom(1))
    .option("--seed <NUMBER>", "for claims made by chance, folds and intervals", wholeFrom(0), 1)
    .option("--resamples <NUMBER>", "of the bootstrap", wholeFrom(1), 1000)
    .option("--out <FILE>", "all figures as JSON", "evaluation.json")
    .option("--items <FILE>", "everything that was judged, a JSON object a line")
    .action(run);
  return addSettings(
    command,
    MODEL_SETTINGS.filter((key) => key !== "extractor" && key !== "corrector"),
  );
}

async function run(options: EvaluateOptions): Promise<void> {
  const settings = readSettings({ flags: flagsOf({ ...options }), configFile: options.config });
  const { signal } = interruption();
  const progress = showProgress(process.stderr);
  const material = await readMaterial(options.photos, { seed: options.seed, limit: options.limit ?? null });
  const { yaffleFor, note, close } = await openYaffles(material, {
    openDetector: () => openMeasuredDetector(settings, signal),
    openEyes: () => openEyesOf(settings, signal),
    openOthers: () => openMeasuredExperts(settings, signal),
    folds: options.crossValidate ?? null,
    seed: options.seed,
    signal,
    onMeasuring: (photographs) => progress.begin("photographs for fitting", photographs),
    onMeasured: progress.step,
  });
  try {
    const { policy, sections, seed, resamples } = options;
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
    await writeFile(options.out, `${JSON.stringify(resultDocument(evaluation, runFacts(options, settings)), null, 2)}\n`);
    if (options.items !== undefined) await writeFile(options.items, itemLines(evaluation));
    process.stdout.write(`${evaluationTable(evaluation)}\n`);
  } finally {
    await close();
  }
}

/** Enough to make the same figures again. */
function runFacts(options: EvaluateOptions, settings: Settings): Readonly<Record<string, unknown>> {
  const { detector, text_reader, answerer, scorer } = settings;
  const { photos, sections, crossValidate, limit, seed, resamples } = options;
  return {
    photos,
    detector,
    text_reader,
    answerer,
    scorer,
    sections,
    cross_validate: crossValidate ?? null,
    limit: limit ?? null,
    seed,
    resamples,
  };
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
