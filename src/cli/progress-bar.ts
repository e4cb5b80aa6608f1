/** How far a download is: one line that is rewritten on a terminal, a line a tenth elsewhere. */
import type { PullProgress } from "../registry/pull/pull.js";
import type { Output } from "./world.js";

export interface ProgressBar {
  readonly show: (progress: PullProgress) => void;
  /** Ends the line; idempotent. */
  end(): void;
}

const CELLS = 24;
const MEBIBYTE = 1024 * 1024;

export function progressBar(output: Output): ProgressBar {
  const isTerminal = output.isTTY === true;
  let shown = "";
  return {
    show: ({ file, received, total }) => {
      const line = isTerminal ? barOf(file, received, total) : tenthOf(file, received, total);
      if (line === shown) return;
      shown = line;
      output.write(isTerminal ? `\r${line}\u001B[K` : `${line}\n`);
    },
    end: () => {
      if (isTerminal && shown !== "") output.write("\n");
      shown = "";
    },
  };
}

function barOf(file: string, received: number, total: number | null): string {
  const size = `${(received / MEBIBYTE).toFixed(1)}${total === null ? "" : ` of ${(total / MEBIBYTE).toFixed(1)}`} MiB`;
  if (total === null || total === 0) return `${file} ${size}`;
  const full = Math.round((received / total) * CELLS);
  return `${file} [${"#".repeat(full)}${" ".repeat(CELLS - full)}] ${Math.floor((100 * received) / total)}% ${size}`;
}

function tenthOf(file: string, received: number, total: number | null): string {
  if (total === null || total === 0) return `${file}: fetching`;
  return `${file}: ${Math.floor((10 * received) / total) * 10}%`;
}
