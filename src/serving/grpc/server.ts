/** The gRPC server: the three services, health and reflection on one port. */
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ReflectionService } from "@grpc/reflection";
import { HealthImplementation } from "grpc-health-check";
import type { Desk } from "../desk.js";
import type { Door } from "../door.js";
import { authority } from "../loopback.js";
import { cannotListen } from "../ports.js";
import { auditService } from "./audit-service.js";
import { checkedDefinition } from "./calls.js";
import { correctionService } from "./correction-service.js";
import { AUDIT_SERVICE, CORRECTION_SERVICE, loadProtos, SCORING_SERVICE, serviceOf } from "./protos.js";
import { reception } from "./reception.js";
import { withSpecifiedMapEntries } from "./reflection.js";
import { textFaults } from "./request-message.js";
import { scoringService } from "./scoring-service.js";

/** Those whose health can be asked for; the empty name is the server. */
const SERVICES = ["", CORRECTION_SERVICE, AUDIT_SERVICE, SCORING_SERVICE];

/** A message must be whole after this long, as the body of an HTTP request must. */
const RECEIVE_TIMEOUT_MS = 60_000;

/** @throws YaffleError invalid_request where the address is taken or cannot be listened on */
export async function listenGrpc(desk: Desk, host: string, port: number, receiveTimeoutMs = RECEIVE_TIMEOUT_MS): Promise<Door> {
  const server = new Server({
    "grpc.max_receive_message_length": desk.maxBodyBytes,
    "grpc.max_send_message_length": -1,
    interceptors: [reception(desk, receiveTimeoutMs)],
  });
  const protos = loadProtos();
  server.addService(checkedDefinition(serviceOf(protos, CORRECTION_SERVICE), textFaults), correctionService(desk));
  server.addService(checkedDefinition(serviceOf(protos, AUDIT_SERVICE)), auditService(desk));
  server.addService(checkedDefinition(serviceOf(protos, SCORING_SERVICE)), scoringService(desk));
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
      else reject(cannotListen("gRPC", host, port, cause));
    });
  });
}
