/**
 * Ids as 64 bits of their SHA-256, so that remembering a row costs some bytes and not its text.
 *
 * Two of a million ids share their bits with a chance of 3 in 100 million; the later one would be called a repetition.
 */
import { createHash } from "node:crypto";

/** Two halves of 32 bits, never both 0. */
export type Fingerprint = readonly [number, number];

/** @param id null for a line whose id cannot be read */
export function fingerprint(id: string | null): Fingerprint {
  const digest = createHash("sha256")
    .update(id === null ? "-" : `+${id}`)
    .digest();
  const low = digest.readUInt32LE(0);
  const high = digest.readUInt32LE(4);
  return [low === 0 && high === 0 ? 1 : low, high];
}
