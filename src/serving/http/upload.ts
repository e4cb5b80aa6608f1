/** POST /v1/files: a multipart form whose file goes to the disk as it comes, so that its size costs no memory. */
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { z } from "zod";
import { FILE_LIFE_MS, type NewFile } from "../../batches/file-store.js";
import type { Owner } from "../../batches/stored.js";
import { YaffleError } from "../../domain/error.js";
import { expiresAfterSchema } from "../../wire/batch.js";
import { parseOrRefuse, refusal } from "../../wire/faults.js";
import { textSchema } from "../../wire/text.js";
import { FORM_TYPE, refuseForeign } from "./content-type.js";

const LIMITS = { parts: 16, files: 1, fieldSize: 1024, headerSize: 8192 } as const;
const NAMELESS = "upload.jsonl";

const wordsSchema = z.strictObject({ purpose: z.literal("batch"), expires_after: expiresAfterSchema.optional() });

/** Writes the form's file to the path. @throws YaffleError invalid_request, request_too_large, cancelled */
export async function receiveFile(request: IncomingMessage, path: string, owner: Owner, maxFileBytes: number): Promise<NewFile> {
  refuseForeign(request, [FORM_TYPE]);
  const form = openForm(request, maxFileBytes);
  const words: Record<string, string> = {};
  let filename: string | null = null;
  let writing: Promise<void> = Promise.resolve();
  let isTooLarge = false;
  form.on("field", (name, value) => {
    words[name] = value;
  });
  form.on("file", (name, stream, given: unknown) => {
    if (name !== "file") {
      stream.resume();
      return;
    }
    filename = typeof given === "string" && given !== "" ? given : NAMELESS;
    stream.once("limit", () => {
      isTooLarge = true;
    });
    writing = pipeline(stream, createWriteStream(path));
    writing.catch(() => undefined);
  });
  try {
    await pipeline(request, form);
  } catch (cause) {
    if (request.destroyed && !request.complete) throw new YaffleError("cancelled", "The caller left before the file was whole.", { cause });
    throw malformed(cause);
  }
  await writing;
  if (isTooLarge) throw fileTooLarge(maxFileBytes);
  if (filename === null) throw refusal([{ path: "file", message: "is missing" }]);
  if ((await stat(path)).size === 0) throw refusal([{ path: "file", message: "is empty; send a line a request" }]);
  const { expires_after } = parseOrRefuse(wordsSchema, unfolded(words));
  return {
    owner,
    filename: parseOrRefuse(textSchema, filename, "file").slice(0, 255),
    purpose: "batch",
    lifeMs: expires_after === undefined ? FILE_LIFE_MS : expires_after.seconds * 1000,
  };
}

export function fileTooLarge(maxFileBytes: number): YaffleError {
  return new YaffleError("request_too_large", `The file has more than the ${maxFileBytes} bytes that are allowed; send it in parts.`);
}

/** "expires_after[seconds]" is a field of a field. */
function unfolded(words: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const unfolded: Record<string, unknown> = {};
  const life: Record<string, string> = {};
  for (const [name, value] of Object.entries(words)) {
    const [, inner] = /^expires_after\[(\w+)\]$/.exec(name) ?? [];
    if (inner === undefined) unfolded[name] = value;
    else life[inner] = value;
  }
  return Object.keys(life).length === 0 ? unfolded : { ...unfolded, expires_after: life };
}

function openForm(request: IncomingMessage, maxFileBytes: number): BusboyInstance {
  try {
    const headers = { ...request.headers, "content-type": request.headers["content-type"] ?? "" };
    return new Busboy({ headers, limits: { ...LIMITS, fileSize: maxFileBytes } });
  } catch (cause) {
    throw malformed(cause);
  }
}

function malformed(cause: unknown): YaffleError {
  const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
  return new YaffleError("invalid_request", `The multipart form cannot be read: ${why}.`, { cause });
}
