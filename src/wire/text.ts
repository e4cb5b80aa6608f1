/** Text as it comes in: it must be Unicode, or a span in it would mean different characters on different doors. */
import { z } from "zod";
import { refusal } from "./faults.js";

const LONE_SURROGATE = "holds half of a character (a lone surrogate); send whole Unicode characters";

/** A string of whole Unicode characters. */
export const textSchema = z.string().refine((text) => text.isWellFormed(), LONE_SURROGATE);

/** What a model wrote: more than white space. */
export const responseSchema = textSchema.refine((text) => text.trim() !== "", "is empty; give the text that the model wrote");

/**
 * The text that the bytes stand for in UTF-8. A byte order mark at the beginning is dropped.
 * @param path how the caller calls the text, for the fault
 * @throws YaffleError invalid_request where they are not UTF-8
 */
export function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refusal([{ path, message: "is not valid UTF-8; encode it as UTF-8" }], cause);
  }
}

/** The value that the bytes stand for in JSON. @throws YaffleError invalid_request where they are not UTF-8 or not JSON */
export function decodeJson(bytes: Uint8Array, path: string): unknown {
  const text = decodeUtf8(bytes, path);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    throw refusal([{ path, message: `is not valid JSON: ${why.toWellFormed()}` }], cause);
  }
}
