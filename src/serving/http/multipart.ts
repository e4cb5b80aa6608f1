/**
 * A multipart form: `image` files, and `response`, `prompt`, `options` (JSON) and `id` beside them. Every part is taken as bytes, so
 * that text which is not UTF-8 is seen and refused instead of being mended in silence.
 */
import type { IncomingMessage } from "node:http";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { asYaffleError, YaffleError } from "../../domain/error.js";
import { all, both, part, refusal } from "../../wire/faults.js";
import { type EncodedImage, type ReadRequest, readRequest } from "../../wire/request.js";
import { decodeJson, decodeUtf8 } from "../../wire/text.js";
import { readPieces } from "./body.js";

const TEXT_PARTS = ["id", "response", "prompt", "options"] as const;
const IMAGE_PART = "image";
const IMAGE_PARTS: readonly string[] = [IMAGE_PART, "images"];
const MAX_PARTS = 128;
/** Room for the names and headers of a part. */
const MAX_HEADER_BYTES = 8_192;

interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** @throws YaffleError invalid_request, request_too_large, cancelled */
export async function readMultipart(request: IncomingMessage, maxBodyBytes: number, makeId: () => string): Promise<ReadRequest> {
  const parts = await readParts(request, maxBodyBytes);
  const pictures = parts.filter(({ name }) => IMAGE_PARTS.includes(name));
  const images = pictures.map(({ bytes }): EncodedImage => ({ type: "bytes", bytes }));
  const nameOf = (index: number): string => pictures[index]?.name ?? IMAGE_PART;
  const names = { all: IMAGE_PART, one: (index: number) => (images.length === 1 ? nameOf(index) : `${nameOf(index)}.${index}`) };
  const words = parts.filter(({ name }) => !IMAGE_PARTS.includes(name));
  const [, entries] = both(
    part(() => refuseRepeated(words)),
    part(() => all(words.map((word) => part(() => entryOf(word))))),
  );
  return readRequest(Object.fromEntries(entries), () => images, makeId, names);
}

function entryOf({ name, bytes }: Part): readonly [name: string, value: unknown] {
  return [name, name === "options" ? decodeJson(bytes, name) : decodeUtf8(bytes, name)];
}

function refuseRepeated(words: readonly Part[]): void {
  const repeated = TEXT_PARTS.filter((name) => words.filter((part) => part.name === name).length > 1);
  if (repeated.length > 0) throw refusal(repeated.map((path) => ({ path, message: "stands more than once in the form; send it once" })));
}

async function readParts(request: IncomingMessage, maxBodyBytes: number): Promise<readonly Part[]> {
  const parts: Part[] = [];
  const form = openForm(request);
  const whole = new Promise<void>((resolve, reject) => {
    form.on("file", (name, stream) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => parts.push({ name, bytes: Buffer.concat(pieces) }));
      stream.on("error", reject);
    });
    form.on("partsLimit", () => reject(malformed(`it has more than ${MAX_PARTS} parts`)));
    form.on("error", (error) => reject(malformed(error instanceof Error ? error.message : String(error), error)));
    form.on("finish", resolve);
  });
  try {
    await Promise.all([whole, readPieces(request, maxBodyBytes, (piece) => form.write(piece)).then(() => form.end())]);
  } catch (thrown) {
    form.destroy();
    throw asYaffleError(thrown);
  }
  return parts;
}

function openForm(request: IncomingMessage): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...request.headers, "content-type": request.headers["content-type"] ?? "" },
      isPartAFile: () => true,
      limits: { parts: MAX_PARTS, headerSize: MAX_HEADER_BYTES },
    });
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : String(error), error);
  }
}

function malformed(why: string, cause?: unknown): YaffleError {
  return new YaffleError("invalid_request", `The multipart form cannot be read: ${why}.`, { cause });
}
