/** `yaffle score mme` */
import { Command } from "commander";
import { readMmeFolder } from "../../scoring/files/mme-files.js";
import { scoreMme } from "../../scoring/mme/mme.js";
import type { World } from "../world.js";
import { type ScoreFlags, withScoreFlags } from "./options.js";
import { present } from "./output.js";

export function mmeCommand({ stdout }: World): Command {
  const command = new Command("mme")
    .description("yes/no answers in pairs, over up to fourteen tasks")
    .requiredOption("--results <folder>", "a file a task (existence.txt, …): image, question, truth, answer, parted by tabs");
  return withScoreFlags(command).action(async (flags: ScoreFlags & { readonly results: string }) => {
    await present(scoreMme(await readMmeFolder(flags.results), flags), flags, stdout);
  });
}
