/** `yaffle score pope`, and with `--make` the questions for it. */
import { Command, Option } from "commander";
import { YaffleError } from "../../domain/error.js";
import { readAnnotatedImages, readAnswers, readQuestions } from "../../scoring/files/pope-files.js";
import { makeQuestions, PUBLISHED_PLAN, SAMPLINGS, type Sampling } from "../../scoring/pope/make.js";
import { scorePope } from "../../scoring/pope/pope.js";
import { type ScoreFlags, wholeNumber, withScoreFlags } from "./options.js";
import { present } from "./output.js";

interface PopeFlags extends ScoreFlags {
  readonly questions?: string;
  readonly answers?: string;
  readonly make?: boolean;
  readonly annotations?: string;
  readonly sampling?: Sampling;
  readonly images: number;
  readonly perAnswer: number;
}

export function popeCommand(): Command {
  const command = new Command("pope")
    .description("yes/no answers to whether an object is in the image")
    .option("--questions <file>", 'a line a question: {"question_id", "image", "text", "label"}')
    .option("--answers <file>", 'a line an answer: {"question_id"?, "text" or "answer"}; without ids in the order of the questions')
    .option("--make", "print questions for annotated images instead, one JSON object a line")
    .option("--annotations <file>", "with --make: a COCO instances file")
    .addOption(new Option("--sampling <name>", "with --make: how absent objects are drawn").choices(SAMPLINGS))
    .addOption(new Option("--images <number>", "with --make: at most so many").argParser(wholeNumber(1)).default(PUBLISHED_PLAN.images))
    .addOption(
      new Option("--per-answer <number>", "with --make: questions of each answer about an image")
        .argParser(wholeNumber(1))
        .default(PUBLISHED_PLAN.perAnswer),
    );
  return withScoreFlags(command).action(async (flags: PopeFlags) => {
    if (flags.make === true) return printQuestions(flags);
    const questions = await readQuestions(required("questions", flags.questions));
    const answers = await readAnswers(required("answers", flags.answers));
    await present(scorePope(questions, answers, flags), flags);
  });
}

async function printQuestions(flags: PopeFlags): Promise<void> {
  const sampling = required("sampling", flags.sampling);
  const { images, categories } = await readAnnotatedImages(required("annotations", flags.annotations));
  const questions = makeQuestions(images, categories, { sampling, images: flags.images, perAnswer: flags.perAnswer, seed: flags.seed });
  const lines = questions.map((question) => `${JSON.stringify(question)}\n`).join("");
  process.stdout.write(flags.json === true ? `${JSON.stringify(questions)}\n` : lines);
}

function required<Value>(flag: string, value: Value | undefined): Value {
  if (value !== undefined) return value;
  throw new YaffleError("invalid_request", `--${flag} is missing.`, { faults: [{ path: flag, message: "is missing" }] });
}
