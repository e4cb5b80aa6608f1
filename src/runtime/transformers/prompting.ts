/** How each architecture wants to be asked: its prompt, and the picture beside it. */
import type { Processor } from "@huggingface/transformers";
import { type Fitting, resized, takeOver, toImage } from "./fitting.js";
import type { Pixels } from "./messages.js";
import { type Feeds, loadImageProcessor, loadTokenizer, type Source } from "./parts.js";

export const ANSWERERS = ["smolvlm", "idefics3", "qwen2_vl", "qwen2_5_vl", "llava", "florence2", "moondream1"] as const;

/** Of those that take pictures of any size: more makes them slow, and shows them little. */
const MAX_SIDE = 768;

/** From a picture and a question to what the model takes. */
export type Prepare = (picture: Pixels, question: string) => Promise<Feeds>;
type MakePrepare = (source: Source) => Promise<Prepare>;

const WAYS: Readonly<Record<(typeof ANSWERERS)[number], MakePrepare>> = {
  smolvlm: askOnOneSquare,
  idefics3: askOnOneSquare,
  qwen2_vl: askInChat,
  qwen2_5_vl: askInChat,
  llava: askInChatPictureFirst,
  florence2: askPlainly,
  moondream1: askInWords,
};

/** @throws Error for an architecture that is none of them */
export function promptingFor(source: Source): Promise<Prepare> {
  const { architecture } = source.folder;
  const way = Object.entries(WAYS).find(([name]) => name === architecture)?.[1];
  if (way === undefined) throw new Error(`how ${architecture} is asked is not known`);
  return way(source);
}

/**
 * SmolVLM and Idefics3 cut a picture into many squares, which makes them many times slower and helps with small print. A question about
 * one thing or a scene needs one square, and the picture is brought to it here (see fitting.ts).
 */
async function askOnOneSquare(source: Source): Promise<Prepare> {
  const { library } = source;
  const processor = await loadProcessor(source);
  const images = processor.image_processor;
  if (images === undefined) throw new Error("its processor takes no pictures");
  const settings: Readonly<Record<string, unknown>> = { ...images.config };
  const side = longestEdgeOf(settings["max_image_size"]);
  images.do_resize = false;
  return async (picture, question) => {
    const square = toImage(library, await resized(picture, { width: side, height: side }, "lanczos3"));
    return processor(chatPrompt(processor, question), [square], { do_image_splitting: false });
  };
}

function longestEdgeOf(size: unknown): number {
  const side = typeof size === "object" && size !== null && "longest_edge" in size ? size.longest_edge : null;
  if (typeof side !== "number") throw new Error("its processor names no max_image_size");
  return side;
}

async function askInChat(source: Source): Promise<Prepare> {
  const processor = await loadProcessor(source);
  return async (picture, question) => processor(chatPrompt(processor, question), [await bounded(source, picture)]);
}

async function askInChatPictureFirst(source: Source): Promise<Prepare> {
  const { processor, toSize } = await resizing(source);
  return async (picture, question) => processor([await toSize(picture)], chatPrompt(processor, question));
}

/** Florence-2 was taught on tasks; what is no task's prompt is taken as it stands. */
async function askPlainly(source: Source): Promise<Prepare> {
  const { processor, toSize } = await resizing(source);
  return async (picture, question) => processor([await toSize(picture)], question);
}

/** Side of the patches that Moondream sees a square in; each has a place of its own in the prompt, or the library refuses it. */
const MOONDREAM_PATCH = 14;

async function askInWords(source: Source): Promise<Prepare> {
  const [images, tokenizer] = await Promise.all([loadImageProcessor(source), loadTokenizer(source)]);
  const { toSize } = takeOver(source.library, images);
  return async (picture, question): Promise<Feeds> => {
    const seen: Feeds = await images([await toSize(picture)]);
    const [height = 0, width = 0] = seen["pixel_values"]?.dims.slice(-2) ?? [];
    const places = Math.floor(height / MOONDREAM_PATCH) * Math.floor(width / MOONDREAM_PATCH);
    return { ...tokenizer(`${"<image>".repeat(places)}\n\nQuestion: ${question}\n\nAnswer:`), ...seen };
  };
}

/** A processor whose pictures are brought to its size here (see fitting.ts). */
async function resizing(source: Source): Promise<{ readonly processor: Processor; readonly toSize: Fitting["toSize"] }> {
  const processor = await loadProcessor(source);
  if (processor.image_processor === undefined) throw new Error("its processor takes no pictures");
  return { processor, toSize: takeOver(source.library, processor.image_processor).toSize };
}

function loadProcessor({ library, folder }: Source): Promise<Processor> {
  return library.AutoProcessor.from_pretrained(folder.path, { local_files_only: true });
}

function chatPrompt(processor: Processor, question: string): string {
  const content = [{ type: "image" }, { type: "text", text: question }];
  const prompt: unknown = processor.apply_chat_template([{ role: "user", content }] as never, { add_generation_prompt: true });
  if (typeof prompt !== "string") throw new Error("its chat template gives no text");
  return prompt;
}

async function bounded({ library }: Source, picture: Pixels): Promise<ReturnType<typeof toImage>> {
  const share = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
  const size = { width: Math.max(1, Math.round(picture.width * share)), height: Math.max(1, Math.round(picture.height * share)) };
  return toImage(library, await resized(picture, size, "lanczos3"));
}
