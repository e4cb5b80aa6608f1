/** A request as a program hands it to the library: camelCase, images in any form, everything but image and response optional. */
import { z } from "zod";
import type { Options } from "../domain/options.js";
import { all, both, parseOrRefuse, part, refusal } from "./faults.js";
import { optionsOf, optionsSchema } from "./options.js";
import type { EncodedImage, ReadRequest } from "./request.js";
import { refuseFetching } from "./request.js";
import { responseSchema, textSchema } from "./text.js";

/** A path, the encoded bytes, a data: URI, or any of them said outright. */
export type ImageInput = string | Uint8Array | EncodedImage;

export interface CorrectionInput {
  /** One picture, or several; a claim holds if it holds on one. */
  readonly image: ImageInput | readonly ImageInput[];
  /** What the model wrote about it. */
  readonly response: string;
  /** What the model was asked. */
  readonly prompt?: string | null;
  /** Comes back as the report's; made where it is left out. */
  readonly id?: string;
  readonly options?: Partial<Options>;
}

const encodedSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("file"), path: z.string() }),
  z.strictObject({ type: z.literal("bytes"), bytes: z.instanceof(Uint8Array) }),
  z.strictObject({ type: z.literal("base64"), text: z.string() }),
  z.strictObject({ type: z.literal("data_uri"), text: z.string() }),
]);

const { timeout_ms: timeoutMs, ...sameNames } = optionsSchema.shape;
const optionsInputSchema = z.strictObject({ ...sameNames, timeoutMs });

const inputSchema = z.strictObject({
  image: z.unknown().optional(),
  response: responseSchema,
  prompt: textSchema.nullish(),
  id: textSchema.min(1).optional(),
  options: optionsInputSchema.optional(),
});

/** @throws YaffleError invalid_request with every fault; image_fetch_blocked for an http(s) address */
export function readInput(input: unknown, makeId: () => string): ReadRequest {
  const [{ response, prompt, id, options }, images] = both(
    part(() => parseOrRefuse(inputSchema, input)),
    part(() => imagesIn(input)),
  );
  const { timeoutMs: limit, ...rest } = options ?? optionsInputSchema.parse({});
  return {
    id: id ?? makeId(),
    images,
    imageFields: images.length === 1 ? ["image"] : images.map((_, index) => `image.${index}`),
    response,
    prompt: prompt ?? null,
    options: optionsOf({ ...rest, timeout_ms: limit }),
  };
}

function imagesIn(input: unknown): readonly EncodedImage[] {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return [];
  const image: unknown = "image" in input ? input.image : undefined;
  if (!Array.isArray(image)) return [imageOf(image, "image")];
  if (image.length === 0) throw refusal([{ path: "image", message: "there is no image; give at least one" }]);
  return all(image.map((one: unknown, index) => part(() => imageOf(one, `image.${index}`))));
}

function imageOf(image: unknown, path: string): EncodedImage {
  if (image === undefined || image === null) throw refusal([{ path, message: "is missing" }]);
  const source = typeof image === "string" ? sourceOf(image, path) : image instanceof Uint8Array ? { type: "bytes", bytes: image } : image;
  const encoded = parseOrRefuse(encodedSchema, source, path);
  if (encoded.type === "bytes" && encoded.bytes.byteLength === 0) throw refusal([{ path, message: "is empty; give the image's bytes" }]);
  return encoded;
}

/** A word for an image as people write it: a data: URI, else the path of a file. @throws YaffleError image_fetch_blocked */
export function sourceOf(text: string, path: string): EncodedImage {
  if (text === "") throw refusal([{ path, message: "is empty; give a file" }]);
  if (/^https?:\/\//i.test(text)) return refuseFetching(path);
  return /^data:/i.test(text) ? { type: "data_uri", text } : { type: "file", path: text };
}
