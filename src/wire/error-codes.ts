/** One table from error codes to what each protocol calls them. Every door reads it; none has a table of its own. */
import type { ErrorCode } from "../domain/error.js";

export interface ProtocolCodes {
  readonly http: number;
  /** Number of `google.rpc.Code`. */
  readonly grpc: number;
  /** What a person reads first; the same for every error of this code. */
  readonly title: string;
}

const GRPC = {
  cancelled: 1,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  permissionDenied: 7,
  resourceExhausted: 8,
  aborted: 10,
  internal: 13,
  unavailable: 14,
  unauthenticated: 16,
} as const;

export const PROTOCOL_CODES: Readonly<Record<ErrorCode, ProtocolCodes>> = {
  invalid_request: { http: 400, grpc: GRPC.invalidArgument, title: "The request is not valid" },
  request_too_large: { http: 413, grpc: GRPC.resourceExhausted, title: "The request is too large" },
  image_too_large: { http: 413, grpc: GRPC.invalidArgument, title: "The image is too large" },
  image_undecodable: { http: 422, grpc: GRPC.invalidArgument, title: "The image cannot be read" },
  image_fetch_blocked: { http: 422, grpc: GRPC.invalidArgument, title: "The image may not be fetched" },
  image_fetch_failed: { http: 424, grpc: GRPC.unavailable, title: "The image could not be fetched" },
  unauthenticated: { http: 401, grpc: GRPC.unauthenticated, title: "A key is needed" },
  permission_denied: { http: 403, grpc: GRPC.permissionDenied, title: "The key does not allow this" },
  not_found: { http: 404, grpc: GRPC.notFound, title: "There is no such thing" },
  conflict: { http: 409, grpc: GRPC.aborted, title: "The request meets another one" },
  idempotency_mismatch: { http: 422, grpc: GRPC.invalidArgument, title: "The key was used with another request" },
  overloaded: { http: 429, grpc: GRPC.resourceExhausted, title: "Too much work is waiting" },
  deadline_exceeded: { http: 504, grpc: GRPC.deadlineExceeded, title: "The time limit passed" },
  cancelled: { http: 499, grpc: GRPC.cancelled, title: "The caller left" },
  expert_unavailable: { http: 503, grpc: GRPC.unavailable, title: "An expert is not available" },
  upstream_failed: { http: 502, grpc: GRPC.unavailable, title: "The upstream failed" },
  internal: { http: 500, grpc: GRPC.internal, title: "Something failed inside Yaffle" },
};
