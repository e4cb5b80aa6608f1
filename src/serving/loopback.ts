/** Until there are keys, the service listens only where no other machine can reach it. */
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { YaffleError } from "../domain/error.js";

/** @throws YaffleError invalid_request for a host that other machines may reach */
export function refuseBeyondLoopback(host: string): void {
  if (host === "localhost" || (isIP(host) !== 0 && ipaddr.process(host).range() === "loopback")) return;
  const message = `${JSON.stringify(host)} is no loopback address; until Yaffle has keys it serves this machine only: use 127.0.0.1, ::1 or localhost`;
  throw new YaffleError("invalid_request", `--host: ${message}.`, { faults: [{ path: "host", message }] });
}

/** "127.0.0.1:8080", "[::1]:8080" */
export function authority(host: string, port: number): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}
