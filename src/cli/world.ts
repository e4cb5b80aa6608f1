/** What a command touches outside itself: the streams of its process, and the parts it opens. Tests put their own here. */
import { composeService, composeYaffle } from "../compose.js";
import type { Settings } from "../config/settings.js";
import type { Yaffle } from "../pipeline/yaffle.js";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface World {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly openYaffle: (settings: Settings, signal?: AbortSignal) => Promise<Yaffle>;
  readonly openService: typeof composeService;
}

/** The process itself and the real parts. */
export const PROCESS_WORLD: World = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  openYaffle: composeYaffle,
  openService: composeService,
};
