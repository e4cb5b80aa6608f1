/** From the name of a detector to a detector ready to look. */
import { basename, extname } from "node:path";
import { YaffleError } from "../../domain/error.js";
import type { Detector } from "../../domain/ports.js";
import { COCO_CATEGORIES } from "../../language/vocabulary/coco.js";
import { readIfThere, sha256Of } from "../../registry/model-file.js";
import { ensureModel } from "../../registry/models.js";
import { calibrationFor } from "../../registry/read-registry.js";
import type { Architecture } from "../../registry/schema.js";
import { type OnnxSession, openSession } from "../../runtime/onnx/session.js";
import type { NetworkReader, RecognizeNetwork } from "./architecture.js";
import { recognizeCenternet } from "./centernet.js";
import { recognizeDeim } from "./deim.js";
import { type Network, OnnxDetector } from "./onnx-detector.js";
import { recognizeYolox } from "./yolox.js";

export interface LoadDetectorOptions {
  readonly modelsFolder: string;
  readonly device: "cpu";
  /** Threads inside one run; null: one for each core. */
  readonly threads: number | null;
  readonly signal?: AbortSignal | undefined;
}

const FILE_PREFIX = "file:";

const ARCHITECTURES: Readonly<Record<Architecture, RecognizeNetwork>> = {
  centernet: recognizeCenternet,
  deim: recognizeDeim,
  yolox: recognizeYolox,
};

/**
 * @param spec an id of the registry ("centernet-coco"), or `file:PATH` for an ONNX file of a known architecture with the classes of COCO
 * @throws YaffleError not_found for an unknown id; invalid_request for a file that is missing or of an unknown architecture;
 * expert_unavailable for a model that is altered, cannot be made or cannot be loaded; the signal's reason where it aborts
 */
export async function loadDetector(spec: string, options: LoadDetectorOptions): Promise<Detector> {
  return new OnnxDetector(await loadNetwork(spec, options));
}

/** The same without the detector around it, for those who read raw scores: the fitting of calibrations. */
export async function loadNetwork(spec: string, options: LoadDetectorOptions): Promise<Network> {
  options.signal?.throwIfAborted();
  return spec.startsWith(FILE_PREFIX) ? loadFile(spec.slice(FILE_PREFIX.length), options) : loadRegistered(spec, options);
}

async function loadRegistered(id: string, options: LoadDetectorOptions): Promise<Network> {
  const { entry, bytes } = await ensureModel(id, options.modelsFolder);
  if (entry.classes === "open") throw new YaffleError("expert_unavailable", `${id} has an open vocabulary, which no reader here knows.`);
  const session = await open(bytes, options);
  const reader = ARCHITECTURES[entry.architecture](session);
  if (reader === null) return refuseNetwork(id, session);
  return {
    session,
    reader,
    vocabulary: entry.classes,
    calibration: await calibrationFor(entry, entry.classes),
    facts: { id, role: "detector", sha256: entry.file.sha256, device: options.device },
  };
}

async function loadFile(path: string, options: LoadDetectorOptions): Promise<Network> {
  const bytes = await readIfThere(path);
  if (bytes === null) throw new YaffleError("invalid_request", `The detector file ${path} is missing.`);
  const session = await open(bytes, options);
  const [architecture, reader] = recognize(session);
  if (reader === null) return refuseNetwork(path, session);
  return {
    session,
    reader,
    vocabulary: COCO_CATEGORIES,
    calibration: await calibrationFor(architecture, COCO_CATEGORIES),
    facts: { id: basename(path, extname(path)), role: "detector", sha256: sha256Of(bytes), device: options.device },
  };
}

async function open(bytes: Uint8Array, { threads, signal }: LoadDetectorOptions): Promise<OnnxSession> {
  signal?.throwIfAborted();
  const session = await openSession(bytes, { threads });
  if (signal?.aborted === true) await session.close();
  signal?.throwIfAborted();
  return session;
}

function recognize(session: OnnxSession): readonly [Architecture, NetworkReader | null] {
  for (const architecture of ["centernet", "deim", "yolox"] as const) {
    const reader = ARCHITECTURES[architecture](session);
    if (reader !== null) return [architecture, reader];
  }
  return ["centernet", null];
}

async function refuseNetwork(name: string, session: OnnxSession): Promise<never> {
  const ports = [...session.inputs, ...session.outputs].map((port) => `${port.name} [${port.shape.join(", ")}]`).join("; ");
  await session.close();
  throw new YaffleError("invalid_request", `${name} is no detector of a known architecture (CenterNet, DEIM, YOLOX); it has ${ports}.`);
}
