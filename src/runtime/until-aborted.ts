/** Waiting for what goes on for others where one leaves. */

/** @throws what the promise throws; the signal's reason where it aborts first */
export async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  let leave: () => void = () => undefined;
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener("abort", leave, { once: true });
  });
  // The loser of the race may fail later, when nobody listens any more.
  promise.catch(() => undefined);
  return Promise.race([promise, left]).finally(() => signal.removeEventListener("abort", leave));
}
