/** `yaffle score amber` */
import { Command } from "commander";
import { scoreAmber } from "../../scoring/amber/amber.js";
import { type AmberFiles, readAmberFiles } from "../../scoring/files/amber-files.js";
import type { World } from "../world.js";
import { type ScoreFlags, withScoreFlags } from "./options.js";
import { present } from "./output.js";

export function amberCommand({ stdout }: World): Command {
  const command = new Command("amber")
    .description("objects in descriptions, and yes/no answers about objects, attributes and relations")
    .requiredOption("--annotations <file>", "AMBER's annotations.json")
    .requiredOption("--associations <file>", "AMBER's relation.json")
    .requiredOption("--safe-words <file>", "AMBER's safe_words.txt")
    .requiredOption("--answers <file>", 'a line an answer: {"id" or "question_id", "response" or "text"}');
  return withScoreFlags(command).action(async (flags: ScoreFlags & AmberFiles) => {
    const { answers, entries, words } = await readAmberFiles(flags);
    await present(scoreAmber(answers, entries, words, flags), flags, stdout);
  });
}
