/** The one error class of Yaffle. Doors map `code` to HTTP and gRPC (wire/error-codes.ts). */

export const ERROR_CODES = [
  "invalid_request",
  "request_too_large",
  "image_too_large",
  "image_undecodable",
  "image_fetch_blocked",
  "image_fetch_failed",
  "unauthenticated",
  "permission_denied",
  "not_found",
  "conflict",
  "idempotency_mismatch",
  "overloaded",
  "deadline_exceeded",
  "cancelled",
  "expert_unavailable",
  "upstream_failed",
  "internal",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** One fault of a request: `path` as the caller wrote it ("options.policy", "images.1"), `message` with how to mend it. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

const RETRYABLE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "image_fetch_failed",
  "overloaded",
  "deadline_exceeded",
  "expert_unavailable",
  "upstream_failed",
]);

/** An error whose message is meant for the caller: what was wrong, where, and how to mend it. */
export class YaffleError extends Error {
  override readonly name = "YaffleError";
  readonly code: ErrorCode;
  readonly faults: readonly Fault[];

  constructor(code: ErrorCode, message: string, options: { readonly faults?: readonly Fault[]; readonly cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.faults = options.faults ?? [];
  }

  /** Whether the same request may succeed later. */
  get isRetryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}

/** Any thrown thing as a `YaffleError`: itself, `cancelled` or `deadline_exceeded` for an abort, else `internal` with the cause kept. */
export function asYaffleError(thrown: unknown): YaffleError {
  if (thrown instanceof YaffleError) return thrown;
  if (thrown instanceof Error && thrown.name === "TimeoutError")
    return new YaffleError("deadline_exceeded", "The time limit passed.", { cause: thrown });
  if (thrown instanceof Error && thrown.name === "AbortError") return new YaffleError("cancelled", "The caller left.", { cause: thrown });
  return new YaffleError("internal", "Something failed inside Yaffle; the log has the cause.", { cause: thrown });
}
