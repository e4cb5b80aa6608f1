/** What standard output is: how wide, and whether colors mean anything there. */
import picocolors from "picocolors";

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface Terminal {
  readonly columns: number;
  /** Null where marks must do without color. */
  readonly colors: Colors | null;
}

const DEFAULT_COLUMNS = 80;
/** Longer lines are hard to read. */
const MAX_COLUMNS = 120;

/** picocolors reads NO_COLOR, but takes a build server for a terminal: only a real one gets color here. */
export function terminalOf({ isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number }): Terminal {
  return {
    columns: Math.min(columns ?? DEFAULT_COLUMNS, MAX_COLUMNS),
    colors: isTTY === true && picocolors.isColorSupported ? picocolors.createColors(true) : null,
  };
}

/** Without characters that steer a terminal: a response may come from anywhere. */
export function harmless(text: string): string {
  // biome rules forbid control characters in a pattern, so they are named by their property
  return text.replace(/\r\n?/g, "\n").replace(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD");
}
