/** From the name of an answerer on a model server to one that is ready to be asked. */
import type { Answerer, Clock } from "../../domain/ports.js";
import { readRegistry } from "../../registry/read-registry.js";
import { requireRole } from "../../registry/runners.js";
import { readRemoteModel } from "../../runtime/open-inference/address.js";
import { NoServerReady } from "../../runtime/open-inference/balance.js";
import type { RemoteModelOptions } from "../../runtime/open-inference/model.js";
import type { OnMissing } from "../unavailable.js";
import { lateAnswerer } from "../wrappers/late.js";
import { openRemoteAnswerer, remoteFacts } from "./remote-answerer.js";

export interface LoadRemoteAnswererOptions extends RemoteModelOptions {
  readonly clock: Clock;
  /** Told where no server has the model ready; what it throws ends the opening. */
  readonly onMissing: OnMissing;
  /** Told where a server has it ready later. */
  readonly onFound: () => void;
}

/**
 * A model server that does not answer is no error: it is asked again later, and until then each report says that it is missing.
 * @param spec inference:HOST:PORT/MODEL
 * @throws YaffleError invalid_request where the registry has a model of that name for another role, or the served one answers no questions;
 * expert_unavailable where what it is cannot be read; the signal's reason where it aborts
 */
export async function loadRemoteAnswerer(spec: string, options: LoadRemoteAnswererOptions): Promise<Answerer> {
  const remote = readRemoteModel(spec);
  const { models } = await readRegistry();
  const entry = models.find(({ id }) => id === remote.model);
  if (entry !== undefined) requireRole(entry, "answerer");
  const { clock, onMissing, onFound } = options;
  return openRemoteAnswerer(remote, options).catch((reason: unknown) => {
    if (!(reason instanceof NoServerReady)) throw reason;
    onMissing({ role: "answerer", model: spec, reason });
    const open = (signal: AbortSignal): Promise<Answerer> => openRemoteAnswerer(remote, { ...options, signal });
    return lateAnswerer({ facts: remoteFacts(remote) }, { open, reason, clock, onFound });
  });
}
