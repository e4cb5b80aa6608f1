/** `yaffle score pope`: answers of a model, of Yaffle itself, or a model's before and after correction; `--make` prints questions. */
import { isAbsolute, join } from "node:path";
import { Command, Option } from "commander";
import { readSettings } from "../../config/read.js";
import { readPicture } from "../../image/read.js";
import { readAnnotatedImages, readAnswers, readQuestions } from "../../scoring/files/pope-files.js";
import { makeQuestions, PUBLISHED_PLAN, SAMPLINGS, type Sampling } from "../../scoring/pope/make.js";
import { scorePope } from "../../scoring/pope/pope.js";
import { answersOfYaffle, correctedAnswers, type Examination } from "../../scoring/pope/yaffle-answers.js";
import { counted } from "../../wire/counted.js";
import { refusal } from "../../wire/faults.js";
import { interruption } from "../interruption.js";
import { addSettings, flagsOf, MODEL_SETTINGS } from "../settings-options.js";
import type { World } from "../world.js";
import { type ScoreFlags, wholeNumber, withScoreFlags } from "./options.js";
import { present, presentBoth } from "./output.js";

interface PopeFlags extends ScoreFlags {
  readonly questions?: string;
  readonly answers?: string;
  readonly imageFolder?: string;
  readonly make?: boolean;
  readonly annotations?: string;
  readonly sampling?: Sampling;
  readonly images: number;
  readonly perAnswer: number;
  readonly config?: string;
}

export function popeCommand(world: World): Command {
  const command = new Command("pope")
    .description("yes/no answers to whether an object is in the image")
    .option("--questions <file>", 'a line a question: {"question_id", "image", "text", "label"}')
    .option("--answers <file>", 'a line an answer: {"question_id"?, "text" or "answer"}; without ids in the order of the questions')
    .option(
      "--image-folder <folder>",
      "where the questions' images are: without --answers Yaffle answers, with it the answers are also corrected",
    )
    .option("--make", "print questions for annotated images instead, one JSON object a line")
    .option("--annotations <file>", "with --make: a COCO instances file")
    .addOption(new Option("--sampling <name>", "with --make: how absent objects are drawn").choices(SAMPLINGS))
    .addOption(new Option("--images <number>", "with --make: at most so many").argParser(wholeNumber(1)).default(PUBLISHED_PLAN.images))
    .addOption(
      new Option("--per-answer <number>", "with --make: questions of each answer about an image")
        .argParser(wholeNumber(1))
        .default(PUBLISHED_PLAN.perAnswer),
    );
  return addSettings(withScoreFlags(command), [...MODEL_SETTINGS, "cache_dir"]).action((flags: PopeFlags) =>
    flags.make === true ? printQuestions(flags, world) : score(flags, world),
  );
}

async function score(flags: PopeFlags, world: World): Promise<void> {
  const questions = await readQuestions(required("questions", flags.questions));
  const { imageFolder } = flags;
  if (imageFolder === undefined) {
    return present(scorePope(questions, await readAnswers(required("answers", flags.answers)), flags), flags, world.stdout);
  }
  const given = flags.answers === undefined ? null : await readAnswers(flags.answers);
  // A wrong file is said before the experts are loaded.
  const before = given === null ? null : scorePope(questions, given, flags);
  await examining(flags, imageFolder, world, async (examination) => {
    if (given === null || before === null) {
      const answers = await answersOfYaffle(questions, examination);
      return present({ ...scorePope(questions, answers, flags), variant: "yaffle" }, flags, world.stdout);
    }
    const after = scorePope(questions, await correctedAnswers(questions, given, examination), flags);
    return presentBoth(before, after, flags, world.stdout);
  });
}

/** Runs a task with a Yaffle of the settings, and closes it. */
async function examining(
  flags: PopeFlags,
  folder: string,
  { openYaffle, stderr }: World,
  task: (examination: Examination) => Promise<void>,
): Promise<void> {
  const settings = readSettings({ flags: flagsOf({ ...flags }), configFile: flags.config });
  const { signal } = interruption();
  const yaffle = await openYaffle(settings, signal);
  const limits = { maxImageBytes: settings.max_image_bytes, maxImagePixels: settings.max_image_pixels };
  try {
    await task({
      yaffle,
      signal,
      openPicture: (image) => readPicture({ type: "file", path: isAbsolute(image) ? image : join(folder, image) }, limits, signal),
      onAnswered: (answered, questions) => {
        if (answered % PROGRESS_EVERY === 0) stderr.write(`${answered} of ${counted(questions, "question")}\n`);
      },
    });
  } finally {
    await yaffle.close();
  }
}

const PROGRESS_EVERY = 100;

async function printQuestions(flags: PopeFlags, { stdout }: World): Promise<void> {
  const sampling = required("sampling", flags.sampling);
  const { cache_dir: cacheFolder } = readSettings({ flags: flagsOf({ ...flags }), configFile: flags.config });
  const { images, categories } = await readAnnotatedImages(required("annotations", flags.annotations), cacheFolder);
  const questions = makeQuestions(images, categories, { sampling, images: flags.images, perAnswer: flags.perAnswer, seed: flags.seed });
  const lines = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  stdout.write(flags.json === true ? `${JSON.stringify(questions)}\n` : lines);
}

function required<Value>(flag: string, value: Value | undefined): Value {
  if (value === undefined) throw refusal([{ path: `--${flag}`, message: "is missing" }]);
  return value;
}
