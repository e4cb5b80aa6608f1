/**
 * What a call meets before its message is read: a seat, and a time by which the message must be whole. So a caller for whom there is no
 * seat costs no memory, and one who dawdles keeps none.
 *
 * grpc-js ends some calls itself (a message over the limit, a deadline) without a reason that a program could read. Its call object is the
 * one place where that can be mended: every status, its own and ours, leaves by `sendStatus`.
 */
import {
  type Metadata,
  ServerInterceptingCall,
  type ServerInterceptingCallInterface,
  type ServerInterceptor,
  type ServerListener,
  status as statusCodes,
} from "@grpc/grpc-js";
import { asYaffleError, YaffleError } from "../../domain/error.js";
import { logRequest } from "../../telemetry/log.js";
import type { Seat } from "../admission.js";
import { type Desk, requestIdFrom } from "../desk.js";
import { DETAILS_TRAILER, errorStatus } from "./status-details.js";

type PartialStatus = Parameters<ServerInterceptingCallInterface["sendStatus"]>[0];

/** Health and reflection are asked by those who watch the service: they need no seat. */
const OWN_SERVICES = "/yaffle.";

/**
 * A library that cancels a call ends its stream first, as if that were all, and resets it then: an end without a message is believed only when
 * no reset has followed for so long.
 */
const TEAR_MS = 50;

/** One call, from its first header to its status. */
export class Reception {
  readonly requestId: string;
  readonly #desk: Desk;
  readonly #method: string;
  readonly #beginMs: number;
  #seat: Seat | null = null;
  #isTaken = false;
  #isLogged = false;

  constructor(desk: Desk, method: string, metadata: Metadata) {
    this.requestId = requestIdFrom(metadata.get("x-request-id").find((value) => typeof value === "string"));
    this.#desk = desk;
    this.#method = method;
    this.#beginMs = desk.clock.nowMs();
  }

  /** @throws YaffleError overloaded */
  enter(): void {
    this.#seat = this.#desk.admission.enter();
  }

  /** The message is here: from now on the method leaves the seat and says how it ended. */
  take(): Seat {
    const seat = this.#seat;
    if (seat === null) throw new Error("the call has no seat");
    this.#isTaken = true;
    return seat;
  }

  /** Writes the call's line; the first one stands. A call whose message never came leaves its seat here. */
  finish(error: YaffleError | null, status: number): void {
    if (!this.#isTaken) this.#seat?.leave();
    if (this.#isLogged) return;
    this.#isLogged = true;
    const durationMs = this.#desk.clock.nowMs() - this.#beginMs;
    const cause = error?.code === "internal" ? (error.cause ?? error) : undefined;
    const facts = {
      transport: "grpc",
      method: this.#method,
      code: error?.code ?? "ok",
      status,
      durationMs,
      requestId: this.requestId,
    } as const;
    this.#desk.metrics.requestEnded(facts);
    logRequest(this.#desk.log, { ...facts, ...(cause !== undefined && { cause }) });
  }

  /** The call is over; one whose message was not taken ends here. */
  abandoned(): void {
    if (this.#isTaken) return;
    this.finish(new YaffleError("cancelled", "The caller left before its message was whole."), statusCodes.CANCELLED);
  }

  /** The status that ends the call, with a reason where grpc-js gave none. */
  told(status: PartialStatus): PartialStatus {
    if (status.code === statusCodes.OK || (status.metadata?.get(DETAILS_TRAILER).length ?? 0) > 0) return status;
    const error = reasonOf(status, this.#desk.maxBodyBytes, this.#isTaken);
    const told = errorStatus(error, this.requestId);
    // What the server cannot do at all (a compression) is for the caller's library to know.
    const code = status.code === statusCodes.UNIMPLEMENTED ? status.code : told.code;
    this.finish(error, code);
    return { ...told, code };
  }
}

const receptions = new WeakMap<Metadata, Reception>();

/** Of a call by its metadata, which the method is given as it came. */
export function receptionOf(metadata: Metadata): Reception {
  const found = receptions.get(metadata);
  if (found === undefined) throw new Error("the call did not come by the reception");
  return found;
}

/** @param receiveTimeoutMs until a message must be whole */
export function reception(desk: Desk, receiveTimeoutMs: number): ServerInterceptor {
  return ({ path }, call) => {
    if (!path.startsWith(OWN_SERVICES)) return new ServerInterceptingCall(call);
    const send = call.sendStatus.bind(call);
    let received: Reception | null = null;
    let late: NodeJS.Timeout | undefined;
    let hasMessage = false;
    const end = (status: PartialStatus): void => {
      clearTimeout(late);
      send(received?.told(status) ?? status);
    };
    call.sendStatus = end;
    const listener: ServerListener = {
      onReceiveMetadata: (metadata, next) => {
        received = new Reception(desk, path.slice(1), metadata);
        try {
          received.enter();
        } catch (thrown) {
          refuse(received, asYaffleError(thrown), end);
          return;
        }
        receptions.set(metadata, received);
        const patient = received;
        late = setTimeout(() => refuse(patient, dawdled(receiveTimeoutMs), end), receiveTimeoutMs).unref();
        next(metadata);
      },
      onReceiveMessage: (message, next) => {
        hasMessage = true;
        next(message);
      },
      onReceiveHalfClose: (next) => {
        clearTimeout(late);
        if (hasMessage) next();
        // The turn after the wait reads what has come meanwhile.
        else setTimeout(() => setImmediate(next), TEAR_MS).unref();
      },
      onCancel: () => {
        clearTimeout(late);
        received?.abandoned();
      },
    };
    return new ServerInterceptingCall(call, { start: (next) => next(listener) });
  };
}

function refuse(received: Reception, error: YaffleError, end: (status: PartialStatus) => void): void {
  const { code, details, metadata } = errorStatus(error, received.requestId);
  received.finish(error, code);
  end({ code, details, metadata });
}

function dawdled(limitMs: number): YaffleError {
  return new YaffleError("deadline_exceeded", `The message was not whole after ${limitMs / 1000} seconds.`);
}

/** What grpc-js meant, in Yaffle's words. Before the message is here it speaks of the caller's doing. */
function reasonOf({ code, details }: PartialStatus, maxBodyBytes: number, isTaken: boolean): YaffleError {
  if (code === statusCodes.RESOURCE_EXHAUSTED)
    return new YaffleError(
      "request_too_large",
      `The message has more than the ${maxBodyBytes} bytes that are allowed; send smaller images.`,
    );
  if (code === statusCodes.DEADLINE_EXCEEDED) return new YaffleError("deadline_exceeded", "The caller's deadline passed.");
  if (isTaken) return asYaffleError(new Error(details));
  return new YaffleError("invalid_request", `The call cannot be read: ${details}.`);
}
