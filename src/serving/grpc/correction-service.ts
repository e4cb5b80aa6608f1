/** CorrectionService: unary calls over the one core. */
import { type handleUnaryCall, Metadata, type MethodDefinition, type ServerUnaryCall, type ServiceDefinition } from "@grpc/grpc-js";
import { asYaffleError, YaffleError } from "../../domain/error.js";
import { logRequest } from "../../telemetry/log.js";
import { refusal } from "../../wire/faults.js";
import { type Desk, newId, requestIdFrom, serve, type Task } from "../desk.js";
import { reportMessage } from "./report-message.js";
import { readMessage, textFaults } from "./request-message.js";
import { errorStatus } from "./status-details.js";

/** A message, or what is wrong with it: gRPC itself would answer without a reason. */
type Received = { readonly message: unknown } | { readonly error: YaffleError };

/** The definition with requests checked as bytes, so that every refusal can say why. */
export function checkedDefinition(definition: ServiceDefinition, maxBodyBytes: number): ServiceDefinition {
  const checked = Object.entries(definition).map(([name, method]) => [
    name,
    { ...method, requestDeserialize: checkedBy(method, maxBodyBytes) },
  ]);
  return Object.fromEntries(checked);
}

export function correctionService(desk: Desk): Readonly<Record<string, handleUnaryCall<Received, object>>> {
  return { Correct: handler(desk, "correct", "Correct"), Verify: handler(desk, "verify", "Verify") };
}

function checkedBy({ requestDeserialize }: MethodDefinition<unknown, unknown>, maxBodyBytes: number): (bytes: Buffer) => Received {
  return (bytes) => {
    if (bytes.length > maxBodyBytes) {
      return {
        error: new YaffleError(
          "request_too_large",
          `The message has more than the ${maxBodyBytes} bytes that are allowed; send smaller images.`,
        ),
      };
    }
    try {
      const faults = textFaults(bytes);
      return faults.length > 0 ? { error: refusal(faults) } : { message: requestDeserialize(bytes) };
    } catch (cause) {
      return { error: new YaffleError("invalid_request", "The message is no CorrectRequest: its bytes cannot be read.", { cause }) };
    }
  };
}

function handler(desk: Desk, task: Task, method: string): handleUnaryCall<Received, object> {
  return async (call, callback) => {
    const begin = desk.clock.nowMs();
    const requestId = requestIdFrom(call.metadata.get("x-request-id").find((value) => typeof value === "string"));
    const finish = (code: string, status: number, cause?: unknown): void => {
      const durationMs = desk.clock.nowMs() - begin;
      const name = `yaffle.v1.CorrectionService/${method}`;
      logRequest(desk.log, { transport: "grpc", method: name, code, status, durationMs, requestId, ...(cause !== undefined && { cause }) });
    };
    try {
      const report = await answer(desk, task, call);
      const trailer = new Metadata();
      trailer.set("x-request-id", requestId);
      callback(null, report, trailer);
      finish("ok", 0);
    } catch (thrown) {
      const error = asYaffleError(thrown);
      const status = errorStatus(error, requestId);
      callback(status);
      finish(error.code, status.code ?? 0, error.code === "internal" ? (error.cause ?? error) : undefined);
    }
  };
}

async function answer(desk: Desk, task: Task, call: ServerUnaryCall<Received, object>): Promise<object> {
  if ("error" in call.request) throw call.request.error;
  const seat = desk.admission.enter();
  const caller = new AbortController();
  call.once("cancelled", () => caller.abort(new YaffleError("cancelled", "The caller left, or its deadline passed.")));
  if (call.cancelled) caller.abort(new YaffleError("cancelled", "The caller left, or its deadline passed."));
  try {
    return reportMessage(await serve(desk, task, readMessage(call.request.message, newId), seat, caller.signal));
  } finally {
    seat.leave();
  }
}
