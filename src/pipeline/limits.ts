/** Bounds on one request; the doors refuse what they can see is over before they read it whole. */
export interface Limits {
  readonly maxImageBytes: number;
  readonly maxImagePixels: number;
  /** Of the response, and of the prompt. In UTF-16 code units. */
  readonly maxResponseCharacters: number;
  readonly maxImages: number;
  /** For one request, where it asks for none itself; also the most that it may ask for. */
  readonly timeoutMs: number;
  /** For one expert's work on one request; past it the expert is left out and the report says so. */
  readonly expertTimeoutMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  maxImageBytes: 20 * 1024 * 1024,
  maxImagePixels: 25_000_000,
  maxResponseCharacters: 20_000,
  maxImages: 8,
  timeoutMs: 60_000,
  expertTimeoutMs: 30_000,
};
