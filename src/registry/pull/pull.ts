/** `yaffle models pull`: makes or fetches what a model is run from. Two pulls of one model at once do no harm. */
import { EnvHttpProxyAgent, interceptors } from "undici";
import { writeWhole } from "../../files.js";
import { makeModel } from "../make-model.js";
import { convertedPath, statusOf } from "../models.js";
import { fetchedPath } from "../pinning.js";
import { findModel } from "../read-registry.js";
import type { FetchedModel, ModelEntry } from "../schema.js";
import type { ModelSource } from "../source.js";
import { type FetchedNow, type FetchOptions, fetchFile } from "./fetch-file.js";

export interface PullOptions {
  readonly modelsFolder: string;
  /** Address of the hub that `hf:` sources lie on, or of a mirror of it. */
  readonly hubAddress: string;
  /** Address of a models folder served over HTTP, tried before the sources: MIRROR/ID/PATH; null for none. */
  readonly mirror: string | null;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PullProgress) => void) | undefined;
  /** Longest wait for the next piece of an answer. */
  readonly stallMs?: number | undefined;
  readonly retryDelayMs?: number | undefined;
}

export interface PullProgress {
  readonly file: string;
  readonly received: number;
  /** Null where the server does not say. */
  readonly total: number | null;
}

export interface PulledModel {
  readonly entry: ModelEntry;
  /** Of each file, in the registry's order. */
  readonly paths: readonly string[];
  /** False where the right files were there already. */
  readonly isNew: boolean;
  /** The sha256 now held to, of the files that the registry does not pin, by path inside the model's folder. */
  readonly unpinned: Readonly<Record<string, string>>;
}

const STALL_MS = 30_000;
const RETRY_DELAY_MS = 500;
const MAX_REDIRECTIONS = 5;

/**
 * Puts the right files into the folder, over wrong ones where there are any.
 * @throws YaffleError not_found; expert_unavailable where what it is made from is missing or the disk is full; upstream_failed where no
 * source gives a file; the signal's reason where it aborts: what was got stays for the next pull
 */
export async function pullModel(id: string, options: PullOptions): Promise<PulledModel> {
  const entry = await findModel(id);
  return pullEntry(entry, options);
}

/** The same for an entry that need not be in the registry. */
export async function pullEntry(entry: ModelEntry, options: PullOptions): Promise<PulledModel> {
  const { files, state } = await statusOf(options.modelsFolder, entry, "sha256");
  const paths = files.map(({ path }) => path);
  if (entry.origin === "fetched") return { entry, paths, ...(await fetchMissing(entry, options)) };
  const isNew = entry.origin === "converted" && state !== "ready";
  if (isNew) await writeWhole(convertedPath(options.modelsFolder, entry), await makeModel(entry));
  return { entry, paths, isNew, unpinned: {} };
}

async function fetchMissing(entry: FetchedModel, options: PullOptions): Promise<Pick<PulledModel, "isNew" | "unpinned">> {
  const { files } = await statusOf(options.modelsFolder, entry, "sha256");
  const agent = new EnvHttpProxyAgent();
  const dispatcher = agent.compose(interceptors.redirect({ maxRedirections: MAX_REDIRECTIONS }));
  const unpinned: Record<string, string> = {};
  let isNew = false;
  try {
    for (const [index, file] of entry.files.entries()) {
      options.signal?.throwIfAborted();
      const status = files[index];
      // A file that nothing vouches for is fetched anew: it may be anything.
      if (status?.state === "ready" && status.expected !== null) continue;
      const target = fetchedPath(options.modelsFolder, entry, file);
      const { sha256 }: FetchedNow = await fetchFile(target, file, sourcesOf(entry, file, options.mirror), {
        ...timesOf(options),
        dispatcher,
        onProgress: (received, total) => options.onProgress?.({ file: file.path, received, total }),
      });
      if (file.sha256 === null) unpinned[file.path] = sha256;
      isNew = true;
    }
  } finally {
    await agent.destroy();
  }
  return { isNew, unpinned };
}

function timesOf({ hubAddress, stallMs, retryDelayMs, signal }: PullOptions): Omit<FetchOptions, "dispatcher" | "onProgress"> {
  return { hubAddress, signal, stallMs: stallMs ?? STALL_MS, retryDelayMs: retryDelayMs ?? RETRY_DELAY_MS, nowMs: Date.now };
}

function sourcesOf(entry: FetchedModel, file: FetchedModel["files"][number], mirror: string | null): readonly ModelSource[] {
  if (mirror === null) return file.sources;
  return [{ type: "url", url: `${mirror.replace(/\/+$/, "")}/${entry.id}/${file.path}` }, ...file.sources];
}
