import { existsSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../src/folders.js";

const folder = mkdtempSync(join(tmpdir(), "yaffle-folders-"));

describe("making sure of a folder", () => {
  it("makes it with all that it lies in, and leaves what is there", async () => {
    const deep = join(folder, "a", "b", "c");
    await Promise.all([makeFolder(deep), makeFolder(deep)]);
    await makeFolder(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
  });

  it("says why it cannot be made", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    await expect(makeFolder(join(file, "below"))).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringMatching(/^The folder .+below cannot be made: ENOTDIR/),
    });
  });

  it("takes no file for a folder", async () => {
    await expect(makeFolder(join(folder, "file"))).rejects.toMatchObject({
      code: "invalid_request",
      message: expect.stringContaining("it is a file"),
    });
  });

  it.skipIf(!existsSync("/proc/self"))("ends where the system says that a parent is missing which is there", async () => {
    await expect(makeFolder("/proc/yaffle/models")).rejects.toMatchObject({ code: "invalid_request" });
  });
});
