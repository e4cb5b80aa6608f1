import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { replaceFile, writeWhole } from "../src/files.js";

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "yaffle-files-"));
}

describe("a file that is written whole", () => {
  it("takes the place of the old one, and leaves nothing beside it", async () => {
    const folder = freshFolder();
    const path = join(folder, "deep", "summary.json");
    await writeWhole(path, "old");
    await writeWhole(path, new Uint8Array([110, 101, 119]));
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(readdirSync(join(folder, "deep"))).toEqual(["summary.json"]);
  });

  it("is one of the two where two write at once", async () => {
    const path = join(freshFolder(), "file");
    const texts = ["a".repeat(100_000), "b".repeat(100_000)];
    await Promise.all(texts.map((text) => writeWhole(path, text)));
    expect(texts).toContain(readFileSync(path, "utf8"));
  });

  it("tells a folder that cannot be written to", async () => {
    const file = join(freshFolder(), "file");
    writeFileSync(file, "");
    await expect(writeWhole(join(file, "below"), "text")).rejects.toMatchObject({ code: "invalid_request" });
    await expect(replaceFile(join(file, "below"), "text")).rejects.toMatchObject({ code: "ENOTDIR" });
  });
});
