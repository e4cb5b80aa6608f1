/** report.html in a real browser: read, searched, opened by mouse and by keyboard, in the dark and on paper. */
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ResultLine } from "../../../src/audit/outcome.js";
import { writeReport } from "../../../src/audit/report/write-report.js";
import { readPicture } from "../../../src/image/read.js";
import { freshFolder, writePicture } from "../../support/audit.js";
import { describeWithChromium, startChromium } from "../../support/chromium.js";
import { claimOf, resultOf, summaryOf, writeResults } from "../../support/results.js";

const LIMITS = { maxImageBytes: 1_000_000, maxImagePixels: 1_000_000 };
const HOSTILE = `<script>document.title="taken"</script><img src=x onerror='document.title="taken"'>`;
const ORIGINAL = "A dog and a cat sleep on a sofa.";

async function written(results: readonly ResultLine[], title = "rows.jsonl"): Promise<string> {
  const folder = freshFolder();
  const out = join(folder, "report.html");
  await writeReport({ title, resultsFile: writeResults(folder, results), summary: summaryOf(results), rows: null, limits: LIMITS, out });
  return out;
}

/** The row that the tests open: the cat goes, a box shows the dog. */
async function mendedRow(): Promise<ResultLine> {
  const path = await writePicture(freshFolder(), "1.png");
  const { sha256, width, height } = await readPicture({ type: "file", path }, LIMITS);
  const box = { x1: 0.1, y1: 0.2, x2: 0.5, y2: 0.9, score: 0.97 };
  const dog = { type: "detection" as const, expert: "test-detector", image: 0, category: "dog", presence: 0.99, boxes: [box] };
  const cat = { ...dog, category: "cat", presence: 0.01, boxes: [{ ...box, x1: 0.6, x2: 0.7, score: 0.02 }] };
  return resultOf({
    id: "mended",
    original: ORIGINAL,
    corrected: "A dog sleeps on a sofa.",
    claims: [
      claimOf("c1", "supported", { evidence: [dog] }),
      claimOf("c2", "refuted", {
        text: "there is a cat",
        span: { start: 10, end: 15 },
        evidence: [cat],
        object: { phrase: "a cat", category: "cat", span: null },
      }),
      claimOf("c3", "refuted", {
        text: "the cat sleeps",
        span: { start: 10, end: 21 },
        evidence: [cat],
        object: { phrase: "a cat", category: "cat", span: null },
      }),
    ],
    edits: [{ span: { start: 5, end: 21 }, replacement: " sleeps", claims: ["c2"], kind: "replace" }],
    images: [{ sha256, width, height }],
    row: { images: [path], prompt: "What do you see?", model: "model-a" },
  });
}

function others(rows: number): readonly ResultLine[] {
  return Array.from({ length: rows }, (_, row) =>
    resultOf({
      id: `row-${row}`,
      original: `Sentence number ${row} about a dog.`,
      claims: [claimOf("c1", row % 10 === 0 ? "refuted" : "supported")],
      row: { model: row % 2 === 0 ? "model-a" : "model-b" },
    }),
  );
}

describeWithChromium("report.html in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    execFileSync(process.execPath, ["scripts/build-page.mjs"], { stdio: "inherit" });
    browser = await startChromium();
  });
  afterAll(() => browser.close());

  /** Opens the file, and fails the test on any complaint of the page or any request but for the file. */
  async function opened(
    path: string,
    colorScheme: "light" | "dark" = "light",
  ): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith("data:") && request.url() !== pathToFileURL(path).href) complaints.push(request.url());
    });
    await page.goto(pathToFileURL(path).href);
    await page.waitForSelector(".rows .row");
    return { page, complaints };
  }

  it("shows figures, charts and rows, the worst first", async () => {
    const { page, complaints } = await opened(await written([...others(60), await mendedRow()]));
    expect(await page.locator("h1").innerText()).toBe("rows.jsonl");
    expect(await page.locator(".tile strong").allInnerTexts()).toEqual(["12.7%", "11.5%", "63", "100%", "1"]);
    await page.waitForSelector(".chart svg");
    expect(await page.locator(".chart svg").count()).toBeGreaterThanOrEqual(6);
    expect(await page.locator(".rows .row").count()).toBe(25);
    expect(await page.locator(".rows .toggle").first().innerText()).toBe("mended");
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("searches, filters, sorts and turns its pages", async () => {
    const { page } = await opened(await written([...others(60), await mendedRow()]));
    const ids = (): Promise<string[]> => page.locator(".rows .toggle").allInnerTexts();
    await page.fill("#search", "number 17");
    await page.waitForFunction(() => document.querySelectorAll(".rows .row").length === 1);
    expect(await ids()).toEqual(["row-17"]);
    await page.getByRole("button", { name: "Reset" }).click();
    await page.selectOption("#show", "refuted");
    expect(await ids()).toEqual(["mended", "row-0", "row-10", "row-20", "row-30", "row-40", "row-50"]);
    await page.selectOption("#object", "cat");
    expect(await ids()).toEqual(["mended"]);
    await page.getByRole("button", { name: "Reset" }).click();
    await page.selectOption("#model", { label: "model-b" });
    await page.getByRole("button", { name: /^Response/ }).click();
    expect((await ids()).slice(0, 3)).toEqual(["row-1", "row-3", "row-5"]);
    expect(await page.locator("th[aria-sort=ascending]").innerText()).toContain("Response");
    await page.getByRole("button", { name: /Next/ }).click();
    expect(await ids()).toEqual(["row-51", "row-53", "row-55", "row-57", "row-59"]);
    await page.close();
  });

  it("opens a row by keyboard: picture, boxes, marked text and evidence", async () => {
    const { page, complaints } = await opened(await written([await mendedRow()]));
    await page.locator(".rows .toggle").focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".detail .marked");
    expect(await page.locator(".marked del").allInnerTexts()).toEqual([" and ", "a cat", " sleep"]);
    expect(await page.locator(".marked ins").allInnerTexts()).toEqual([" sleeps"]);
    expect(await page.locator(".prompt").innerText()).toBe("Asked: What do you see?");
    expect(await page.locator(".picture img").evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(32);
    expect(
      await page
        .locator(".box:not(.hidden) text")
        .allInnerTexts()
        .then((labels) => labels.length),
    ).toBe(1);
    expect(await page.locator(".claims .sign").allInnerTexts()).toEqual(["✗", "✗", "✓"]);
    await page.locator(".claims > li").nth(0).focus();
    expect(await page.locator(".marked .emphasized").allInnerTexts()).toEqual(["a cat"]);
    expect(await page.locator(".box.emphasized text").textContent()).toBe("cat 2%");
    await page.locator(".claims details summary").last().click();
    expect(await page.locator(".claims details[open] li").innerText()).toContain("dog: 99% that the picture shows one; box 97%");
    await page.keyboard.press("Escape");
    expect(await page.locator(".detail").isVisible()).toBe(false);
    expect(await page.locator(".rows .toggle").evaluate((toggle) => toggle === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows rows as cards on a phone, nothing wider than the screen", async () => {
    const { page, complaints } = await opened(await written([...others(3), await mendedRow()]));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator(".rows .toggle").first().click();
    await page.waitForSelector(".detail .marked");
    expect(await page.locator(".row .count").first().isVisible()).toBe(true);
    await page.locator(".numbers summary").first().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("shows what would be markup as text, and runs none of it", async () => {
    const claims = [claimOf("c1", "refuted", { text: HOSTILE, reason: HOSTILE, object: { phrase: "x", category: HOSTILE, span: null } })];
    const row = { model: HOSTILE, prompt: HOSTILE };
    const made = resultOf({ id: HOSTILE, original: HOSTILE, corrected: "x", claims, row });
    const { page, complaints } = await opened(await written([made], HOSTILE));
    await page.locator(".rows .toggle").click();
    await page.waitForSelector(".detail .marked");
    expect(await page.locator(".rows .toggle").innerText()).toBe(HOSTILE);
    expect(await page.locator(".marked").textContent()).toBe(HOSTILE);
    expect(await page.title()).toBe(`${HOSTILE} · Yaffle audit`);
    expect(await page.locator("img[src=x], main script").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("is dark where the reader's system is, and prints without its controls", async () => {
    const path = await written([await mendedRow()]);
    const { page } = await opened(path, "dark");
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(21, 23, 26)");
    await page.emulateMedia({ media: "print", colorScheme: "light" });
    expect(await page.locator(".controls").isVisible()).toBe(false);
    expect(await page.locator(".rows").isVisible()).toBe(true);
    await page.close();
  });

  it("stays one light file for ten thousand rows", async () => {
    const path = await written([...others(10_000), await mendedRow()]);
    expect(statSync(path).size).toBeLessThan(4_000_000);
    const { page, complaints } = await opened(path);
    expect(await page.locator(".note").allInnerTexts()).toEqual([
      expect.stringContaining("10,000 responses with the most refuted claims, of 10,001"),
    ]);
    expect(await page.locator(".rows .row").count()).toBe(25);
    await page.fill("#search", "number 9990 ");
    await page.waitForFunction(() => document.querySelectorAll(".rows .row").length === 1);
    await page.locator(".rows .toggle").click();
    await page.waitForSelector(".detail .marked");
    expect(await page.locator(".marked").textContent()).toBe("Sentence number 9990 about a dog.");
    expect(complaints).toEqual([]);
    await page.close();
  });
});
