/** Text as the command line gives it: itself, @FILE, or - for standard input. */
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { YaffleError } from "../domain/error.js";
import { decodeUtf8 } from "../wire/text.js";

/**
 * One line end at the end of a file or of standard input is not part of the text: editors and `echo` put it there.
 * @param flag how the user calls it: "--response"
 * @throws YaffleError invalid_request where a file cannot be read or is not UTF-8
 */
export async function readText(given: string, flag: string, input: NodeJS.ReadableStream): Promise<string> {
  if (given === "-") return withoutLineEnd(decodeUtf8(await buffer(input), flag));
  if (given.startsWith("@")) return withoutLineEnd(decodeUtf8(await readNamed(given.slice(1), flag), flag));
  return given;
}

async function readNamed(path: string, flag: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause && cause.code === "ENOENT" ? "there is no such file" : String(cause);
    throw new YaffleError("invalid_request", `${flag}: the file ${path} cannot be read: ${why}.`, { cause });
  }
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, "");
}
