/**
 * One try to bring a file over HTTP into its part, from where the part ends. A server may break off, stall, start elsewhere than asked, or
 * send another file than it announced: each is said, and nothing of it is believed before the sha256 is checked.
 */
import { type FileHandle, open, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { type Dispatcher, errors, request } from "undici";
import { YaffleError } from "../../domain/error.js";
import { folderFault, TransferError } from "./transfer-error.js";

export interface DownloadOptions {
  readonly dispatcher: Dispatcher;
  /** Longest wait for the answer, and between two pieces of it. */
  readonly stallMs: number;
  readonly signal: AbortSignal | undefined;
  /** What the file must have; null where it is not known. */
  readonly bytes: number | null;
  /** Goes on only if the server still has this version; null asks for none. */
  readonly version: string | null;
  /** Told the server's mark of the version that it sends, before the first byte; null where it gives no strong one. */
  readonly onVersion: (version: string | null) => void;
  readonly onProgress: (received: number, total: number | null) => void;
}

const ASKED_TOO_MUCH = 416;
const PARTIAL = 206;
const TRY_LATER: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** @throws TransferError; YaffleError where the folder cannot take the file; the signal's reason where it aborts */
export async function download(url: string, part: string, options: DownloadOptions): Promise<void> {
  const handle = await openPart(part);
  try {
    await bring(url, part, handle, options);
  } catch (thrown) {
    options.signal?.throwIfAborted();
    throw faultOf(thrown, part);
  } finally {
    await handle.close();
  }
}

async function bring(url: string, part: string, handle: FileHandle, options: DownloadOptions): Promise<void> {
  const has = (await handle.stat()).size;
  const { statusCode, headers, body } = await request(url, {
    dispatcher: options.dispatcher,
    headers: {
      "accept-encoding": "identity",
      ...(has > 0 && { range: `bytes=${has}-` }),
      ...(has > 0 && options.version !== null && { "if-range": options.version }),
    },
    headersTimeout: options.stallMs,
    bodyTimeout: options.stallMs,
    signal: options.signal ?? null,
  });
  try {
    if (statusCode === ASKED_TOO_MUCH) {
      await handle.truncate(0);
      throw new TransferError("again", "it has less than was got before");
    }
    if (statusCode !== 200 && statusCode !== PARTIAL) {
      throw new TransferError(TRY_LATER.has(statusCode) ? "again" : "elsewhere", `it answered ${statusCode}`);
    }
    const start = statusCode === PARTIAL ? startOf(one(headers["content-range"])) : 0;
    if (start !== 0 && start !== has) throw new TransferError("elsewhere", `it was asked to go on at byte ${has} and began at ${start}`);
    if (start === 0 && has > 0) await handle.truncate(0);
    const { etag } = headers;
    const version = strong(one(etag));
    if (start > 0 && options.version !== null && version !== options.version) {
      await handle.truncate(0);
      throw new TransferError("again", "it went on with another version");
    }
    options.onVersion(version);
    const length = Number(one(headers["content-length"]) ?? Number.NaN);
    const total = Number.isNaN(length) ? options.bytes : start + length;
    refuseWrongSize(total, options.bytes);
    await refuseFullDisk(part, (total ?? 0) - start);
    const received = await write(body, handle, start, total, options);
    if (total !== null && received < total) throw new TransferError("again", `it broke off after ${received} of ${total} bytes`);
    await handle.sync();
  } finally {
    // Where the answer is not read to its end, its connection must not wait for it.
    body.on("error", () => undefined).destroy();
  }
}

async function write(
  body: AsyncIterable<Uint8Array>,
  handle: FileHandle,
  start: number,
  total: number | null,
  { bytes, onProgress }: DownloadOptions,
): Promise<number> {
  let received = start;
  for await (const chunk of body) {
    if (bytes !== null && received + chunk.byteLength > bytes) refuseWrongSize(received + chunk.byteLength, bytes);
    await handle.write(chunk, 0, chunk.byteLength, received);
    received += chunk.byteLength;
    onProgress(received, total);
  }
  return received;
}

function refuseWrongSize(total: number | null, bytes: number | null): void {
  if (total === null || bytes === null || total === bytes) return;
  throw new TransferError("elsewhere", `it sends another file: ${total} bytes instead of ${bytes}`);
}

async function refuseFullDisk(part: string, needed: number): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(part));
  const free = bavail * bsize;
  if (needed <= free) return;
  throw new YaffleError("expert_unavailable", `The disk is full: ${part} needs ${needed} bytes more, and ${free} are free.`);
}

/** For reading and writing at any place, made where it is missing. */
async function openPart(part: string): Promise<FileHandle> {
  try {
    await (await open(part, "a")).close();
    return await open(part, "r+");
  } catch (error) {
    throw folderFault(error, part) ?? error;
  }
}

function startOf(contentRange: string | undefined): number {
  const start = /^bytes (\d+)-/.exec(contentRange ?? "")?.[1];
  return start === undefined ? Number.NaN : Number(start);
}

/** A weak mark ("W/…") promises no equal bytes. */
function strong(mark: string | undefined): string | null {
  return mark?.startsWith('"') === true ? mark : null;
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

function faultOf(thrown: unknown, part: string): unknown {
  if (thrown instanceof TransferError || thrown instanceof YaffleError) return thrown;
  if (thrown instanceof errors.HeadersTimeoutError || thrown instanceof errors.BodyTimeoutError)
    return new TransferError("again", "it stalled", thrown);
  const folder = folderFault(thrown, part);
  if (folder !== null) return folder;
  return new TransferError("again", thrown instanceof Error ? thrown.message || thrown.name : String(thrown), thrown);
}
