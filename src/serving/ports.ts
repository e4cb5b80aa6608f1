/** The ports of a service, looked at before anything is loaded for it: a taken one would be found only when all models stand ready. */
import { createServer } from "node:net";
import { YaffleError } from "../domain/error.js";
import { codeOf } from "../files.js";
import { refusal } from "../wire/faults.js";
import { authority } from "./loopback.js";

const FLAGS = { HTTP: "--http-port", gRPC: "--grpc-port" } as const;
export type Protocol = keyof typeof FLAGS;

/**
 * Takes each port for a moment. Whoever takes one later is found by the door itself.
 * @param ports 0 is any free one
 * @throws YaffleError invalid_request where one is taken or cannot be listened on, or both are the same
 */
export async function requireFreePorts(host: string, ports: Readonly<Record<Protocol, number>>): Promise<void> {
  if (ports.HTTP !== 0 && ports.HTTP === ports.gRPC)
    throw refusal([{ path: FLAGS.gRPC, message: `is ${ports.gRPC}, as ${FLAGS.HTTP} is; each needs a port of its own` }]);
  for (const protocol of ["HTTP", "gRPC"] as const) if (ports[protocol] !== 0) await requireFree(protocol, host, ports[protocol]);
}

/** Why a door does not open. @param cause what the system said */
export function cannotListen(protocol: Protocol, host: string, port: number, cause: unknown): YaffleError {
  const isTaken = codeOf(cause) === "EADDRINUSE";
  const said = cause instanceof Error ? cause.message : String(cause);
  const why = isTaken ? `the port is taken; name another with ${FLAGS[protocol]}, 0 picks a free one` : said.replace(/\.$/, "");
  return new YaffleError("invalid_request", `${protocol} cannot listen on ${authority(host, port)}: ${why}.`, { cause });
}

function requireFree(protocol: Protocol, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (cause) => reject(cannotListen(protocol, host, port, cause)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
