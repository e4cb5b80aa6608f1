/** `yaffle compare A/ B/`: two audits of the same rows side by side. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Command, Option } from "commander";
import { compareReadings } from "../audit/compare/compare.js";
import { readReadings } from "../audit/compare/reading.js";
import { RESULTS_FILE } from "../audit/journal/journal.js";
import { YaffleError } from "../domain/error.js";
import { comparisonAccount } from "./account/comparison.js";
import { wholeFrom } from "./numbers.js";
import { SUMMARIES } from "./summaries.js";
import type { World } from "./world.js";

interface CompareOptions {
  readonly seed: number;
  readonly resamples: number;
  readonly json?: true;
}

export function compareCommand({ stdout }: World): Command {
  return new Command("compare")
    .description(SUMMARIES.compare)
    .argument("<A>", "folder of an audit, or its results.jsonl")
    .argument("<B>", "the other")
    .addOption(new Option("--seed <NUMBER>", "of the resampling for the intervals").argParser(wholeFrom(0)).default(1))
    .addOption(new Option("--resamples <NUMBER>", "rounds of the bootstrap").argParser(wholeFrom(1)).default(1000))
    .option("--json", "print one JSON document instead of tables")
    .action(async (a: string, b: string, { seed, resamples, json }: CompareOptions) => {
      const [first, second] = [await resultsOf(a), await resultsOf(b)];
      const comparison = compareReadings(await readReadings(first), await readReadings(second), { seed, resamples });
      if (comparison.rows.paired === 0)
        throw new YaffleError("invalid_request", `${a} and ${b} have no row in common; rows are paired by id.`);
      stdout.write(json ? `${JSON.stringify({ a, b, ...comparison })}\n` : comparisonAccount(comparison, a, b));
    });
}

/** The results' file that a folder holds, or the file itself. @throws YaffleError invalid_request where there is none */
async function resultsOf(path: string): Promise<string> {
  const facts = await stat(path).catch(() => null);
  const file = facts?.isDirectory() ? join(path, RESULTS_FILE) : path;
  if (facts === null || !(await stat(file).catch(() => null))?.isFile())
    throw new YaffleError("invalid_request", `${path} is no audit: there is no ${RESULTS_FILE} in it.`);
  return file;
}
