/** A service's batches over a folder of their own, worked on by a Yaffle that sees a beach; with a clock that tests turn. */
import { mkdtempSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { type ExecuteRow, rowExecutor } from "../../src/audit/execute.js";
import { pictureShelf } from "../../src/audit/picture-shelf.js";
import { createLocalQueue } from "../../src/audit/queue/local.js";
import { Batches, type BatchesOptions } from "../../src/batches/batches.js";
import type { StoredBatch, StoredFile } from "../../src/batches/stored.js";
import { DEFAULT_LIMITS } from "../../src/pipeline/limits.js";
import { createHttpApp } from "../../src/serving/http/app.js";
import { createLog } from "../../src/telemetry/log.js";
import { beachDetector, deskFor, type TestDesk, yaffleSeeing } from "./serving.js";

export const DAY_MS = 24 * 60 * 60 * 1000;

const png = await sharp({ create: { width: 32, height: 24, channels: 3, background: "#886644" } })
  .png()
  .toBuffer();
export const PICTURE = png.toString("base64");
export const DATA_URI = `data:image/png;base64,${PICTURE}`;

/** A request line as OpenAI has it. */
export function requestLine(id: string, response = "There are two chairs and a dog."): string {
  return JSON.stringify({ custom_id: id, method: "POST", url: "/v1/correct", body: { image: { base64: PICTURE }, response } });
}

export interface TestClock {
  time: number;
  nowMs(): number;
}

export function testClock(time = 1_800_000_000_000): TestClock {
  const clock = { time, nowMs: () => clock.time };
  return clock;
}

export const LIMITS: BatchesOptions["limits"] = { maxLineBytes: 100_000, maxRows: 50, maxFileBytes: 200_000, maxFiles: 10, maxBatches: 3 };

export interface OpenedBatches {
  readonly batches: Batches;
  readonly clock: TestClock;
  readonly folder: string;
}

/** What a row comes to with a Yaffle that sees two chairs and nothing else. */
export function beachExecutor(): ExecuteRow {
  const { maxImageBytes, maxImagePixels } = DEFAULT_LIMITS;
  return rowExecutor(yaffleSeeing(beachDetector()), pictureShelf({ maxImageBytes, maxImagePixels }));
}

export async function openedBatches(
  given: Partial<BatchesOptions> & { readonly execute?: ExecuteRow; readonly clock?: TestClock } = {},
): Promise<OpenedBatches> {
  const { execute = beachExecutor(), folder = mkdtempSync(join(tmpdir(), "yaffle-data-")), clock = testClock(), ...options } = given;
  const queue = createLocalQueue(execute, 2);
  const batches = await Batches.open({ queue, log: createLog("silent"), limits: LIMITS, ...options, folder, clock });
  return { batches, clock, folder };
}

/** Sends a file without a door. */
export function sentFile({ batches }: OpenedBatches, lines: readonly string[], owner: string | null = null): Promise<StoredFile> {
  return batches.files.add(async (path) => {
    await writeFile(path, lines.map((line) => `${line}\n`).join(""));
    return { owner, filename: "rows.jsonl", purpose: "batch", lifeMs: 30 * DAY_MS };
  });
}

export async function begunBatch(opened: OpenedBatches, lines: readonly string[], owner: string | null = null): Promise<StoredBatch> {
  const { id } = await sentFile(opened, lines, owner);
  return opened.batches.create({ owner, inputFileId: id, metadata: null, outputLifeMs: null });
}

export interface OpenedHttp extends OpenedBatches {
  readonly desk: TestDesk;
  /** "http://127.0.0.1:1234" */
  readonly address: string;
  readonly server: Server;
}

export async function openedHttp(given: Parameters<typeof openedBatches>[0] = {}): Promise<OpenedHttp> {
  const opened = await openedBatches(given);
  const desk = { ...deskFor(yaffleSeeing(beachDetector())), batches: opened.batches };
  const server = createServer(createHttpApp(desk));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { ...opened, desk, server, address: `http://127.0.0.1:${port}` };
}
