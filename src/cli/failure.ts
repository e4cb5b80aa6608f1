/** How a command ends when it fails: what is written to standard error, and the exit code. */
import { CommanderError } from "commander";
import { asYaffleError, type ErrorCode, YaffleError } from "../domain/error.js";
import { problemOf } from "../wire/problem.js";

export const EXIT = { done: 0, failed: 1, wrongInput: 2, someFailed: 3, limitPassed: 4, interrupted: 130 } as const;

/** What the user can mend in his command or his files. */
const WRONG_INPUT: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "invalid_request",
  "request_too_large",
  "image_too_large",
  "image_undecodable",
  "image_fetch_blocked",
  "not_found",
  "conflict",
]);

/** Of what failed inside, on the line that a person reads. */
const MAX_CAUSE_CHARACTERS = 300;

/** A command that did its work and yet ends with another code than 0. */
export class CommandEnd extends Error {
  override readonly name = "CommandEnd";
  readonly exitCode: number;

  /** @param message why, in a sentence */
  constructor(exitCode: number, message: string) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface Failure {
  readonly exitCode: number;
  /** For standard error, with its line end; empty where all is said. */
  readonly text: string;
}

/**
 * @param asJson the problem object instead of a sentence
 * @param requestId for the problem object
 */
export function failureOf(thrown: unknown, asJson: boolean, requestId: string): Failure {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return { exitCode: EXIT.done, text: "" };
  if (thrown instanceof CommandEnd) return { exitCode: thrown.exitCode, text: `yaffle: ${thrown.message}\n` };
  const error = thrown instanceof CommanderError ? usageError(thrown) : asYaffleError(thrown);
  const cause =
    error.code === "internal" && error.cause instanceof Error
      ? ` (${error.cause.message.slice(0, MAX_CAUSE_CHARACTERS).replaceAll(/\s+/g, " ")})`
      : "";
  const text = asJson ? JSON.stringify(problemOf(error, requestId)) : `yaffle: ${error.message}${cause}`;
  return { exitCode: exitCodeOf(error.code), text: `${text}\n` };
}

function exitCodeOf(code: ErrorCode): number {
  if (code === "cancelled") return EXIT.interrupted;
  return WRONG_INPUT.has(code) ? EXIT.wrongInput : EXIT.failed;
}

function usageError({ message, code }: CommanderError): YaffleError {
  const plain = message.replace(/^error: /, "").replaceAll("\n", " ");
  return new YaffleError("invalid_request", code === "commander.help" ? "Name a command; yaffle --help lists them." : plain);
}
