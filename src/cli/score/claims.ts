/** `yaffle score claims` */
import { Command } from "commander";
import { scoreClaims } from "../../scoring/claims/claims.js";
import { readClaimsFiles } from "../../scoring/files/claims-files.js";
import type { World } from "../world.js";
import { type ScoreFlags, withScoreFlags } from "./options.js";
import { present } from "./output.js";

interface ClaimsFlags extends ScoreFlags {
  readonly results: string;
  readonly labels: string;
}

export function claimsCommand({ stdout }: World): Command {
  const command = new Command("claims")
    .description("verdicts against people's labels")
    .requiredOption("--results <file>", "results.jsonl of an audit: a report a line")
    .requiredOption("--labels <file>", 'a line a response: {"id", "claims": [{"text", "label", "span"?}]} or {"id", "label"}');
  return withScoreFlags(command).action(async (flags: ClaimsFlags) => {
    const { results, labels } = await readClaimsFiles(flags.results, flags.labels);
    await present(scoreClaims(results, labels, flags), flags, stdout);
  });
}
