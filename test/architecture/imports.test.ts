/** Imports run one way between the rooms of the house (docs/architecture.md). */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SOURCE = fileURLToPath(new URL("../../src/", import.meta.url));

/** A room may import rooms of lower levels and itself; never one of its own level. */
const LEVELS: readonly (readonly string[])[] = [
  ["domain"],
  ["config"],
  ["language", "statistics", "runtime", "registry", "telemetry", "wire"],
  ["image", "extraction", "experts", "verification", "correction"],
  ["pipeline"],
  ["audit", "scoring", "evaluation"],
  ["batches"],
  ["serving", "cli"],
];

/** Files beside the rooms: compose.ts and index.ts may see all; version.ts imports none, clock.ts its port, folders.ts and files.ts the error. */
const LEVEL_OF_FILE: Readonly<Record<string, number>> = {
  "version.ts": 0,
  "clock.ts": 1,
  "folders.ts": 1,
  "files.ts": 1.5,
  "language-models.ts": 97,
  "vision-experts.ts": 97,
  "open-batches.ts": 97,
  "open-experts.ts": 97.5,
  "compose.ts": 98,
  "index.ts": 99,
};

interface Import {
  readonly file: string;
  readonly target: string;
}

function roomOf(path: string): string {
  return path.split("/")[0] ?? path;
}

function levelOf(path: string): number {
  const room = roomOf(path);
  return LEVEL_OF_FILE[room] ?? LEVELS.findIndex((rooms) => rooms.includes(room));
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SOURCE, file), "utf8");
  const specifiers = text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return [...specifiers].map(([, specifier = ""]) => ({
    file,
    target: relative(SOURCE, resolve(SOURCE, dirname(file), specifier)).replace(/\.js$/, ".ts"),
  }));
}

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
const imports = files.flatMap(importsOf);

function isAllowed({ file, target }: Import): boolean {
  if (roomOf(file) === roomOf(target)) return true;
  // The doors start the composed service; nothing below them may.
  if (roomOf(target) === "compose.ts") return levelOf(file) >= LEVELS.length - 1;
  // Experts run models and know their registry entries; that is the level below them.
  return levelOf(target) < levelOf(file);
}

describe("the house", () => {
  it("has no room that the rule does not know", () => {
    expect(files.filter((file) => levelOf(file) < 0)).toEqual([]);
  });

  it("has imports that the test can see", () => {
    expect(imports.length).toBeGreaterThan(50);
  });

  it("imports one way", () => {
    expect(imports.filter((one) => !isAllowed(one)).map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const readers = files.filter((file) => roomOf(file) !== "config" && /process\.env\b/.test(readFileSync(join(SOURCE, file), "utf8")));
    expect(readers).toEqual([]);
  });

  it("has no file that is too long to read at once", () => {
    const long = files.filter((file) => readFileSync(join(SOURCE, file), "utf8").split("\n").length > 300);
    expect(long).toEqual([]);
  });
});
