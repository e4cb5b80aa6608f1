/**
 * One audit of the memory bench, as a process of its own, so that its peaks are its own: how many rows, and "one" picture or "many".
 *
 * The pictures of "many" differ in bytes and not in pixels: each is decoded, kept on the shelf and remembered by the detector's cache as any
 * other would be. Prints a JSON line a milestone.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { rowExecutor } from "../src/audit/execute.js";
import { FORMATS } from "../src/audit/formats/formats.js";
import { imageFinder } from "../src/audit/formats/image-finder.js";
import { pictureShelf } from "../src/audit/picture-shelf.js";
import { createLocalQueue } from "../src/audit/queue/local.js";
import { runAudit } from "../src/audit/run-audit.js";
import { DEFAULT_LIMITS } from "../src/pipeline/limits.js";
import { DEFAULT_OPTIONS } from "../src/wire/options.js";
import { cheapYaffle } from "./fixed-cost.js";
import type { MemoryMilestone } from "./memory.js";

const CONCURRENCY = 4;
const FILES_A_FOLDER = 1000;
const MEBIBYTE = 1024 * 1024;
/** Words that no dictionary has: whatever remembers words meets new ones for ever. */
const SYLLABLES = ["ba", "cor", "du", "fen", "gri", "lo", "mat", "ni", "pra", "sul", "tor", "vex"] as const;

const [count = "1000", pictures = "one"] = process.argv.slice(2);
const rows = Number(count);
const folder = mkdtempSync(join(tmpdir(), "yaffle-bench-memory-"));
try {
  await run(await writeRows());
} finally {
  rmSync(folder, { recursive: true });
}

async function run(path: string): Promise<void> {
  let peak = 0;
  const tell = (at: string): void => {
    const milestone: MemoryMilestone = { at, peakMiB: peak / MEBIBYTE, heldMiB: heldBytes() / MEBIBYTE };
    process.send?.(milestone);
    peak = 0;
  };
  const milestones = [1000, 10_000, 100_000].filter((one) => one <= rows);
  await runAudit({
    rows: {
      path,
      format: FORMATS.rows,
      maxLineBytes: 100_000,
      context: { images: imageFinder(folder), questions: null, options: DEFAULT_OPTIONS },
    },
    folder: join(folder, "out"),
    queue: createLocalQueue(rowExecutor(cheapYaffle(), pictureShelf(DEFAULT_LIMITS)), CONCURRENCY),
    priority: "normal",
    limits: DEFAULT_LIMITS,
    maxErrors: 0,
    signal: new AbortController().signal,
    onProgress: ({ rows: done }) => {
      peak = Math.max(peak, process.memoryUsage.rss());
      if (milestones.includes(done)) tell(`${done} rows`);
      if (done === rows) watch();
    },
  });
  tell("report.html");

  function watch(): void {
    setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 20).unref();
  }
}

/** What is held when all that is garbage was collected. */
function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function writeRows(): Promise<string> {
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: "#7da38c" } })
    .jpeg({ quality: 60 })
    .toBuffer();
  const path = join(folder, "rows.jsonl");
  for (let start = 0; start < rows; start += FILES_A_FOLDER) {
    mkdirSync(join(folder, `${start}`));
    const some = Array.from({ length: Math.min(FILES_A_FOLDER, rows - start) }, (_, index) => start + index);
    if (pictures === "many" || start === 0)
      // What follows the end of a JPEG is not shown.
      for (const number of some.slice(0, pictures === "many" ? FILES_A_FOLDER : 1))
        writeFileSync(join(folder, `${start}/${number}.jpg`), Buffer.concat([picture, Buffer.from(String(number))]));
    const lines = some.map((number) => {
      const image = pictures === "many" ? `${start}/${number}.jpg` : "0/0.jpg";
      const response = `A dog lies on a ${wordOf(number)} beside ${number % 90} people. There is a cat.`;
      return `${JSON.stringify({ id: `row-${number}`, image, response, model: `model-${number % 5}` })}\n`;
    });
    appendFileSync(path, lines.join(""));
  }
  return path;
}

function wordOf(number: number): string {
  const base = SYLLABLES.length;
  return [number, number / base, number / base ** 2, number / base ** 3, number / base ** 4]
    .map((part) => SYLLABLES[Math.floor(part) % base])
    .join("");
}
