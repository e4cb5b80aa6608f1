/** `yaffle score judge`: a model behind OpenAI's protocol judges responses before and after correction. */
import { isAbsolute, join } from "node:path";
import { Command, Option } from "commander";
import { readSettings } from "../../config/read.js";
import type { SettingKey } from "../../config/settings.js";
import { sightOf } from "../../experts/answerer/sight.js";
import { readPicture } from "../../image/read.js";
import { readPairs } from "../../scoring/files/judge-files.js";
import { scoreByReferences } from "../../scoring/judge/references.js";
import { scoreByVision } from "../../scoring/judge/vision.js";
import { counted } from "../../wire/counted.js";
import { refusal } from "../../wire/faults.js";
import { interruption } from "../interruption.js";
import { addSettings, flagsOf } from "../settings-options.js";
import type { World } from "../world.js";
import { type ScoreFlags, withScoreFlags } from "./options.js";
import { present } from "./output.js";

interface JudgeFlags extends ScoreFlags {
  readonly pairs: string;
  readonly judge: string;
  readonly by: "picture" | "references";
  readonly imageFolder: string;
  readonly config?: string;
}

const PREFIX = "openai:";
const PROGRESS_EVERY = 20;
const JUDGE_SETTINGS: readonly SettingKey[] = [
  ...(["openai_url", "openai_key", "openai_timeout_ms", "openai_retries", "openai_max_concurrent", "openai_max_tokens"] as const),
  ...(["max_image_bytes", "max_image_pixels"] as const),
];

export function judgeCommand(world: World): Command {
  const command = new Command("judge")
    .description("responses before and after correction, judged by a model; its replies are kept in the per-item file")
    .requiredOption(
      "--pairs <file>",
      'a line a response: {"id", "image" or "references": ["a caption", …], "prompt"?, "original", "corrected"}',
    )
    .requiredOption("--judge <model>", "openai:MODEL, a model at the address of --openai-url")
    .addOption(
      new Option(
        "--by <what>",
        "picture: a vision model gives accuracy and detailedness, 1 to 10; references: a text model compares with captions",
      )
        .choices(["picture", "references"])
        .default("picture"),
    )
    .option("--image-folder <folder>", "where the images are that rows name by a relative path", ".");
  return addSettings(withScoreFlags(command), JUDGE_SETTINGS).action((flags: JudgeFlags) => score(flags, world));
}

async function score(flags: JudgeFlags, { stdout, stderr }: World): Promise<void> {
  if (!flags.judge.startsWith(PREFIX) || flags.judge === PREFIX) throw refusal([{ path: "--judge", message: "must be openai:MODEL" }]);
  if (flags.perItem === undefined) throw refusal([{ path: "--per-item", message: "is missing; every reply of the judge is kept there" }]);
  const settings = readSettings({ flags: flagsOf({ ...flags }), configFile: flags.config });
  const pairs = await readPairs(flags.pairs);
  const { connectModelServer } = await import("../../compose.js");
  const server = await connectModelServer(settings);
  const model = server.model(flags.judge.slice(PREFIX.length));
  const { signal, end } = interruption();
  const run = {
    concurrency: settings.openai_max_concurrent,
    signal,
    onJudged: (judged: number, rows: number) => {
      if (judged % PROGRESS_EVERY === 0 || judged === rows)
        stderr.write(`${judged} of ${counted(rows, "row")}, ${counted(server.tokensUsed, "token")}\n`);
    },
  };
  const limits = { maxImageBytes: settings.max_image_bytes, maxImagePixels: settings.max_image_pixels };
  const see = async (image: string): Promise<string> => {
    const path = isAbsolute(image) ? image : join(flags.imageFolder, image);
    return sightOf(await readPicture({ type: "file", path }, limits, signal), null);
  };
  try {
    const judged =
      flags.by === "references"
        ? await scoreByReferences(pairs, model, run, flags)
        : await scoreByVision(pairs, { model, sightOf: see }, run, flags);
    await present(judged, flags, stdout);
  } finally {
    end();
  }
}
