/** A decoded picture, as every expert sees it. */
export interface Picture {
  /** Of the bytes as they came, hexadecimal. */
  readonly sha256: string;
  /** Upright (EXIF orientation applied), in pixels. */
  readonly width: number;
  readonly height: number;
  /** RGB, 8 bit a channel, row by row from the top left: width × height × 3 bytes. */
  readonly pixels: Uint8Array;
  /** What was cut on reading, in words: "the first of 12 frames was read". Goes to `degraded`. */
  readonly notes: readonly string[];
}
