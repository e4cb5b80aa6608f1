/** Flags that every score shares. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { DEFAULT_RESAMPLING } from "../../scoring/score.js";

export interface ScoreFlags {
  readonly seed: number;
  readonly resamples: number;
  readonly perItem?: string;
  readonly json?: boolean;
}

/** Adds `--seed`, `--resamples`, `--per-item` and `--json`. */
export function withScoreFlags(command: Command): Command {
  return command
    .addOption(
      new Option("--seed <number>", "of the resampling for the intervals").argParser(wholeNumber(0)).default(DEFAULT_RESAMPLING.seed),
    )
    .addOption(
      new Option("--resamples <number>", "rounds of the bootstrap").argParser(wholeNumber(1)).default(DEFAULT_RESAMPLING.resamples),
    )
    .option("--per-item <file>", "write what was counted for each item, one JSON object a line")
    .option("--json", "print one JSON document instead of a table");
}

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`A whole number of at least ${least} is expected.`);
    }
    return value;
  };
}
