import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scoreCommand } from "../../src/cli/score.js";
import { PROCESS_WORLD, type World } from "../../src/cli/world.js";
import { folderOf, jsonLines } from "../scoring/support.js";

/** The process' world, with what is printed on standard output kept. */
function worldFor(written: string[], openYaffle: World["openYaffle"] = PROCESS_WORLD.openYaffle): World {
  return { ...PROCESS_WORLD, stdout: { write: (text) => written.push(text) }, openYaffle };
}

/** What the command prints on standard output. */
async function run(...words: readonly string[]): Promise<string> {
  const written: string[] = [];
  await scoreCommand(worldFor(written)).exitOverride().parseAsync(words, { from: "user" });
  return written.join("");
}

const instances = {
  images: [
    { id: 1, file_name: "one.jpg" },
    { id: 2, file_name: "two.jpg" },
  ],
  annotations: [
    { image_id: 1, category_id: 1 },
    { image_id: 2, category_id: 2 },
  ],
  categories: [
    { id: 1, name: "dog" },
    { id: 2, name: "cat" },
    { id: 3, name: "kite" },
  ],
};

describe("yaffle score", () => {
  it("chair: prints one JSON document and writes the items", async () => {
    const folder = folderOf({
      "c.jsonl": jsonLines([{ image_id: 1, caption: "A dog and a kite." }]),
      "g.json": JSON.stringify({ "1": ["dog"] }),
    });
    const printed = await run(
      "chair",
      "--captions",
      join(folder, "c.jsonl"),
      "--ground-truth",
      join(folder, "g.json"),
      "--json",
      "--per-item",
      join(folder, "items.jsonl"),
    );
    expect(JSON.parse(printed)).toEqual({
      ...{ score: "chair", variant: "original", chair_s: 1, chair_i: 0.5, recall: 1, captions: 1, mentions: 2 },
      intervals: { chair_s: [1, 1], chair_i: [0.5, 0.5], recall: [1, 1] },
    });
    expect(readFileSync(join(folder, "items.jsonl"), "utf8")).toBe(
      '{"image_id":1,"mentioned":["dog","kite"],"hallucinated":[["kite","kite"]]}\n',
    );
  });

  it("chair: takes the truth from annotations and what people wrote", async () => {
    const folder = folderOf({
      "c.jsonl": jsonLines([{ image_id: 1, caption: "A dog and a kite." }]),
      "i.json": JSON.stringify(instances),
      "h.json": JSON.stringify({ annotations: [{ image_id: 1, caption: "A kite." }] }),
    });
    const files = [
      "chair",
      "--captions",
      join(folder, "c.jsonl"),
      "--annotations",
      join(folder, "i.json"),
      "--cache-dir",
      join(folder, "cache"),
    ];
    expect(JSON.parse(await run(...files, "--json"))).toMatchObject({ chair_i: 0.5 });
    expect(JSON.parse(await run(...files, "--human-captions", join(folder, "h.json"), "--json", "--variant", "yaffle"))).toMatchObject({
      variant: "yaffle",
      chair_i: 0,
    });
  });

  it("chair: prints a table for people", async () => {
    const folder = folderOf({ "c.jsonl": jsonLines([{ image_id: 1, caption: "Sand." }]), "g.json": '{"1": []}' });
    const printed = await run("chair", "--captions", join(folder, "c.jsonl"), "--ground-truth", join(folder, "g.json"));
    expect(printed.split("\n")).toEqual([
      "chair (variant original); in brackets 95% intervals",
      "  chair_s   0  [0, 0]",
      "  chair_i   -",
      "  recall    -",
      "  captions  1",
      "  mentions  0",
      "",
    ]);
  });

  it("chair: wants one source of truth", async () => {
    await expect(run("chair", "--captions", "c.jsonl")).rejects.toThrow("Give either --ground-truth");
  });

  it("pope: makes questions that it can score", async () => {
    const folder = folderOf({ "i.json": JSON.stringify(instances) });
    const made = await run(
      "pope",
      "--make",
      "--annotations",
      join(folder, "i.json"),
      "--sampling",
      "random",
      "--per-answer",
      "1",
      "--cache-dir",
      join(folder, "cache"),
    );
    const questions = made.trim().split("\n");
    expect(questions).toHaveLength(4);
    const answers = folderOf({ "q.jsonl": made, "a.jsonl": jsonLines(questions.map((line) => ({ answer: JSON.parse(line).label }))) });
    const printed = await run("pope", "--questions", join(answers, "q.jsonl"), "--answers", join(answers, "a.jsonl"), "--json");
    expect(JSON.parse(printed)).toMatchObject({ score: "pope", accuracy: 1, f1: 1, missing: 0 });
  });

  it("pope: names the flag that is missing", async () => {
    await expect(run("pope", "--questions", "q.jsonl")).rejects.toThrow();
    await expect(run("pope", "--make", "--sampling", "random")).rejects.toThrow("--annotations: is missing");
  });

  it("claims: reads reports and labels", async () => {
    const claims = [{ text: "there is a dog", span: { start: 0, end: 5 }, verdict: "supported", probability: 0.9, evidence: [] }];
    const folder = folderOf({
      "r.jsonl": jsonLines([{ id: "a", original: "A dog.", claims }]),
      "l.jsonl": jsonLines([{ id: "a", claims: [{ text: "There is a dog", label: "supported" }] }]),
    });
    const printed = await run("claims", "--results", join(folder, "r.jsonl"), "--labels", join(folder, "l.jsonl"), "--json");
    expect(JSON.parse(printed)).toMatchObject({ score: "claims", accuracy: 1, coverage: 1, unmatched: 0 });
  });

  it("refuses a per-item file that cannot be written, and prints nothing", async () => {
    const folder = folderOf({ "c.jsonl": jsonLines([{ image_id: 1, caption: "A dog." }]), "g.json": '{"1": []}' });
    const written: string[] = [];
    const words = [
      "chair",
      "--captions",
      join(folder, "c.jsonl"),
      "--ground-truth",
      join(folder, "g.json"),
      "--per-item",
      join(folder, "no", "items"),
    ];
    await expect(scoreCommand(worldFor(written)).parseAsync(words, { from: "user" })).rejects.toThrow("cannot be written");
    expect(written).toEqual([]);
  });
});
