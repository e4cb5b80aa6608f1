/** `inference:HOST:PORT[,HOST:PORT…]/MODEL`: one model on one or several servers. */
import { YaffleError } from "../../domain/error.js";

export interface RemoteModel {
  /** "host:port", each a server of the same model. */
  readonly endpoints: readonly string[];
  readonly model: string;
}

const PREFIX = "inference:";
const ENDPOINT = /^(?:\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i;

export function isRemoteModel(spec: string): boolean {
  return spec.startsWith(PREFIX);
}

/** @throws YaffleError invalid_request where the text has another form */
export function readRemoteModel(spec: string): RemoteModel {
  const rest = spec.slice(PREFIX.length);
  const slash = rest.indexOf("/");
  const endpoints = rest.slice(0, slash).split(",");
  const model = rest.slice(slash + 1);
  if (!isRemoteModel(spec) || slash < 0 || !/^[\w.-]+$/.test(model) || !endpoints.every((endpoint) => ENDPOINT.test(endpoint))) {
    throw new YaffleError("invalid_request", `"${spec}" must be inference:HOST:PORT/MODEL, with commas between several HOST:PORT.`);
  }
  return { endpoints, model };
}
