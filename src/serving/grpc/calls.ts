/** What every method of every service does with a call: the message checked as bytes, errors with their details, one line in the log. */
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
import { refusal } from "../../wire/faults.js";
import type { Seat } from "../admission.js";
import { receptionOf } from "./reception.js";
import { errorStatus } from "./status-details.js";

/** A message, or what is wrong with it: gRPC itself would answer without a reason. */
export type Received = { readonly message: unknown } | { readonly error: YaffleError };

/**
 * The definition with requests checked as bytes, so that every refusal can say why.
 * @param textFaults what is wrong with the text in the bytes
 */
export function checkedDefinition(
  definition: ServiceDefinition,
  textFaults: (bytes: Buffer) => readonly Fault[] = () => [],
): ServiceDefinition {
  const checked = Object.entries(definition).map(([name, method]) => [
    name,
    { ...method, requestDeserialize: checkedBy(method, textFaults) },
  ]);
  return Object.fromEntries(checked);
}

function checkedBy(
  { requestDeserialize }: MethodDefinition<unknown, unknown>,
  textFaults: (bytes: Buffer) => readonly Fault[],
): (bytes: Buffer) => Received {
  return (bytes) => {
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

/** @param answer is given the seat of the call, and does its work in it */
export function unary(answer: (message: unknown, seat: Seat, signal: AbortSignal) => Promise<object>): handleUnaryCall<Received, object> {
  return async (call, callback) => {
    const reception = receptionOf(call.metadata);
    const seat = reception.take();
    try {
      const reply = await answer(messageOf(call), seat, signalOf(call));
      callback(null, reply, trailerOf(reception.requestId));
      reception.finish(null, 0);
    } catch (thrown) {
      const error = asYaffleError(thrown);
      const status = errorStatus(error, reception.requestId);
      callback(status);
      reception.finish(error, status.code);
    } finally {
      seat.leave();
    }
  };
}

/** A method that answers with a stream. It may last as long as a batch does, so it gives its seat back first. */
export function streaming(
  answers: (message: unknown, signal: AbortSignal) => AsyncIterable<object>,
): handleServerStreamingCall<Received, object> {
  return async (call) => {
    const reception = receptionOf(call.metadata);
    reception.take().leave();
    const signal = signalOf(call);
    try {
      for await (const one of answers(messageOf(call), signal)) if (!call.write(one)) await drained(call, signal);
      call.end(trailerOf(reception.requestId));
      reception.finish(null, 0);
    } catch (thrown) {
      const error = asYaffleError(thrown);
      const status = errorStatus(error, reception.requestId);
      call.emit("error", status);
      reception.finish(error, status.code);
    }
  };
}

function trailerOf(requestId: string): Metadata {
  const trailer = new Metadata();
  trailer.set("x-request-id", requestId);
  return trailer;
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
