/**
 * One call of one expert, with patience that ends. An expert may throw, hang, or come back late: none of that is an answer, and none
 * of it may stop a request. Only the caller's own leaving (or its time limit) does.
 */
import { YaffleError } from "../domain/error.js";
import type { FailureCode, FailureEvidence } from "../domain/evidence.js";

/** How long to wait, and for whom. */
export interface Patience {
  /** For one call. */
  readonly timeoutMs: number;
  /** The whole request's. */
  readonly signal: AbortSignal;
}

export interface Failing {
  readonly code: FailureCode;
  readonly message: string;
}

export type Outcome<T> = { readonly value: T } | { readonly failing: Failing };

/**
 * Runs an expert and turns whatever goes wrong into a value. An expert that ignores its signal is left behind.
 * @throws the request's reason where the request itself is aborted
 */
export async function call<T>(run: (signal: AbortSignal) => Promise<T>, { timeoutMs, signal }: Patience): Promise<Outcome<T>> {
  signal.throwIfAborted();
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(new DOMException(`no answer within ${timeoutMs} ms`, "TimeoutError")), timeoutMs);
  const leave = (): void => ending.abort(signal.reason);
  signal.addEventListener("abort", leave, { once: true });
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener("abort", () => reject(ending.signal.reason), { once: true });
  });
  try {
    return { value: await Promise.race([run(ending.signal), ended]) };
  } catch (thrown) {
    signal.throwIfAborted();
    return { failing: failingOf(ending.signal.aborted ? ending.signal.reason : thrown) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", leave);
  }
}

/** What a thrown thing says of the expert that threw it. */
export function failingOf(thrown: unknown): Failing {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof YaffleError && thrown.code === "expert_unavailable") return { code: "expert_unavailable", message };
  if (thrown instanceof YaffleError && thrown.code === "deadline_exceeded") return { code: "deadline_exceeded", message };
  if (thrown instanceof Error && thrown.name === "TimeoutError") return { code: "deadline_exceeded", message };
  return { code: "expert_failed", message };
}

/** The failure as evidence: it tells why there is none. */
export function failureOf(expert: string, image: number, { code, message }: Failing): FailureEvidence {
  return { type: "failure", expert, image, code, message };
}
