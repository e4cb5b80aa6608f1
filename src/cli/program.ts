/** The command line as a whole: its commands, and one way in which they fail. */
import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { VERSION } from "../version.js";
import { refusal } from "../wire/faults.js";
import { EXIT, failureOf } from "./failure.js";
import { type CommandName, SUMMARIES } from "./summaries.js";
import { wordFaults } from "./word-faults.js";
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
    const program = await createProgram(words, world);
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

const COMMAND_NAMES = Object.keys(SUMMARIES) as readonly CommandName[];

/** By name. Each is read from disk when it is asked for: most of what one needs the others do not. */
const COMMANDS: Readonly<Record<CommandName, (world: World) => Promise<Command>>> = {
  correct: async (world) => (await import("./correct.js")).correctCommand("correct", world),
  verify: async (world) => (await import("./correct.js")).correctCommand("verify", world),
  audit: async (world) => (await import("./audit.js")).auditCommand(world),
  work: async (world) => (await import("./work.js")).workCommand(world),
  serve: async (world) => (await import("./serve.js")).serveCommand(world),
  models: async (world) => (await import("./models.js")).modelsCommand(world),
  score: async (world) => (await import("./score.js")).scoreCommand(world),
  compare: async (world) => (await import("./compare.js")).compareCommand(world),
  export: async (world) => (await import("./export.js")).exportCommand(world),
  evaluate: async () => (await import("./evaluate.js")).evaluateCommand(),
};

/** With the one command that the words name whole, and of the others what each does: enough for help, and for what is nearest to a slip. */
async function createProgram([first = "", second = ""]: readonly string[], world: World): Promise<Command> {
  const program = new Command("yaffle")
    .description("Checks what a multimodal model said about a picture, claim by claim, and mends what is not so.")
    .version(VERSION)
    .configureHelp({ subcommandTerm: (command) => command.name() });
  const wanted = first === "help" ? second : first;
  for (const name of COMMAND_NAMES) program.addCommand(name === wanted ? await COMMANDS[name](world) : outlined(name));
  quieten(program, world);
  return program;
}

function outlined(name: CommandName): Command {
  return new Command(name).description(SUMMARIES[name]);
}

/** Commands throw where commander would end the process; what is wrong is said once, by `runProgram`. */
function quieten(command: Command, world: World): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => void world.stdout.write(text),
    writeErr: (text) => void world.stderr.write(text),
    outputError: () => undefined,
  });
  for (const child of command.commands) quieten(child, world);
}
