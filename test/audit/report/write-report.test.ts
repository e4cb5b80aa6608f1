import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import type { ResultLine } from "../../../src/audit/outcome.js";
import type { PageDetail, PageFacts, PageRow } from "../../../src/audit/report/page-data.js";
import { writeReport } from "../../../src/audit/report/write-report.js";
import { readPicture } from "../../../src/image/read.js";
import { freshFolder, rowSource, writePicture, writeRows } from "../../support/audit.js";
import { claimOf, resultOf, summaryOf, writeResults } from "../../support/results.js";

const LIMITS = { maxImageBytes: 1_000_000, maxImagePixels: 1_000_000 };
const HOSTILE = `</script><script>document.title="taken"</script><img src=x onerror=alert(1)><!--`;

interface Page {
  readonly html: string;
  block(name: string): string;
  unpacked<Value>(name: string): Value;
}

function pageOf(path: string): Page {
  const html = readFileSync(path, "utf8");
  const block = (name: string): string => new RegExp(`id="data-${name}">([^<]*)</script>`).exec(html)?.[1] ?? "";
  return { html, block, unpacked: (name) => JSON.parse(inflateRawSync(Buffer.from(block(name), "base64")).toString()) };
}

async function written(results: readonly ResultLine[], more: Partial<Parameters<typeof writeReport>[0]> = {}): Promise<Page> {
  const folder = freshFolder();
  const out = join(folder, "report.html");
  const resultsFile = writeResults(folder, results);
  await writeReport({ title: "rows.jsonl", resultsFile, summary: summaryOf(results), rows: null, limits: LIMITS, out, ...more });
  expect(readdirSync(folder).sort()).toEqual(["report.html", "results.jsonl"]);
  return pageOf(out);
}

describe("report.html", () => {
  it("carries the audit's own figures", async () => {
    const results = [
      resultOf({ id: "a", claims: [claimOf("c1", "supported"), claimOf("c2", "refuted", { kind: "count" })], row: { model: "m" } }),
      resultOf({ id: "b", claims: [claimOf("c1", "refuted")], left: 1 }),
    ];
    const facts = (await written(results)).unpacked<PageFacts>("facts");
    expect(facts.all).toMatchObject({ supported: 1, refuted: 2, rate: { value: 2 / 3 } });
    expect(facts.kinds.map(({ name, refuted }) => [name, refuted])).toEqual([
      ["existence", 1],
      ["count", 1],
    ]);
    expect(facts.models).toEqual([expect.objectContaining({ name: "m", rows: 1, refuted: 1 })]);
    expect(facts.objects).toEqual([{ name: "dog", refuted: 2, supported: 0 }]);
    expect(facts.beforeAfter).toMatchObject({
      before: { value: 2 / 3 },
      after: { value: 1 / 2 },
      rowsBefore: { value: 1 },
      rowsAfter: { value: 0.5 },
    });
    expect(facts.reliability).toMatchObject({ supportedTrue: 0.95, refutedFalse: 0.98 });
    expect(facts.reliability.bins.map(({ refuted }) => refuted)).toEqual([2, ...Array.from({ length: 19 }, () => 0)]);
  });

  it("keeps of each row what is shown, and shared evidence once", async () => {
    const edit = { span: { start: 0, end: 5 }, replacement: "A cat", claims: ["c1"], kind: "replace" as const };
    const made = resultOf({
      original: "A dog sleeps.",
      corrected: "A cat sleeps.",
      claims: [claimOf("c1", "refuted"), claimOf("c2", "supported")],
      edits: [edit],
    });
    const page = await written([made]);
    expect(page.unpacked<readonly PageRow[]>("rows")).toEqual([["row-1", -1, "A dog sleeps.", 1, 1, 0, 1, 1, ["dog"], -1]]);
    const [detail] = page.unpacked<readonly PageDetail[]>("details-0");
    expect(detail).toMatchObject({
      edits: [[0, 5, "A cat"]],
      left: 0,
      evidence: [{ type: "detection", says: "dog: 90% that the picture shows one" }],
    });
    expect(detail?.claims.map(([, verdict, , , , , , evidence]) => [verdict, evidence])).toEqual([
      [1, [0]],
      [0, [0]],
    ]);
  });

  it("lists the rows with the most refuted claims where there are too many", async () => {
    const results = Array.from({ length: 130 }, (_, row) => {
      const claims = Array.from({ length: row % 3 }, (_, claim) => claimOf(`c${claim}`, "refuted"));
      return resultOf({ id: `row-${row}`, claims });
    });
    const page = await written(results, { maxListedRows: 60 });
    const rows = page.unpacked<readonly PageRow[]>("rows");
    expect(rows).toHaveLength(60);
    expect(rows.filter(([, , , , refuted]) => refuted === 2)).toHaveLength(43);
    expect(rows.filter(([, , , , refuted]) => refuted === 1).map(([id]) => id)).toEqual(
      Array.from({ length: 17 }, (_, row) => `row-${row * 3 + 1}`),
    );
    expect(page.unpacked<readonly PageDetail[]>("details-0")).toHaveLength(50);
    expect(page.unpacked<readonly PageDetail[]>("details-1")).toHaveLength(10);
    expect(page.unpacked<PageFacts>("facts")).toMatchObject({ rows: 130, listed: 60 });
  });

  it("lets nothing that a model said become markup", async () => {
    const claims = [
      claimOf("c1", "refuted", { text: HOSTILE, reason: HOSTILE, object: { phrase: HOSTILE, category: HOSTILE, span: null } }),
    ];
    const made = resultOf({ id: HOSTILE, original: HOSTILE, corrected: "x", claims, row: { model: HOSTILE, prompt: HOSTILE } });
    const { html } = await written([made], { title: HOSTILE });
    expect(html).not.toContain("<script>document");
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;/script&gt;&lt;script&gt;");
    expect(html).toMatch(/script-src 'sha256-[A-Za-z0-9+/=]{44}'/);
  });

  it("asks nothing of any other file or server", async () => {
    const { html } = await written([resultOf({})]);
    expect(html).toContain("default-src 'none'; img-src data:;");
    expect(html).not.toMatch(/<link|<script[^>]+src=|@import|url\(\s*["']?http/i);
  });
});

describe("the pictures of report.html", () => {
  const folder = freshFolder();
  let path = "";
  let images: ResultLine["images"] = [];
  beforeAll(async () => {
    path = await writePicture(folder, "large.png");
    await sharp(path).resize(1600, 1200).toFile(join(folder, "larger.png"));
    path = join(folder, "larger.png");
    const { sha256, width, height } = await readPicture({ type: "file", path }, { ...LIMITS, maxImagePixels: 2_000_000 });
    images = [{ sha256, width, height }];
  });
  const limits = { ...LIMITS, maxImagePixels: 2_000_000 };

  it("are small, and once in the file however many rows are about them", async () => {
    const page = await written(
      [1, 2, 3].map((row) => resultOf({ id: `row-${row}`, images, row: { images: [path] } })),
      { limits },
    );
    const jpeg = Buffer.from(page.block("pictures-0"), "base64");
    expect(await sharp(jpeg).metadata()).toMatchObject({ format: "jpeg", width: 640, height: 480 });
    expect(page.unpacked<PageFacts>("facts")).toMatchObject({ pictures: 1, embedded: 1 });
    const details = page.unpacked<readonly PageDetail[]>("details-0");
    expect(details.map(({ pictures }) => pictures)).toEqual([1, 2, 3].map(() => [{ at: 0, width: 1600, height: 1200 }]));
  });

  it("are found in the rows where they stood there", async () => {
    const uri = `data:image/png;base64,${readFileSync(path).toString("base64")}`;
    const rows = writeRows(folder, [{ id: "row-1", image: uri, response: "A dog sleeps." }]);
    const page = await written([resultOf({ images, row: { images: [null] } })], { limits, rows: rowSource(rows, folder) });
    expect(page.unpacked<PageFacts>("facts")).toMatchObject({ pictures: 1, embedded: 1 });
  });

  it("may be gone or changed; the page is written all the same", async () => {
    const other = [{ sha256: "0".repeat(64), width: 1600, height: 1200 }];
    const gone = resultOf({ id: "gone", images, row: { images: [join(folder, "gone.png")] } });
    const page = await written([gone, resultOf({ id: "changed", images: other, row: { images: [path] } })], { limits });
    expect(page.unpacked<PageFacts>("facts")).toMatchObject({ pictures: 2, embedded: 0 });
    expect(page.block("pictures-0")).toBe(" ");
  });
});
