/** One row from picture and text to its outcome. A row never throws: what goes wrong with it is its outcome. */
import { setTimeout as wait } from "node:timers/promises";
import { asYaffleError, type ErrorCode, type YaffleError } from "../domain/error.js";
import type { Yaffle } from "../pipeline/yaffle.js";
import { reportToWire } from "../wire/report.js";
import type { Outcome, RowFacts } from "./outcome.js";
import type { PictureShelf } from "./picture-shelf.js";
import type { Row } from "./rows/row.js";

export type ExecuteRow = (row: Row) => Promise<Outcome>;

export interface Retries {
  /** How often a row is tried that fails by something that may pass. */
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one. */
  readonly delayMs: number;
}

const RETRIES: Retries = { attempts: 3, delayMs: 500 };

export function rowExecutor(yaffle: Pick<Yaffle, "correct">, shelf: PictureShelf, retries: Retries = RETRIES): ExecuteRow {
  const attempt = async (row: Row): Promise<Outcome> => {
    const pictures = await Promise.all(row.images.map(shelf));
    const { id, response, prompt, options } = row;
    const images = pictures.map((picture) => ({ type: "picture", picture }) as const);
    const report = await yaffle.correct({ id, images, response, prompt, options });
    return { type: "result", result: { ...reportToWire(report), row: factsOf(row) } };
  };
  return async (row) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(row);
      } catch (thrown) {
        const error = asYaffleError(thrown);
        if (!error.isRetryable || tries >= retries.attempts) return failed(row, error.code, messageOf(error));
        await wait(retries.delayMs * 2 ** (tries - 1));
      }
    }
  };
}

/** A fault of Yaffle's own says what it was: there is no log beside an audit. */
function messageOf({ code, message, cause }: YaffleError): string {
  return code === "internal" && cause instanceof Error ? `${message} (${cause.message})` : message;
}

/** The outcome of a row that came to nothing. */
export function failed({ id, line }: Row, code: ErrorCode, message: string): Outcome {
  return { type: "error", error: { id, line, error: { code, message } } };
}

function factsOf({ line, images, prompt, model }: Row): RowFacts {
  return { line, images: images.map((image) => (image.type === "file" ? image.path : null)), prompt, model };
}
