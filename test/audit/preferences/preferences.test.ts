import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentsOf } from "../../../src/audit/preferences/pair.js";
import { applyEdits } from "../../../src/domain/correction.js";
import { freshFolder, writePicture, writeRows } from "../../support/audit.js";
import { runCommand } from "../../support/command-line.js";
import { claimOf, resultOf, writeResults } from "../../support/results.js";

const ORIGINAL = "A dog and a cat sleep.";
const CORRECTED = "A dog sleeps.";
const EDIT = { span: { start: 5, end: 22 }, replacement: " sleeps.", claims: ["c2"], kind: "replace" } as const;
const IMAGE = { sha256: "ab", width: 32, height: 24 };
const mended = {
  original: ORIGINAL,
  corrected: CORRECTED,
  claims: [claimOf("c1", "supported"), claimOf("c2", "refuted")],
  edits: [{ ...EDIT, span: { ...EDIT.span }, claims: [...EDIT.claims] }],
  images: [IMAGE],
};
const row = { images: ["/pictures/1.jpg"], prompt: "What is there?", model: "some-model" };

function linesOf(text: string): readonly unknown[] {
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}

describe("segments", () => {
  it("say what each edit took and put, in both texts", () => {
    expect(segmentsOf({ original: ORIGINAL, edits: mended.edits })).toEqual([
      { rejected: " and a cat sleep.", rejected_start: 5, rejected_end: 22, chosen: " sleeps.", chosen_start: 5, chosen_end: 13 },
    ]);
  });

  it("point at what stands in the two texts, whatever the edits", () => {
    const gaps = fc.array(fc.record({ skip: fc.nat(5), take: fc.nat(5), replacement: fc.string({ maxLength: 6 }) }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ minLength: 60, maxLength: 60 }), gaps, (original, parts) => {
        let at = 0;
        const edits = parts.map(({ skip, take, replacement }) => {
          const start = at + skip;
          at = start + take;
          return { span: { start, end: at }, replacement, claims: ["c1"], kind: "replace" as const };
        });
        const corrected = applyEdits(original, edits);
        for (const one of segmentsOf({ original, edits })) {
          expect(corrected.slice(one.chosen_start, one.chosen_end)).toBe(one.chosen);
          expect(original.slice(one.rejected_start, one.rejected_end)).toBe(one.rejected);
        }
      }),
    );
  });
});

describe("yaffle export preferences", () => {
  it("gives a vision pair in the form of TRL's trainer", async () => {
    const results = writeResults(freshFolder(), [resultOf({ id: "a1", ...mended, row })]);
    const { exitCode, out, error } = await runCommand(["export", "preferences", results]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "1 pair\n" });
    expect(linesOf(out)).toEqual([
      {
        id: "a1",
        images: ["/pictures/1.jpg"],
        prompt: [{ role: "user", content: [{ type: "image" }, { type: "text", text: "What is there?" }] }],
        chosen: [{ role: "assistant", content: [{ type: "text", text: CORRECTED }] }],
        rejected: [{ role: "assistant", content: [{ type: "text", text: ORIGINAL }] }],
        segments: [expect.objectContaining({ rejected: " and a cat sleep.", chosen: " sleeps." })],
      },
    ]);
  });

  it("gives the columns of RLHF-V", async () => {
    const results = writeResults(freshFolder(), [resultOf({ id: "a1", ...mended, row })]);
    const [line] = linesOf((await runCommand(["export", "preferences", results, "--form", "rlhf-v"])).out);
    expect(line).toMatchObject({
      ds_name: "yaffle",
      idx: 0,
      image_path: "/pictures/1.jpg",
      origin_dataset: "a1",
      segments: [{ chosen: " sleeps." }],
    });
    expect(line).toMatchObject({
      text: JSON.stringify({ question: "What is there?", chosen: CORRECTED, rejected: ORIGINAL }),
      origin_split: JSON.stringify({ model: "some-model", type: "" }),
    });
  });

  it("leaves out what was not changed, not judged again, or not clean", async () => {
    const results = writeResults(freshFolder(), [
      resultOf({ id: "same", images: [IMAGE], row }),
      resultOf({ id: "unjudged", ...mended, row, left: null }),
      resultOf({ id: "unclean", ...mended, row, left: 1 }),
      resultOf({ id: "pictureless", ...mended, row: { ...row, images: [null] } }),
      resultOf({ id: "good", ...mended, row: { ...row, prompt: null } }),
    ]);
    const { out, error } = await runCommand(["export", "preferences", results, "--default-prompt", "Say what you see."]);
    expect(linesOf(out)).toEqual([expect.objectContaining({ id: "good", prompt: [expect.objectContaining({ role: "user" })] })]);
    expect(out).toContain("Say what you see.");
    expect(error).toMatch(/^1 pair; left out 1: nothing was corrected; 1: .*again; 1: .*still holds.*; 1: no picture/);
  });

  it("finds pictures and prompts in the rows, and writes those that stood there", async () => {
    const folder = freshFolder();
    const bytes = readFileSync(await writePicture(folder, "1.png"));
    const rows = writeRows(folder, [
      { id: "inline", image: `data:image/png;base64,${bytes.toString("base64")}`, response: ORIGINAL, prompt: "Asked." },
      { id: "file", image: "1.png", response: ORIGINAL },
    ]);
    const results = writeResults(folder, [
      resultOf({ id: "inline", ...mended, row: { images: [null] } }),
      resultOf({ id: "file", ...mended, row: { images: [null], line: 2 } }),
    ]);
    const { out } = await runCommand(["export", "preferences", results, "--rows", rows, "--pictures", `${folder}/pictures`]);
    const [inline, file] = linesOf(out);
    expect(file).toMatchObject({ id: "file", images: [`${folder}/1.png`] });
    expect(inline).toMatchObject({ id: "inline", images: [expect.stringMatching(/\/pictures\/[0-9a-f]{64}\.png$/)] });
    expect(out).toContain("Asked.");
    const [path = ""] = /[^"]+\/pictures\/[^"]+/.exec(out) ?? [];
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it("says which line is no report", async () => {
    const folder = freshFolder();
    const results = writeRows(folder, ["{}"], "results.jsonl");
    expect(await runCommand(["export", "preferences", results])).toMatchObject({
      exitCode: 2,
      out: "",
      error: expect.stringContaining("line 1"),
    });
  });
});
