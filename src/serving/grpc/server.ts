/** The gRPC server: CorrectionService, health and reflection on one port. */
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ReflectionService } from "@grpc/reflection";
import { HealthImplementation } from "grpc-health-check";
import { YaffleError } from "../../domain/error.js";
import type { Desk } from "../desk.js";
import type { Door } from "../door.js";
import { authority } from "../loopback.js";
import { checkedDefinition, correctionService } from "./correction-service.js";
import { CORRECTION_SERVICE, loadProtos, serviceOf } from "./protos.js";
import { withSpecifiedMapEntries } from "./reflection.js";

/** Above the limit gRPC refuses a message itself, without a reason; so it lets a little more in, and the service refuses it with one. */
const MARGIN_BYTES = 4 * 1024 * 1024;

/** @throws YaffleError invalid_request where the address is taken or cannot be listened on */
export async function listenGrpc(desk: Desk, host: string, port: number): Promise<Door> {
  const server = new Server({
    "grpc.max_receive_message_length": desk.maxBodyBytes + MARGIN_BYTES,
    "grpc.max_send_message_length": -1,
  });
  const protos = loadProtos();
  server.addService(checkedDefinition(serviceOf(protos, CORRECTION_SERVICE), desk.maxBodyBytes), correctionService(desk));
  addHealth(server, desk);
  new ReflectionService(withSpecifiedMapEntries(protos)).addToServer(server);
  const bound = await bind(server, host, port);
  return {
    address: authority(host, bound),
    drain: () => new Promise((resolve) => server.tryShutdown(() => resolve())),
    cut: () => server.forceShutdown(),
  };
}

function addHealth(server: Server, { readiness }: Desk): void {
  const statusNow = (): "SERVING" | "NOT_SERVING" => (readiness.stage === "ready" ? "SERVING" : "NOT_SERVING");
  const health = new HealthImplementation({ "": statusNow(), [CORRECTION_SERVICE]: statusNow() });
  readiness.onChange(() => {
    for (const service of ["", CORRECTION_SERVICE]) health.setStatus(service, statusNow());
  });
  health.addToServer(server);
}

function bind(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(authority(host, port), ServerCredentials.createInsecure(), (cause, bound) => {
      if (cause === null) resolve(bound);
      else reject(new YaffleError("invalid_request", `gRPC cannot listen on ${authority(host, port)}: ${cause.message}.`, { cause }));
    });
  });
}
