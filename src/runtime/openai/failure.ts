/**
 * What went wrong at a model server, told without its secrets. A server's words may echo the key that it was sent, so they are shortened
 * and scrubbed, and no error of the client library is kept as a cause.
 */
import { type ErrorCode, YaffleError } from "../../domain/error.js";
import { askedWaitMs, MAX_ASKED_WAIT_MS } from "./waiting.js";

export interface ServerFailure {
  readonly error: YaffleError;
  /** Whether the same call may succeed later. */
  readonly isPassing: boolean;
  /** What the server asked to wait. */
  readonly askedWaitMs: number | null;
  /** What the server said against the request's form, for `learn`; null where it did not. */
  readonly complaint: string | null;
}

const MAX_QUOTED_CHARACTERS = 200;
/** What looks like a key, whether it is ours or not. */
const KEY_LIKE = /\b(?:sk|pk|key|api|Bearer)[-_ ][\w*.-]{6,}/gi;

/** @param nowMs milliseconds since 1970 */
export function failureOf(thrown: unknown, key: string | null, nowMs: number): ServerFailure {
  if (thrown instanceof YaffleError) return final(thrown);
  const status = numberIn(thrown, "status");
  const words = scrubbed(thrown instanceof Error ? thrown.message : String(thrown), key);
  if (status === null) {
    return passing("expert_unavailable", `The model server cannot be reached, or broke off: ${words}`, null);
  }
  const asked = askedWaitMs(headersOf(thrown), nowMs);
  if (status === 401 || status === 403) {
    return final(new YaffleError("expert_unavailable", `The model server refuses the key (HTTP ${status}).`));
  }
  if (status === 429 && textIn(thrown, "code") === "insufficient_quota") {
    return final(new YaffleError("expert_unavailable", "The model server says that the account's quota is spent."));
  }
  if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500) {
    if (asked === null || asked <= MAX_ASKED_WAIT_MS)
      return passing("expert_unavailable", `The model server answers with HTTP ${status}.`, asked);
    const seconds = Math.ceil(asked / 1000);
    return final(new YaffleError("expert_unavailable", `The model server answers with HTTP ${status} and asks to wait ${seconds} s.`));
  }
  if (status === 404) return final(new YaffleError("expert_unavailable", `The model server does not know the model or the path: ${words}`));
  const complaint = status === 400 || status === 422 ? `${textIn(thrown, "param") ?? ""} ${words}` : null;
  return { ...final(new YaffleError("upstream_failed", `The model server refuses the request (HTTP ${status}): ${words}`)), complaint };
}

/** A reply that broke off or is no reply at all: the next may be whole. */
export function brokenReply(what: string): ServerFailure {
  return passing("upstream_failed", `The model server's reply is broken: ${what}.`, null);
}

/** Words of a server, fit to be shown: one line, short, and without anything that looks like a key. */
export function scrubbed(words: string, key: string | null): string {
  const hidden = key === null || key === "" ? words : words.replaceAll(key, "(key)");
  return hidden.replace(KEY_LIKE, "(key)").replace(/\s+/g, " ").trim().slice(0, MAX_QUOTED_CHARACTERS).toWellFormed();
}

function passing(code: ErrorCode, message: string, asked: number | null): ServerFailure {
  return { error: new YaffleError(code, message), isPassing: true, askedWaitMs: asked, complaint: null };
}

function final(error: YaffleError): ServerFailure {
  return { error, isPassing: false, askedWaitMs: null, complaint: null };
}

function numberIn(thrown: unknown, field: string): number | null {
  const value: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, field) : null;
  return typeof value === "number" ? value : null;
}

function textIn(thrown: unknown, field: string): string | null {
  const value: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, field) : null;
  return typeof value === "string" ? value : null;
}

function headersOf(thrown: unknown): Headers | undefined {
  const value: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "headers") : null;
  return value instanceof Headers ? value : undefined;
}
