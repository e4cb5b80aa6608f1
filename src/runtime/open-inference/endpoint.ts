/** One model server: a connection that is kept alive, and calls that end with their caller or their time limit. */
import { Client, credentials, Metadata, type ServiceError, status } from "@grpc/grpc-js";
import { YaffleError } from "../../domain/error.js";
import type { loadInferenceService, MethodName } from "./protocol.js";

/** Large enough for a batch of pictures as floats; grpc-js refuses above 4 MiB unless told. */
const MAX_MESSAGE_BYTES = 512 * 1024 * 1024;

const CONNECTION = {
  "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
  "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
  "grpc.keepalive_time_ms": 30_000,
  "grpc.keepalive_timeout_ms": 10_000,
  "grpc.initial_reconnect_backoff_ms": 200,
  "grpc.max_reconnect_backoff_ms": 5_000,
  // Each endpoint must be a connection of its own, or one lost would be another's.
  "grpc.use_local_subchannel_pool": 1,
};

/** What grpc-js adds to a refused connection, mostly empty, and the stop that comes anyway. */
const NOTE = /\.?(?:\s*Resolution note:\s*)?\.?$/;

export interface CallOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Why a server did not answer: `lost` may be another's to answer, the rest is this request's. */
export class EndpointError extends YaffleError {
  readonly isLost: boolean;

  constructor(address: string, error: ServiceError) {
    const late = error.code === status.DEADLINE_EXCEEDED;
    super(
      late ? "deadline_exceeded" : "expert_unavailable",
      `The model server ${address} ${late ? "did not answer in time" : `failed: ${(error.details || error.message).replace(NOTE, "")}`}.`,
      { cause: error },
    );
    this.isLost = error.code === status.UNAVAILABLE;
  }
}

export class Endpoint {
  readonly address: string;
  /** Calls under way. */
  busy = 0;
  /** When it was last found lost, in the balance's milliseconds; null while it answers. */
  lostAtMs: number | null = null;
  /** Whether a question about its readiness is under way. */
  isAsked = false;
  readonly #client: Client;
  readonly #methods: ReturnType<typeof loadInferenceService>;

  constructor(address: string, methods: ReturnType<typeof loadInferenceService>) {
    this.address = address;
    this.#client = new Client(address, credentials.createInsecure(), CONNECTION);
    this.#methods = methods;
  }

  /** @throws EndpointError; the signal's reason where it aborts: the server is told */
  async call(name: MethodName, message: object, { timeoutMs, signal }: CallOptions): Promise<unknown> {
    signal?.throwIfAborted();
    const { path, requestSerialize, responseDeserialize } = this.#methods[name];
    this.busy += 1;
    try {
      return await new Promise((resolve, reject) => {
        const call = this.#client.makeUnaryRequest(
          path,
          requestSerialize,
          responseDeserialize,
          message,
          new Metadata(),
          { deadline: Date.now() + timeoutMs },
          (error, reply) => {
            signal?.removeEventListener("abort", leave);
            if (error === null) resolve(reply);
            else reject(signal?.aborted === true ? signal.reason : new EndpointError(this.address, error));
          },
        );
        const leave = (): void => call.cancel();
        signal?.addEventListener("abort", leave, { once: true });
      });
    } finally {
      this.busy -= 1;
    }
  }

  close(): void {
    this.#client.close();
  }
}
