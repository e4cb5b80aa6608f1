/** The gRPC server: the three services, health and reflection on one port. */
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ReflectionService } from "@grpc/reflection";
import { HealthImplementation } from "grpc-health-check";
import { YaffleError } from "../../domain/error.js";
import type { Desk } from "../desk.js";
import type { Door } from "../door.js";
import { authority } from "../loopback.js";
import { auditService } from "./audit-service.js";
import { checkedDefinition } from "./calls.js";
import { correctionService } from "./correction-service.js";
import { AUDIT_SERVICE, CORRECTION_SERVICE, loadProtos, SCORING_SERVICE, serviceOf } from "./protos.js";
import { withSpecifiedMapEntries } from "./reflection.js";
import { textFaults } from "./request-message.js";
import { scoringService } from "./scoring-service.js";

/** Those whose health can be asked for; the empty name is the server. */
const SERVICES = ["", CORRECTION_SERVICE, AUDIT_SERVICE, SCORING_SERVICE];

/** Above the limit gRPC refuses a message itself, without a reason; so it lets a little more in, and the service refuses it with one. */
const MARGIN_BYTES = 4 * 1024 * 1024;

/** @throws YaffleError invalid_request where the address is taken or cannot be listened on */
export async function listenGrpc(desk: Desk, host: string, port: number): Promise<Door> {
  const server = new Server({
    "grpc.max_receive_message_length": desk.maxBodyBytes + MARGIN_BYTES,
    "grpc.max_send_message_length": -1,
  });
  const protos = loadProtos();
  server.addService(checkedDefinition(serviceOf(protos, CORRECTION_SERVICE), desk.maxBodyBytes, textFaults), correctionService(desk));
  server.addService(checkedDefinition(serviceOf(protos, AUDIT_SERVICE), desk.maxBodyBytes), auditService(desk));
  server.addService(checkedDefinition(serviceOf(protos, SCORING_SERVICE), desk.maxBodyBytes), scoringService(desk));
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
  const health = new HealthImplementation(Object.fromEntries(SERVICES.map((service) => [service, statusNow()])));
  readiness.onChange(() => {
    for (const service of SERVICES) health.setStatus(service, statusNow());
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
