/** How far an audit is, for a person: a bar that is rewritten on a terminal, a line each 30 seconds elsewhere. */
import type { Clock } from "../domain/ports.js";
import { counted } from "../wire/counted.js";
import type { Depth } from "./queue/row-queue.js";

/** Where progress is written; a terminal rewrites its line. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressState {
  /** Rows that are done, those of earlier sessions among them. */
  readonly rows: number;
  readonly failed: number;
  /** How much of the rows' file is behind, by bytes: how many rows it has is not known before its end. */
  readonly share: number;
}

export interface Progress {
  show(state: ProgressState): void;
  /** Shows the last state and ends the line. */
  end(): void;
}

const TERMINAL_INTERVAL_MS = 200;
const LINE_INTERVAL_MS = 30_000;
const BAR_COLUMNS = 24;

/**
 * The first state that is shown is the beginning: rate and time left are those of this session.
 * @param queueState what is known of a shared queue; null where there is none
 */
export function showProgress(stream: ProgressStream, clock: Clock, queueState: () => Depth | null = () => null): Progress {
  const isTerminal = stream.isTTY === true;
  const intervalMs = isTerminal ? TERMINAL_INTERVAL_MS : LINE_INTERVAL_MS;
  const beginMs = clock.nowMs();
  let shownMs = beginMs;
  let first: ProgressState | null = null;
  let latest: ProgressState | null = null;
  const write = (): void => {
    if (first === null || latest === null) return;
    const text = wording(latest, first, (clock.nowMs() - beginMs) / 1000, queueState());
    if (!isTerminal) stream.write(`${text}\n`);
    else stream.write(`\r\u001b[K${`${bar(latest.share)} ${text}`.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  return {
    show: (state) => {
      first ??= state;
      latest = state;
      const nowMs = clock.nowMs();
      if (nowMs - shownMs < intervalMs) return;
      shownMs = nowMs;
      write();
    },
    end: () => {
      write();
      if (isTerminal) stream.write("\n");
    },
  };
}

/** "1234 rows, 41%, 52.3 rows/s, 0:32 left, 3 failed" */
function wording({ rows, failed, share }: ProgressState, first: ProgressState, seconds: number, queue: Depth | null): string {
  const rate = seconds > 0 ? (rows - first.rows) / seconds : 0;
  const pace = seconds > 0 ? (share - first.share) / seconds : 0;
  return [
    counted(rows, "row"),
    `${Math.floor(share * 100)}%`,
    `${rate.toFixed(1)} rows/s`,
    ...(pace > 0 && share < 1 ? [`${duration((1 - share) / pace)} left`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(queue === null ? [] : [`queue: ${queue.active} at work, ${queue.waiting} waiting`]),
  ].join(", ");
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * BAR_COLUMNS);
  return `[${"=".repeat(full)}${" ".repeat(BAR_COLUMNS - full)}]`;
}

/** "0:32", "12:05", "3:04:09" */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number: number): string => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
