/**
 * A request as JSON has it, and the parts of it that every door shares. Types and names are checked here; what needs limits (how many
 * images, how long a response) is checked by the core, so that it holds on every door.
 */
import { z } from "zod";
import { YaffleError } from "../domain/error.js";
import type { Options } from "../domain/options.js";
import { all, both, parseOrRefuse, part, refusal } from "./faults.js";
import { optionsOf, optionsSchema } from "./options.js";
import { responseSchema, textSchema } from "./text.js";

const MAX_ID_CHARACTERS = 200;

const fields = {
  id: textSchema.min(1).max(MAX_ID_CHARACTERS).optional().meta({ description: "Comes back as the report's; made where it is left out." }),
  response: responseSchema.meta({ description: "What the model wrote about the picture; at most 20,000 characters." }),
  prompt: textSchema.nullable().optional().meta({ description: 'What the model was asked. Without it a bare "Yes." cannot be judged.' }),
  options: optionsSchema.optional(),
};

/** The request but for its images, which each door carries in its own way. */
export const wordingSchema = z.strictObject(fields);

export const imageSchema = z
  .strictObject({
    base64: z.string().optional().meta({ description: "The bytes of a JPEG, PNG, WebP, GIF or AVIF in base64." }),
    data: z.string().optional().meta({ description: "The same as a data: URI." }),
    url: z.string().optional().meta({ description: "Refused with image_fetch_blocked: this service fetches nothing." }),
  })
  .meta({ id: "Image", description: "Exactly one of the fields." });

export const requestSchema = z
  .strictObject({ image: imageSchema.optional(), images: z.array(imageSchema).optional(), ...fields })
  .meta({ id: "CorrectionRequest", description: "A picture (or several) and what was said about it. Exactly one of image and images." });

export type WireImage = z.infer<typeof imageSchema>;

/** An image in the form in which a request carries it; one of the sources that image/ reads. */
export type EncodedImage =
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "bytes"; readonly bytes: Uint8Array }
  | { readonly type: "base64"; readonly text: string }
  | { readonly type: "data_uri"; readonly text: string };

/** What the core takes. */
export interface ReadRequest {
  readonly id: string;
  readonly images: readonly EncodedImage[];
  /** How the caller calls each image: "image.base64". */
  readonly imageFields: readonly string[];
  readonly response: string;
  readonly prompt: string | null;
  readonly options: Options;
}

/** An image, and how the caller calls it. */
export interface NamedImage {
  readonly image: EncodedImage;
  readonly field: string;
}

/** How a door calls the images of a request, together and each. */
export interface ImageNames {
  readonly all: string;
  readonly one: (index: number) => string;
}

const LIST_NAMES: ImageNames = { all: "images", one: (index) => `images.${index}` };

/**
 * A request out of a parsed JSON body.
 * @param makeId for a request that names none
 * @throws YaffleError invalid_request with every fault; image_fetch_blocked
 */
export function readJsonRequest(body: unknown, makeId: () => string): ReadRequest {
  const [{ image, images, ...wording }, pictures] = both(
    part(() => parseOrRefuse(requestSchema, body)),
    part(() => imagesIn(body)),
  );
  return withImages(wording, pictures, makeId);
}

/**
 * A request whose images came beside its words: multipart, gRPC, the command line.
 * @param readImages its faults are told together with those of the words
 * @param names those of a list called "images" where it is left out
 * @throws YaffleError invalid_request with every fault; image_fetch_blocked
 */
export function readRequest(
  wording: unknown,
  readImages: () => readonly EncodedImage[],
  makeId: () => string,
  names: ImageNames = LIST_NAMES,
): ReadRequest {
  const [words, images] = both(
    part(() => parseOrRefuse(wordingSchema, wording)),
    part(() => namedImages(readImages(), names)),
  );
  return withImages(words, images, makeId);
}

function namedImages(images: readonly EncodedImage[], names: ImageNames): readonly NamedImage[] {
  if (images.length === 0) throw refusal([{ path: names.all, message: "there is no image; send at least one" }]);
  const named = images.map((image, index) => ({ image, field: names.one(index) }));
  const empty = named.filter(({ image }) => image.type === "bytes" && image.bytes.byteLength === 0);
  if (empty.length === 0) return named;
  throw refusal(empty.map(({ field }) => ({ path: field, message: "is empty; send the image's bytes" })));
}

/** @throws YaffleError image_fetch_blocked */
export function refuseFetching(path: string): never {
  const message = "Yaffle does not fetch images by URL; send the bytes of the image instead";
  throw new YaffleError("image_fetch_blocked", `${path}: ${message}.`, { faults: [{ path, message }] });
}

function withImages(wording: z.output<typeof wordingSchema>, images: readonly NamedImage[], makeId: () => string): ReadRequest {
  return {
    id: wording.id ?? makeId(),
    images: images.map(({ image }) => image),
    imageFields: images.map(({ field }) => field),
    response: wording.response,
    prompt: wording.prompt ?? null,
    options: optionsOf(wording.options ?? optionsSchema.parse({})),
  };
}

const picturesSchema = requestSchema.pick({ image: true, images: true }).strip();

/** The pictures of a body whose pictures have the right form; of another the schema says what is wrong. */
function imagesIn(body: unknown): readonly NamedImage[] {
  const read = picturesSchema.safeParse(body);
  if (!read.success) return [];
  const { image, images } = read.data;
  if (image !== undefined && images !== undefined) throw refusal([{ path: "images", message: "stands beside image; send one of the two" }]);
  if (image !== undefined) return [encodedImage(image, "image")];
  if (images === undefined || images.length === 0) throw refusal([{ path: "image", message: "is missing" }]);
  return all(images.map((one, index) => part(() => encodedImage(one, `images.${index}`))));
}

/** @throws YaffleError invalid_request, image_fetch_blocked */
export function encodedImage({ base64, data, url }: WireImage, path: string): NamedImage {
  const given = [base64, data, url].filter((one) => one !== undefined).length;
  if (given !== 1) throw refusal([{ path, message: `has ${given} of base64, data and url; send exactly one` }]);
  if (url !== undefined) return refuseFetching(`${path}.url`);
  const source: EncodedImage = base64 !== undefined ? { type: "base64", text: base64 } : { type: "data_uri", text: data ?? "" };
  const field = `${path}.${base64 !== undefined ? "base64" : "data"}`;
  if (source.text === "") throw refusal([{ path: field, message: "is empty; send the image's bytes" }]);
  return { image: source, field };
}
