/**
 * `npm run bench [-- NAME] [--photos DIR]`: how fast, beside what it is compared against, in one run.
 * Figures of one run compare with each other; across machines and days they do not.
 */
import { parseArgs } from "node:util";
import { scoreBench } from "./score.js";
import { serviceBench } from "./service.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { photos: { type: "string" } } });
const benches: Readonly<Record<string, () => Promise<void> | void>> = {
  service: () => serviceBench(values.photos ?? null),
  score: () => scoreBench(),
};
const name = positionals[0] ?? "service";
const bench = benches[name];
if (bench === undefined) {
  console.error(`There is no bench "${name}"; there are: ${Object.keys(benches).join(", ")}.`);
  process.exitCode = 2;
} else {
  await bench();
}
