/**
 * How long one call of an expert may take: its own limit, and never so much of the request's time that no report could follow. One that
 * hangs would otherwise take the whole request with it, though it could be done without: the first thirty seconds by the reader, the next
 * by the answerer, and the minute is over.
 */
import type { Patience } from "../experts/call.js";

/**
 * Of the time that is left. A look is what the request is for; words can be read by rules and mended by edits, so a model that writes leaves
 * more for the rest.
 */
const SHARES = { look: 0.8, words: 0.5 } as const;

/** What bounds the calls of one request. */
export interface Bounds {
  readonly expertTimeoutMs: number;
  /** Until the request's own limit; left out where it has none. */
  readonly remainingMs?: (() => number) | undefined;
  /** The request's. */
  readonly signal: AbortSignal;
}

export function patienceFor(what: keyof typeof SHARES, { expertTimeoutMs, remainingMs, signal }: Bounds): Patience {
  const share = remainingMs === undefined ? expertTimeoutMs : Math.floor(SHARES[what] * Math.max(0, remainingMs()));
  return { timeoutMs: Math.min(expertTimeoutMs, share), signal };
}
