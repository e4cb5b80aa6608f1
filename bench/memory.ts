/**
 * Whether the memory of an audit is flat: its peaks up to 1,000, 10,000 and 100,000 rows, with one picture and with as many pictures as rows. The
 * detector sees at once; all else is as in an audit: reading, decoding, the cache, the journal, the summary and the page.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { row } from "./statistics.js";

export interface MemoryMilestone {
  readonly at: string;
  /** The largest resident set since the last milestone. */
  readonly peakMiB: number;
  /** Heap and buffers, after a collection. */
  readonly heldMiB: number;
}

/** @param rows of the longest audit */
export async function memoryBench(rows: number): Promise<void> {
  console.log("MiB: the largest resident set since the line above, and what is held after a collection of garbage\n");
  row("", "peak", "held");
  for (const pictures of ["one", "many"]) {
    const entry = fileURLToPath(new URL("./memory-run.ts", import.meta.url));
    const child = fork(entry, [String(rows), pictures], { execArgv: ["--expose-gc", "--import", "tsx"] });
    child.on("message", ({ at, peakMiB, heldMiB }: MemoryMilestone) =>
      row(`${pictures === "one" ? "one picture" : "a picture a row"}, ${at}`, peakMiB.toFixed(0), heldMiB.toFixed(1)),
    );
    if ((await codeOf(child)) !== 0) throw new Error("the audit failed");
  }
}

async function codeOf(child: ChildProcess): Promise<number | null> {
  await once(child, "exit");
  return child.exitCode;
}
