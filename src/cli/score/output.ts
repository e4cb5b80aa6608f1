/** Prints a score: a table for people, or one JSON document; and writes the items behind it. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { YaffleError } from "../../domain/error.js";
import { type Score, scoreDocument } from "../../scoring/score.js";
import type { Output } from "../world.js";
import type { ScoreFlags } from "./options.js";

/** @throws YaffleError `invalid_request` where the per-item file cannot be written; nothing is printed then */
export async function present(score: Score, flags: ScoreFlags, stdout: Output): Promise<void> {
  if (flags.perItem !== undefined) await writeLines(flags.perItem, score.items);
  stdout.write(flags.json === true ? `${JSON.stringify(scoreDocument(score))}\n` : table(score));
}

/** The same answers before and after Yaffle's correction; the items are those after it. @throws as `present` */
export async function presentBoth(before: Score, after: Score, flags: ScoreFlags, stdout: Output): Promise<void> {
  if (flags.perItem !== undefined) await writeLines(flags.perItem, after.items);
  const { score, variant } = before;
  const document = { score, variant, before: scoreDocument(before), after: scoreDocument(after) };
  stdout.write(
    flags.json === true ? `${JSON.stringify(document)}\n` : `Before correction: ${table(before)}\nAfter correction: ${table(after)}`,
  );
}

/** Figures one below the other, each with its 95% interval where it has one. */
export function table({ score, variant, figures, intervals }: Score): string {
  const rows = Object.entries(figures).map(([name, value]) => {
    const interval = intervals[name];
    return [name, shown(value), interval === undefined ? "" : `[${shown(interval[0])}, ${shown(interval[1])}]`] as const;
  });
  const width = (column: 0 | 1 | 2) => Math.max(...rows.map((row) => row[column].length));
  const lines = rows.map(([name, value, interval]) => `  ${name.padEnd(width(0))}  ${value.padStart(width(1))}  ${interval}`.trimEnd());
  return [`${score} (variant ${variant}); in brackets 95% intervals`, ...lines, ""].join("\n");
}

function shown(value: number | null): string {
  if (value === null) return "-";
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 4 : 2);
}

async function writeLines(file: string, items: readonly object[]): Promise<void> {
  const stream = createWriteStream(file);
  try {
    await once(stream, "open");
    for (const item of items) if (!stream.write(`${JSON.stringify(item)}\n`)) await once(stream, "drain");
    stream.end();
    await finished(stream);
  } catch (thrown) {
    stream.destroy();
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    throw new YaffleError("invalid_request", `${file}: cannot be written (${message}).`, {
      faults: [{ path: "per-item", message: "cannot be written" }],
      cause: thrown,
    });
  }
}
