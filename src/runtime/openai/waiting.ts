/** How long to wait before a call is tried again: longer each time, by chance, and as the server asks. */

const FIRST_WAIT_MS = 500;
const MAX_WAIT_MS = 20_000;

/** A limit by the minute is waited out; a server that wants to be left alone for longer helps nobody who waits. */
export const MAX_ASKED_WAIT_MS = 120_000;

/**
 * "Equal jitter": half of the doubled wait is sure, half is chance, so that callers which failed together do not come back together.
 * A server's own wish is kept, with a little chance on top.
 * @param attempt from 0: how many were tried before
 * @param askedMs what the server asked for, or null
 * @param random at least 0 and below 1
 */
export function waitMs(attempt: number, askedMs: number | null, random: () => number): number {
  const step = Math.min(MAX_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt);
  return askedMs === null ? step / 2 + (step / 2) * random() : askedMs + (FIRST_WAIT_MS / 2) * random();
}

/**
 * The wait that a reply's headers ask for: `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110, 10.2.3).
 * @param nowMs milliseconds since 1970, for a date
 * @returns null where they ask for none, or for something that is no time
 */
export function askedWaitMs(headers: { get(name: string): string | null } | undefined, nowMs: number): number | null {
  const exact = Number.parseFloat(headers?.get("retry-after-ms") ?? "");
  if (exact >= 0) return exact;
  const text = headers?.get("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = text === "" ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
