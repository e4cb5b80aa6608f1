/**
 * Yaffle as a process, with a detector that takes a fixed time and finds nothing.
 * Words: milliseconds of a look, then the command line.
 */
import { setTimeout as wait } from "node:timers/promises";
import { runProgram } from "../../src/cli/program.js";
import { PROCESS_WORLD } from "../../src/cli/world.js";
import { fakeDetector } from "./fake-detector.js";
import { yaffleSeeing } from "./serving.js";

const [lookMs = "0", ...words] = process.argv.slice(2);
const detector = fakeDetector({}, { absence: 0.001 });
const slow = {
  ...detector,
  calls: [],
  detect: async (...given: Parameters<typeof detector.detect>) => {
    await wait(Number(lookMs));
    const [, { targets }] = given;
    return targets.map(({ category }) => ({ category, presence: 0.001, boxes: [] }));
  },
};

process.exitCode = await runProgram(words, { ...PROCESS_WORLD, openYaffle: async () => yaffleSeeing(slow) });
