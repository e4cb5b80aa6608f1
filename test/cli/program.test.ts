/** The command line as a whole: what it has, and that a command alone is the one of the help. */
import { describe, expect, it } from "vitest";
import { VERSION } from "../../src/version.js";
import { runCommand } from "../support/command-line.js";

const NAMES = ["correct", "verify", "audit", "work", "serve", "models", "score", "compare", "export", "evaluate"];

describe("yaffle", () => {
  it("lists every command in its help", async () => {
    const { exitCode, out } = await runCommand(["--help"]);
    expect(exitCode).toBe(0);
    const listed = [...out.matchAll(/^ {2}([a-z]+) (?:\[|<|$| )/gm)].map(([, name]) => name).filter((name) => name !== "help");
    expect(listed).toEqual(NAMES);
  });

  it.each(NAMES)("knows %s by its name alone", async (name) => {
    const { exitCode, out } = await runCommand([name, "--help"]);
    expect([exitCode, out.split("\n")[0]]).toEqual([0, expect.stringMatching(new RegExp(`^Usage: yaffle ${name}\\b`))]);
  });

  it("says its version", async () => {
    expect(await runCommand(["--version"])).toMatchObject({ exitCode: 0, out: `${VERSION}\n` });
  });

  it("names the nearest command where there is none of that name, and fails with 2", async () => {
    const { exitCode, error } = await runCommand(["corect", "--image", "a.jpg"]);
    expect(exitCode).toBe(2);
    expect(error).toContain("corect");
    expect(error).toContain("correct");
  });
});
