/**
 * The request message. Protocol Buffers readers put U+FFFD where a string is not UTF-8; the text that was checked would then not be the
 * text that was sent. So the bytes are looked at first.
 */
import { isUtf8 } from "node:buffer";
import protobuf from "protobufjs";
import { z } from "zod";
import type { Fault } from "../../domain/error.js";
import { all, part, refusal } from "../../wire/faults.js";
import { type EncodedImage, type ReadRequest, readRequest, refuseFetching } from "../../wire/request.js";

/** Field numbers of CorrectRequest whose type is string. */
const TEXT_FIELDS: ReadonlyMap<number, string> = new Map([
  [1, "id"],
  [3, "response"],
  [4, "prompt"],
]);

const LENGTH_DELIMITED = 2;

const messageSchema = z.object({
  id: z.string(),
  images: z.array(z.object({ data: z.instanceof(Uint8Array).optional(), url: z.string().optional() })),
  response: z.string(),
  prompt: z.string().optional(),
  options: z
    .object({
      policy: z.string().optional(),
      boxes: z.boolean().optional(),
      kinds: z.array(z.string()),
      pipeline: z.string().optional(),
      timeout_ms: z.number().optional(),
    })
    .nullish(),
});

/** The strings of an encoded CorrectRequest that are not UTF-8. */
export function textFaults(bytes: Uint8Array): readonly Fault[] {
  const faults: Fault[] = [];
  const reader = protobuf.Reader.create(bytes);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const name = TEXT_FIELDS.get(tag >>> 3);
    if (name !== undefined && (tag & 7) === LENGTH_DELIMITED) {
      if (!isUtf8(reader.bytes())) faults.push({ path: name, message: "is not valid UTF-8; encode it as UTF-8" });
    } else {
      reader.skipType(tag & 7);
    }
  }
  return faults;
}

/** @throws YaffleError invalid_request, image_fetch_blocked */
export function readMessage(message: unknown, makeId: () => string): ReadRequest {
  const read = messageSchema.parse(message);
  return readRequest(wordingOf(read), () => imagesOf(read), makeId);
}

/** The message as the body of a request, its pictures in base64. @throws YaffleError invalid_request, image_fetch_blocked */
export function wireRequest(message: unknown): { readonly id?: string; readonly images: readonly object[]; readonly response: string } {
  const read = messageSchema.parse(message);
  const images = imagesOf(read).map(({ bytes }) => ({ base64: Buffer.from(bytes).toString("base64") }));
  return { ...wordingOf(read), images };
}

function wordingOf({ id, response, prompt, options }: z.output<typeof messageSchema>) {
  return {
    ...(id !== "" && { id }),
    response,
    ...(prompt !== undefined && { prompt }),
    ...(options && { options: withoutEmpty(options) }),
  };
}

/** A repeated field cannot be absent: no kinds means all. */
function withoutEmpty({ kinds, ...options }: { readonly kinds: readonly string[] }): object {
  return kinds.length === 0 ? options : { ...options, kinds };
}

function imagesOf({ images }: z.output<typeof messageSchema>): readonly ReturnType<typeof imageOf>[] {
  return all(images.map((image, index) => part(() => imageOf(image, index))));
}

function imageOf(
  { data, url }: { readonly data?: Uint8Array | undefined; readonly url?: string | undefined },
  index: number,
): EncodedImage & { readonly type: "bytes" } {
  if (url !== undefined) return refuseFetching(`images.${index}.url`);
  if (data === undefined) throw refusal([{ path: `images.${index}`, message: "is empty; send the image's bytes as data" }]);
  return { type: "bytes", bytes: data };
}
