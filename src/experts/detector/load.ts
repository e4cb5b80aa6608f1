/** From the name of a detector to a detector ready to look. */
import { basename, extname } from "node:path";
import { YaffleError } from "../../domain/error.js";
import { readIfThere, sha256Of } from "../../registry/model-file.js";
import { ensureModel } from "../../registry/models.js";
import { calibrationFor, findModel } from "../../registry/read-registry.js";
import { requireOnnx } from "../../registry/runners.js";
import type { ModelEntry } from "../../registry/schema.js";
import { type OnnxSession, openSession, type SessionOptions } from "../../runtime/onnx/session.js";
import { isRemoteModel } from "../../runtime/open-inference/address.js";
import type { BatchDetector } from "../batch-detector.js";
import { isVisionModel } from "../vision-model.js";
import type { TaughtEyes } from "./class-detector.js";
import { classesOf } from "./classes.js";
import { leadOf } from "./lead.js";
import { eyesOf } from "./look.js";
import { type Network, OnnxDetector } from "./onnx-detector.js";
import { recognizeNetwork } from "./recognize.js";
import { connectRemote, describeRemote } from "./remote.js";
import { loadVisionDetector, loadVisionEyes } from "./vision-detector.js";

export interface LoadDetectorOptions extends SessionOptions {
  readonly modelsFolder: string;
  /** Views that one run takes at most, where the network takes several; null: 1 on the CPU and on a model server, else 16 (null). */
  readonly maxBatch?: number | null | undefined;
  /** Of one run on a model server (30,000). */
  readonly remoteTimeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

const GPU_BATCH = 16;
/** The CPU gains nothing from batches, and a model server makes its own, of all its callers. */
const RUNS_ONE_BY_ONE: ReadonlySet<OnnxSession["device"]> = new Set<OnnxSession["device"]>(["cpu", "remote"]);

const FILE_PREFIX = "file:";

/**
 * @param spec an id of the registry ("centernet-coco"), `file:PATH` for an ONNX file of a known architecture with the classes of COCO,
 * `transformers:FOLDER` for a published model with its configuration, or `inference:HOST:PORT/MODEL` for one on a model server
 * @throws YaffleError not_found for an unknown id; invalid_request for a file that is missing or of an unknown architecture;
 * expert_unavailable for a model that is altered, cannot be made or cannot be loaded; the signal's reason where it aborts
 */
export async function loadDetector(spec: string, options: LoadDetectorOptions): Promise<BatchDetector> {
  options.signal?.throwIfAborted();
  if (await isVisionModel(spec)) return loadVisionDetector(spec, options);
  const network = await loadNetwork(spec, options);
  return new OnnxDetector(network, options.maxBatch ?? viewsOfRun(network.session.device));
}

/** Views that one run takes on the device where nobody says how many. */
export function viewsOfRun(device: OnnxSession["device"]): number {
  return RUNS_ONE_BY_ONE.has(device) ? 1 : GPU_BATCH;
}

/** What looks, without the detector around it. @throws YaffleError as `loadDetector` does; invalid_request for one without classes */
export async function loadEyes(spec: string, options: LoadDetectorOptions): Promise<TaughtEyes> {
  options.signal?.throwIfAborted();
  if (await isVisionModel(spec)) return loadVisionEyes(spec, options);
  const network = await loadNetwork(spec, options);
  return { ...network, eyes: eyesOf(network.session, network.reader), lead: await leadOf(spec) };
}

/** A network that is read here, with its session and its reader. @throws YaffleError as `loadDetector` does */
export async function loadNetwork(spec: string, options: LoadDetectorOptions): Promise<Network> {
  options.signal?.throwIfAborted();
  if (isRemoteModel(spec)) {
    return connectRemote(await describeRemote(spec), { timeoutMs: options.remoteTimeoutMs, signal: options.signal });
  }
  return loadHere(spec, options);
}

async function loadHere(spec: string, options: LoadDetectorOptions): Promise<Network> {
  const { name, entry, bytes } = await readDetector(spec, options.modelsFolder);
  const vocabulary = classesOf(entry);
  const session = await open(bytes, options);
  const { architecture, reader } = await recognizeNetwork(spec, session, entry?.architecture);
  return {
    session,
    reader,
    vocabulary,
    calibration: await calibrationFor(entry, architecture, vocabulary),
    facts: { id: name, role: "detector", sha256: sha256Of(bytes), device: session.device },
  };
}

/** A detector's file, checked where the registry knows it. */
export interface DetectorFile {
  readonly name: string;
  /** Null for a file of the user's own. */
  readonly entry: ModelEntry | null;
  readonly bytes: Uint8Array;
}

/**
 * @param spec an id of the registry, or `file:PATH`
 * @throws YaffleError not_found, invalid_request, expert_unavailable as `loadDetector` does
 */
export async function readDetector(spec: string, modelsFolder: string): Promise<DetectorFile> {
  if (!spec.startsWith(FILE_PREFIX)) {
    requireOnnx(await findModel(spec), "detector");
    return { name: spec, ...(await ensureModel(spec, modelsFolder)) };
  }
  const path = spec.slice(FILE_PREFIX.length);
  const bytes = await readIfThere(path);
  if (bytes === null) throw new YaffleError("invalid_request", `The detector file ${path} is missing.`);
  return { name: basename(path, extname(path)), entry: null, bytes };
}

async function open(bytes: Uint8Array, options: LoadDetectorOptions): Promise<OnnxSession> {
  const { signal } = options;
  signal?.throwIfAborted();
  const session = await openSession(bytes, options);
  if (signal?.aborted === true) await session.close();
  signal?.throwIfAborted();
  return session;
}
