/** Processes of Yaffle whose detector takes a fixed time, for tests that end them. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PROCESS = fileURLToPath(new URL("./yaffle-process.ts", import.meta.url));

export interface Running {
  readonly child: ChildProcess;
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Lines of standard error, as they come. */
  readonly lines: AsyncIterator<string>;
}

/** @param lookMs how long a look at a picture takes */
export function startYaffle(lookMs: number, words: readonly string[]): Running {
  const child = spawn(process.execPath, ["--import", "tsx", PROCESS, String(lookMs), ...words], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const { stderr } = child;
  if (stderr === null) throw new Error("the process has no standard error");
  return { child, ended, lines: createInterface({ input: stderr })[Symbol.asyncIterator]() };
}

/** The next line of standard error that holds the text. */
export async function lineWith({ lines }: Running, text: string): Promise<string> {
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    if (next.value.includes(text)) return next.value;
  }
  throw new Error(`the process ended and never said ${text}`);
}
