/** Help, a version and a slip need no command: each would be read from disk with all that it needs. */
import { describe, expect, it, vi } from "vitest";
import { SUMMARIES } from "../../src/cli/summaries.js";
import { runCommand } from "../support/command-line.js";

const read = vi.hoisted((): string[] => []);
vi.mock("../../src/cli/audit.js", async (original) => {
  read.push("audit");
  return original();
});
vi.mock("../../src/cli/score.js", async (original) => {
  read.push("score");
  return original();
});

describe("a command that is not asked for", () => {
  it.each([[["--help"]], [["help"]], [["--version"]], [["scroe"]], [[]]])("is not read for %j", async (words) => {
    await runCommand(words);
    expect(read).toEqual([]);
  });

  it("is read where it is named, also behind help", async () => {
    const { exitCode, out } = await runCommand(["help", "score"]);
    expect([exitCode, read]).toEqual([0, ["score"]]);
    expect(out).toContain("chair");
    expect((await runCommand(["audit", "--help"])).out.replaceAll(/\s+/g, " ")).toContain(SUMMARIES.audit);
    expect(read).toEqual(["score", "audit"]);
  });
});
