/** A format of the rows' file: how a line of it becomes a row. */

import type { Options } from "../../domain/options.js";
import type { EncodedImage } from "../../wire/request.js";
import type { ImageFinder } from "./image-finder.js";
import type { Questions } from "./questions.js";

export const FORMAT_NAMES = ["rows", "chair", "pope", "llava", "openai"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** What stands beside the rows' file. */
export interface FormatContext {
  readonly images: ImageFinder;
  /** The file of questions that answers belong to; null where none was given. */
  readonly questions: Questions | null;
  /** For a row that says nothing else. */
  readonly options: Options;
}

/** A row but for its line. */
export interface RowDraft {
  readonly id: string;
  /** Paths are absolute. */
  readonly images: readonly EncodedImage[];
  readonly response: string;
  readonly prompt: string | null;
  readonly model: string | null;
  readonly options: Options;
}

export interface Format {
  /** What the format calls a row's id, so that even a bad row can be named. */
  readonly idField: string;
  /**
   * @param value the parsed line
   * @param position how many lines with something on them stand before it
   * @throws YaffleError invalid_request with a fault for each wrong field; image_fetch_blocked
   */
  read(value: unknown, position: number, context: FormatContext): Promise<RowDraft>;
}
