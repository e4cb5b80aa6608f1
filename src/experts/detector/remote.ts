/** A detector on a model server: what is known of it before the server is asked, and what the server must then have. */
import type { ExpertFacts } from "../../domain/report.js";
import { calibrationFor, readRegistry } from "../../registry/read-registry.js";
import { requireOnnx } from "../../registry/runners.js";
import type { ModelEntry } from "../../registry/schema.js";
import { type RemoteModel, readRemoteModel } from "../../runtime/open-inference/address.js";
import { openRemoteSession } from "../../runtime/open-inference/session.js";
import { classesOf } from "./classes.js";
import type { Network } from "./onnx-detector.js";
import { recognizeNetwork } from "./recognize.js";

const REMOTE_TIMEOUT_MS = 30_000;

export interface RemoteDetector {
  readonly remote: RemoteModel;
  /** Null for a name that the registry does not know: a model with the classes of COCO. */
  readonly entry: ModelEntry | null;
  readonly vocabulary: readonly string[];
  readonly facts: ExpertFacts;
}

/**
 * Asks no server.
 * @param spec inference:HOST:PORT/MODEL
 * @throws YaffleError invalid_request for another form or a model for another role; expert_unavailable for one that no server of tensors runs
 */
export async function describeRemote(spec: string): Promise<RemoteDetector> {
  const remote = readRemoteModel(spec);
  const { models } = await readRegistry();
  const entry = models.find(({ id }) => id === remote.model) ?? null;
  if (entry !== null) requireOnnx(entry, "detector");
  const facts = { id: remote.model, role: "detector", sha256: null, device: "remote" } as const;
  return { remote, entry, vocabulary: classesOf(entry), facts };
}

/**
 * A model of the registry by its name: what the server has must be of its architecture, and its calibration holds.
 * @throws NoServerReady; YaffleError invalid_request where the served model is another; the signal's reason where it aborts
 */
export async function connectRemote(
  { remote, entry, vocabulary, facts }: RemoteDetector,
  { timeoutMs = REMOTE_TIMEOUT_MS, signal }: { readonly timeoutMs?: number | undefined; readonly signal?: AbortSignal | undefined },
): Promise<Network> {
  const session = await openRemoteSession(remote, { timeoutMs, signal });
  const name = `${remote.model} on ${remote.endpoints.join(", ")}`;
  const { architecture, reader } = await recognizeNetwork(name, session, entry?.architecture);
  return { session, reader, vocabulary, calibration: await calibrationFor(entry, architecture, vocabulary), facts };
}
