/**
 * Rows a second of an audit in one process, and shared by workers through Redis, with a detector that takes a fixed time: what is lost
 * against as many times one worker is the queue's own cost, while the machine has cores for all of them. Needs redis-server.
 */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { rowExecutor } from "../src/audit/execute.js";
import { FORMATS } from "../src/audit/formats/formats.js";
import { imageFinder } from "../src/audit/formats/image-finder.js";
import { pictureShelf } from "../src/audit/picture-shelf.js";
import { openBullQueue } from "../src/audit/queue/bull/bull-queue.js";
import { createLocalQueue } from "../src/audit/queue/local.js";
import type { RowQueue } from "../src/audit/queue/row-queue.js";
import { runAudit } from "../src/audit/run-audit.js";
import { DEFAULT_LIMITS } from "../src/pipeline/limits.js";
import { DEFAULT_OPTIONS } from "../src/wire/options.js";
import { fixedCostYaffle, LOOK_MS } from "./fixed-cost.js";
import { row } from "./statistics.js";

const ROWS = 960;
const MOST_WORKERS = 3;

export async function auditBench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yaffle-bench-audit-"));
  const rows = await writeRows(folder);
  let looks = 0;
  const yaffle = fixedCostYaffle(() => {
    looks += 1;
  });
  const alone = createLocalQueue(rowExecutor(yaffle, pictureShelf(DEFAULT_LIMITS)), 1);
  const rate = await perSecond(alone, rows, join(folder, "alone"));
  console.log(
    `${ROWS} rows, one at a time in each process. A row waits ${((looks * LOOK_MS) / ROWS).toFixed(0)} ms for its looks; the rest is computed.`,
  );
  console.log(
    `"cpu" is processor time a row of all processes but Redis, "cores" what that takes of the ${availableParallelism()} cores here.`,
  );
  console.log(`Other work on the machine: ${busy()}.\n`);
  row("", "rows/s", "of linear", "cpu ms/row", "cores");
  row("one process", rate.toFixed(1));
  const redis = await startRedis(folder);
  try {
    let one = Number.NaN;
    for (let workers = 1; workers <= MOST_WORKERS; workers += 1) {
      const { rate, cpuMs } = await shared(redis.url, workers, rows, join(folder, `shared-${workers}`));
      if (workers === 1) one = rate;
      const name = workers === 1 ? "one worker on Redis" : `${workers} workers on Redis`;
      row(name, rate.toFixed(1), (rate / (one * workers)).toFixed(2), cpuMs.toFixed(1), ((cpuMs * rate) / 1000).toFixed(2));
    }
  } finally {
    redis.child.kill();
    await once(redis.child, "close");
    rmSync(folder, { recursive: true });
  }
}

/** What else keeps the cores busy: a row takes longer, in every line, where it has to wait for one. */
function busy(): string {
  return `${loadavg()[0]?.toFixed(1) ?? "unknown"} processes of the last minute on average`;
}

interface SharedRun {
  readonly rate: number;
  /** Processor time a row, of the workers and of this process. */
  readonly cpuMs: number;
}

async function shared(url: string, workers: number, rows: string, out: string): Promise<SharedRun> {
  const prefix = `bench-${workers}`;
  const entry = fileURLToPath(new URL("./audit-worker.ts", import.meta.url));
  const children = Array.from({ length: workers }, () => fork(entry, [url, prefix], { execArgv: ["--import", "tsx"] }));
  try {
    await Promise.all(children.map((child) => once(child, "message")));
    const queue = await openBullQueue({ url, prefix });
    const used = async (): Promise<number> => {
      const answers = await Promise.all(children.map((child) => cpuOf(child)));
      return millisecondsOf(process.cpuUsage()) + answers.reduce((sum, one) => sum + one, 0);
    };
    const before = await used();
    const rate = await perSecond(queue, rows, out);
    const cpuMs = ((await used()) - before) / ROWS;
    await queue.close();
    return { rate, cpuMs };
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const answered = once(child, "message");
  child.send("cpu");
  const [usage] = await answered;
  return millisecondsOf(usage as NodeJS.CpuUsage);
}

function millisecondsOf({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** From the first row handed over to the last outcome written; the summary and the page come after it. */
async function perSecond(queue: RowQueue, path: string, folder: string): Promise<number> {
  const times: number[] = [];
  const { summary } = await runAudit({
    rows: {
      path,
      format: FORMATS.rows,
      maxLineBytes: 100_000,
      context: { images: imageFinder(join(path, "..")), questions: null, options: DEFAULT_OPTIONS },
    },
    folder,
    queue,
    priority: "normal",
    limits: null,
    maxErrors: null,
    signal: new AbortController().signal,
    onProgress: () => times.push(performance.now()),
  });
  if (summary.failed > 0) throw new Error(`${summary.failed} rows failed`);
  return (1000 * ROWS) / ((times.at(-1) ?? Number.NaN) - (times[0] ?? Number.NaN));
}

async function writeRows(folder: string): Promise<string> {
  await sharp({ create: { width: 320, height: 240, channels: 3, background: "#7da38c" } })
    .jpeg()
    .toFile(join(folder, "field.jpg"));
  const lines = Array.from({ length: ROWS }, (_, index) =>
    JSON.stringify({ id: `row-${index}`, image: "field.jpg", response: "A dog lies on a bench beside a person." }),
  );
  const path = join(folder, "rows.jsonl");
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function startRedis(folder: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  server.close();
  const words = ["--bind", "127.0.0.1", "--port", String(port), "--dir", folder, "--save", "", "--appendonly", "yes"];
  const child = spawn("redis-server", words, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const text of child.stdout) if (String(text).includes("Ready to accept")) break;
  return { url: `redis://127.0.0.1:${port}`, child };
}
