/** The HTTP server: listening, and leaving without cutting anyone off. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Desk } from "../desk.js";
import type { Door } from "../door.js";
import { authority } from "../loopback.js";
import { cannotListen } from "../ports.js";
import { createHttpApp } from "./app.js";

/** A body must be whole after this long, so that a sender who dawdles does not keep a seat. */
const RECEIVE_TIMEOUT_MS = 60_000;

/** @throws YaffleError invalid_request where the address is taken or cannot be listened on */
export async function listenHttp(desk: Desk, host: string, port: number): Promise<Door> {
  const server = createServer({ requestTimeout: RECEIVE_TIMEOUT_MS }, createHttpApp(desk));
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(cannotListen("HTTP", host, port, cause)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const bound = isAddressInfo(address) ? address.port : port;
  return {
    address: `http://${authority(host, bound)}`,
    drain: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
    cut: () => server.closeAllConnections(),
  };
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}
