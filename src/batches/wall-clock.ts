/** The time of day: what is kept for days must not depend on how long the process runs. */
export interface WallClock {
  /** Milliseconds since 1970. */
  nowMs(): number;
}

export const SECOND_MS = 1000;
export const DAY_MS = 24 * 60 * 60 * SECOND_MS;
