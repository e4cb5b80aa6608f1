/** The command line as a whole: its commands, and one way in which they fail. */
import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { VERSION } from "../version.js";
import { refusal } from "../wire/faults.js";
import { auditCommand } from "./audit.js";
import { compareCommand } from "./compare.js";
import { correctCommand } from "./correct.js";
import { evaluateCommand } from "./evaluate.js";
import { exportCommand } from "./export.js";
import { EXIT, failureOf } from "./failure.js";
import { modelsCommand } from "./models.js";
import { scoreCommand } from "./score.js";
import { serveCommand } from "./serve.js";
import { wordFaults } from "./word-faults.js";
import { workCommand } from "./work.js";
import { PROCESS_WORLD, type World } from "./world.js";

/**
 * Runs one command.
 * @param words the command line without the program: ["correct", "--image", …]
 * @returns the exit code
 */
export async function runProgram(words: readonly string[], world: World = PROCESS_WORLD): Promise<number> {
  const asJson = words.includes("--json");
  try {
    refuseMendedWords(words, world);
    const program = createProgram(world);
    const faults = wordFaults(program, words);
    if (faults.length > 0) throw refusal(faults);
    await program.parseAsync([...words], { from: "user" });
    return EXIT.done;
  } catch (thrown) {
    const { exitCode, text } = failureOf(thrown, asJson, randomUUID());
    world.stderr.write(text);
    return exitCode;
  }
}

const MENDED = "\uFFFD";

/** What was checked would not be what was written. A U+FFFD that was written as such is text like any other. */
function refuseMendedWords(words: readonly string[], { rawWords }: World): void {
  const mended = words.find((word) => word.includes(MENDED));
  if (mended === undefined) return;
  const bytes = rawWords();
  if (bytes !== null && !isUtf8(bytes)) throw refusal([{ path: mended.slice(0, 60), message: "is not valid UTF-8; encode it as UTF-8" }]);
}

function createProgram(world: World): Command {
  const program = new Command("yaffle")
    .description("Checks what a multimodal model said about a picture, claim by claim, and mends what is not so.")
    .version(VERSION);
  for (const task of ["correct", "verify"] as const) program.addCommand(correctCommand(task, world));
  for (const command of [
    auditCommand(world),
    workCommand(world),
    serveCommand(world),
    modelsCommand(world),
    scoreCommand(world),
    compareCommand(world),
    exportCommand(world),
    evaluateCommand(),
  ])
    program.addCommand(command);
  quieten(program, world);
  return program;
}

/** Commands throw where commander would end the process; what is wrong is said once, by `runProgram`. */
function quieten(command: Command, world: World): void {
  command.exitOverride().configureOutput({ writeOut: (text) => void world.stdout.write(text), outputError: () => undefined });
  for (const child of command.commands) quieten(child, world);
}
