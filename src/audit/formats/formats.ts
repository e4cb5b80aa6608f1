/** The formats by name. */
import { llavaFormat, popeFormat } from "./answers.js";
import { chairFormat } from "./chair.js";
import type { Format, FormatName } from "./format.js";
import { openaiFormat } from "./openai.js";
import { ownFormat } from "./own.js";

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  rows: ownFormat,
  chair: chairFormat,
  pope: popeFormat,
  llava: llavaFormat,
  openai: openaiFormat,
};
