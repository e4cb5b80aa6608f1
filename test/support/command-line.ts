/** Runs a command inside the test, with streams that remember and experts that see a beach. */
import { Readable } from "node:stream";
import { runProgram } from "../../src/cli/program.js";
import { PROCESS_WORLD, type World } from "../../src/cli/world.js";
import { beachDetector, yaffleSeeing } from "./serving.js";

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
}

export async function runCommand(
  words: readonly string[],
  { stdin = "", ...world }: Partial<Omit<World, "stdin">> & { readonly stdin?: string | Buffer } = {},
): Promise<Ran> {
  const written = { out: "", error: "" };
  const exitCode = await runProgram(words, {
    ...PROCESS_WORLD,
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: { write: (text) => (written.out += text), columns: 72 },
    stderr: { write: (text) => (written.error += text) },
    openYaffle: async () => yaffleSeeing(beachDetector()),
    ...world,
  });
  return { exitCode, ...written };
}
