/** `yaffle score …`: published scores over plain files. The command reads and prints; the rules are in `scoring/`. */
import { Command } from "commander";
import { amberCommand } from "./score/amber.js";
import { chairCommand } from "./score/chair.js";
import { claimsCommand } from "./score/claims.js";
import { judgeCommand } from "./score/judge.js";
import { mmeCommand } from "./score/mme.js";
import { popeCommand } from "./score/pope.js";
import { SUMMARIES } from "./summaries.js";
import { PROCESS_WORLD, type World } from "./world.js";

/** The command and its six scores. Its actions throw `YaffleError`; the caller turns that into an exit code. */
export function scoreCommand(world: World = PROCESS_WORLD): Command {
  const command = new Command("score").description(SUMMARIES.score);
  for (const score of [chairCommand, popeCommand, mmeCommand, amberCommand, claimsCommand, judgeCommand]) command.addCommand(score(world));
  return command;
}
