/** What every method of every service does with a call: the message checked as bytes, one line in the log, errors with their details. */
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  Metadata,
  type MethodDefinition,
  type ServerWritableStream,
  type ServiceDefinition,
} from "@grpc/grpc-js";
import type { Fault } from "../../domain/error.js";
import { asYaffleError, YaffleError } from "../../domain/error.js";
import { logRequest } from "../../telemetry/log.js";
import { refusal } from "../../wire/faults.js";
import { type Desk, requestIdFrom } from "../desk.js";
import { errorStatus } from "./status-details.js";

/** A message, or what is wrong with it: gRPC itself would answer without a reason. */
export type Received = { readonly message: unknown } | { readonly error: YaffleError };

/**
 * The definition with requests checked as bytes, so that every refusal can say why.
 * @param textFaults what is wrong with the text in the bytes
 */
export function checkedDefinition(
  definition: ServiceDefinition,
  maxBodyBytes: number,
  textFaults: (bytes: Buffer) => readonly Fault[] = () => [],
): ServiceDefinition {
  const checked = Object.entries(definition).map(([name, method]) => [
    name,
    { ...method, requestDeserialize: checkedBy(method, maxBodyBytes, textFaults) },
  ]);
  return Object.fromEntries(checked);
}

function checkedBy(
  { requestDeserialize }: MethodDefinition<unknown, unknown>,
  maxBodyBytes: number,
  textFaults: (bytes: Buffer) => readonly Fault[],
): (bytes: Buffer) => Received {
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
      return { error: new YaffleError("invalid_request", "The message is none of this method: its bytes cannot be read.", { cause }) };
    }
  };
}

interface Call {
  readonly request: Received;
  readonly metadata: Metadata;
  readonly cancelled: boolean;
  once(event: "cancelled", listener: () => void): unknown;
}

/** @param name "yaffle.v1.CorrectionService/Correct" */
export function unary(
  desk: Desk,
  name: string,
  answer: (message: unknown, signal: AbortSignal) => Promise<object>,
): handleUnaryCall<Received, object> {
  return async (call, callback) => {
    const { requestId, finish } = begin(desk, name, call);
    try {
      const reply = await answer(messageOf(call), signalOf(call));
      const trailer = new Metadata();
      trailer.set("x-request-id", requestId);
      callback(null, reply, trailer);
      finish(null, 0);
    } catch (thrown) {
      const error = asYaffleError(thrown);
      const status = errorStatus(error, requestId);
      callback(status);
      finish(error, status.code ?? 0);
    }
  };
}

/** A method that answers with a stream. */
export function streaming(
  desk: Desk,
  name: string,
  answers: (message: unknown, signal: AbortSignal) => AsyncIterable<object>,
): handleServerStreamingCall<Received, object> {
  return async (call) => {
    const { requestId, finish } = begin(desk, name, call);
    const signal = signalOf(call);
    try {
      for await (const one of answers(messageOf(call), signal)) if (!call.write(one)) await drained(call, signal);
      const trailer = new Metadata();
      trailer.set("x-request-id", requestId);
      call.end(trailer);
      finish(null, 0);
    } catch (thrown) {
      const error = asYaffleError(thrown);
      const status = errorStatus(error, requestId);
      call.emit("error", status);
      finish(error, status.code ?? 0);
    }
  };
}

/** Waits until the caller has taken what was written. */
function drained(call: ServerWritableStream<Received, object>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => reject(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
    call.once("drain", () => {
      signal.removeEventListener("abort", leave);
      resolve();
    });
  });
}

function begin(desk: Desk, method: string, { metadata }: Call) {
  const beginMs = desk.clock.nowMs();
  const requestId = requestIdFrom(metadata.get("x-request-id").find((value) => typeof value === "string"));
  const finish = (error: YaffleError | null, status: number): void => {
    const durationMs = desk.clock.nowMs() - beginMs;
    const cause = error?.code === "internal" ? (error.cause ?? error) : undefined;
    const facts = { transport: "grpc", method, code: error?.code ?? "ok", status, durationMs, requestId } as const;
    desk.metrics.requestEnded(facts);
    logRequest(desk.log, { ...facts, ...(cause !== undefined && { cause }) });
  };
  return { requestId, finish };
}

function messageOf({ request }: Call): unknown {
  if ("error" in request) throw request.error;
  return request.message;
}

function signalOf(call: Call): AbortSignal {
  const caller = new AbortController();
  const leave = (): void => caller.abort(new YaffleError("cancelled", "The caller left, or its deadline passed."));
  call.once("cancelled", leave);
  if (call.cancelled) leave();
  return caller.signal;
}
