/** From the name of a text reader to one ready to read. */
import { createHash } from "node:crypto";
import { YaffleError } from "../../domain/error.js";
import type { TextReader } from "../../domain/ports.js";
import { readPackagedModel } from "../../registry/packaged.js";
import { openSession, type SessionOptions } from "../../runtime/onnx/session.js";
import { OnnxTextReader } from "./onnx-text-reader.js";
import { lettersOf } from "./transcript.js";

export interface LoadTextReaderOptions extends SessionOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * @param id of the registry: "ppocr-v4"
 * @throws YaffleError not_found for an unknown id; expert_unavailable where a file is missing, altered or cannot be loaded
 */
export async function loadTextReader(id: string, options: LoadTextReaderOptions): Promise<TextReader> {
  options.signal?.throwIfAborted();
  const [finderBytes, readerBytes, keys] = await readPackagedModel(id);
  if (finderBytes === undefined || readerBytes === undefined || keys === undefined) {
    throw new YaffleError("expert_unavailable", `The text reader ${id} needs three files: a finder, a reader and its keys.`);
  }
  const [finder, reader] = await Promise.all([openSession(finderBytes, options), openSession(readerBytes, options)]);
  const sha256 = createHash("sha256").update(finderBytes).update(readerBytes).update(keys).digest("hex");
  const letters = lettersOf(new TextDecoder().decode(keys));
  return new OnnxTextReader({ finder, reader, letters, facts: { id, role: "text_reader", sha256, device: finder.device } });
}
