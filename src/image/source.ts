/** An image as a caller gives it, and its bytes. Sizes are checked before anything is held twice. */
import { readFile, stat } from "node:fs/promises";
import { YaffleError } from "../domain/error.js";
import type { Picture } from "../domain/picture.js";

export type ImageSource =
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "bytes"; readonly bytes: Uint8Array }
  | { readonly type: "base64"; readonly text: string }
  | { readonly type: "data_uri"; readonly text: string };

/** A picture that was read before: whoever asks many things about one picture reads it once. */
export interface PictureSource {
  readonly type: "picture";
  readonly picture: Picture;
}

export interface ImageLimits {
  /** Of the encoded image. */
  readonly maxImageBytes: number;
  /** Width × height, of one frame. */
  readonly maxImagePixels: number;
}

/**
 * @throws YaffleError invalid_request where there is no image, the file cannot be read or the text is not what it claims to be;
 * image_too_large
 */
export async function readBytes(source: ImageSource, limits: ImageLimits, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = await bytesOf(source, limits, signal);
  if (bytes.byteLength === 0) throw new YaffleError("invalid_request", "The image is empty.");
  refuseBeyond(bytes.byteLength, limits);
  return bytes;
}

async function bytesOf(source: ImageSource, limits: ImageLimits, signal: AbortSignal | undefined): Promise<Uint8Array> {
  switch (source.type) {
    case "file":
      return readImageFile(source.path, limits, signal);
    case "bytes":
      return source.bytes;
    case "base64":
      return fromBase64(source.text, limits);
    case "data_uri":
      return fromDataUri(source.text, limits);
    default:
      return source satisfies never;
  }
}

async function readImageFile(path: string, limits: ImageLimits, signal: AbortSignal | undefined): Promise<Uint8Array> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw new YaffleError("invalid_request", `The image ${path} is not a file.`);
    refuseBeyond(facts.size, limits);
    return await readFile(path, { signal });
  } catch (error) {
    if (error instanceof YaffleError || !(error instanceof Error) || !("code" in error) || error.name === "AbortError") throw error;
    const why = error.code === "ENOENT" ? "there is no such file" : error.message;
    throw new YaffleError("invalid_request", `The image ${path} cannot be read: ${why}.`, { cause: error });
  }
}

const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/;

/** Base64 of either alphabet, with or without padding; white space between is allowed, as mail programs write it. */
function fromBase64(text: string, limits: ImageLimits): Uint8Array {
  const packed = /\s/.test(text) ? text.replace(/\s+/g, "") : text;
  refuseBeyond(Math.floor(packed.length / 4) * 3 - 2, limits);
  const digits = packed.replace(/={1,2}$/, "").length;
  if (!BASE64.test(packed) || digits % 4 === 1) throw new YaffleError("invalid_request", "The image is not valid base64.");
  return Buffer.from(packed, "base64");
}

/** data:[type][;parameters][;base64],data (RFC 2397). The type is not believed. */
function fromDataUri(text: string, limits: ImageLimits): Uint8Array {
  const comma = text.indexOf(",");
  if (!/^data:/i.test(text) || comma < 0)
    throw new YaffleError("invalid_request", "The image is not a data URI: it must begin with data: and hold a comma.");
  const data = text.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(text.slice(0, comma))) return fromBase64(data.includes("%") ? unescapePercent(data) : data, limits);
  return Buffer.from(unescapePercent(data), "latin1");
}

function unescapePercent(text: string): string {
  if (/%(?![0-9a-f]{2})/i.test(text)) throw new YaffleError("invalid_request", "The data URI has a % without two hexadecimal digits.");
  return text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function refuseBeyond(bytes: number, { maxImageBytes }: ImageLimits): void {
  if (bytes > maxImageBytes) {
    throw new YaffleError("image_too_large", `The image has more than the ${maxImageBytes} bytes that are allowed.`);
  }
}
