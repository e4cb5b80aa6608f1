/**
 * How many times a detector's word counts beside another's where it is named first.
 *
 * A detector whose probabilities were fitted for itself tells more by them than one that has the curves of its kind, and its registry entry says
 * how much. Else whoever names several says which is the better one, and no more.
 */
import { readRegistry } from "../../registry/read-registry.js";
import { isRemoteModel, readRemoteModel } from "../../runtime/open-inference/address.js";

const LEAD = 2;

/** @param spec as `loadDetector` takes it @throws YaffleError invalid_request for a remote name of another form */
export async function leadOf(spec: string): Promise<number> {
  const { models } = await readRegistry();
  const name = isRemoteModel(spec) ? readRemoteModel(spec).model : spec;
  return models.find(({ id }) => id === name)?.lead ?? LEAD;
}
