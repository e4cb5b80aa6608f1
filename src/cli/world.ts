/** What a command touches outside itself: the streams of its process, and the parts it opens. Tests put their own here. */
import { readFileSync } from "node:fs";
import type { composeService } from "../compose.js";
import type { Settings } from "../config/settings.js";
import type { Yaffle } from "../pipeline/yaffle.js";
import type { Logger } from "../telemetry/log.js";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface World {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The command line as the system handed it over; null where it does not tell. */
  readonly rawWords: () => Uint8Array | null;
  readonly openYaffle: (settings: Settings, signal?: AbortSignal, log?: Logger) => Promise<Yaffle>;
  readonly openService: typeof composeService;
}

/** Node has put U+FFFD in the place of what was no text; Linux keeps the bytes. */
function rawWords(): Uint8Array | null {
  try {
    return readFileSync("/proc/self/cmdline");
  } catch {
    return null;
  }
}

/** The process itself and the real parts, which are read from disk when a command opens them: help and refusals need none. */
export const PROCESS_WORLD: World = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  rawWords,
  openYaffle: async (...given) => (await import("../compose.js")).composeYaffle(...given),
  openService: async (...given) => (await import("../compose.js")).composeService(...given),
};
