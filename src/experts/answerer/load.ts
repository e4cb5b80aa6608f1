/** From the name of an answerer on a model server to one that is ready to be asked. */
import type { Answerer } from "../../domain/ports.js";
import { readRegistry } from "../../registry/read-registry.js";
import { requireRole } from "../../registry/runners.js";
import { readRemoteModel } from "../../runtime/open-inference/address.js";
import type { RemoteModelOptions } from "../../runtime/open-inference/model.js";
import { openRemoteAnswerer } from "./remote-answerer.js";

/**
 * @param spec inference:HOST:PORT/MODEL
 * @throws YaffleError invalid_request where the registry has a model of that name for another role, or the served one answers no questions;
 * expert_unavailable where none is ready; the signal's reason where it aborts
 */
export async function loadRemoteAnswerer(spec: string, options: RemoteModelOptions): Promise<Answerer> {
  const remote = readRemoteModel(spec);
  const { models } = await readRegistry();
  const entry = models.find(({ id }) => id === remote.model);
  if (entry !== undefined) requireRole(entry, "answerer");
  return openRemoteAnswerer(remote, options);
}
