/** Detectors that find what is named in words: OWL-ViT, OWLv2 and Grounding DINO. */
import type { ImageProcessor, PreTrainedModel, PreTrainedTokenizer, Tensor } from "@huggingface/transformers";
import { corners, sigmoid } from "./detection.js";
import { type Fitting, squared, takeOver } from "./fitting.js";
import type { Found, Pixels } from "./messages.js";
import { floatsOf, type Loaded, loadImageProcessor, loadModel, loadTokenizer, runModel, type Source } from "./parts.js";

export const FINDERS = ["owlvit", "owlv2", "grounding-dino"] as const;

interface Finder {
  readonly source: Source;
  readonly model: PreTrainedModel;
  readonly processor: ImageProcessor;
  readonly tokenizer: PreTrainedTokenizer;
  readonly toSize: Fitting["toSize"];
}

export async function loadFinding(source: Source): Promise<Loaded<"find">> {
  const { library, folder } = source;
  const [model, processor, tokenizer] = await Promise.all([
    loadModel(library.AutoModelForZeroShotObjectDetection, source),
    loadImageProcessor(source),
    loadTokenizer(source),
  ]);
  const finder = { source, model, processor, tokenizer, toSize: takeOver(library, processor).toSize };
  const find = folder.architecture === "grounding-dino" ? findInSentences : findByQueries;
  return {
    labels: [],
    perform: ({ picture, phrases }, isLeft) => find(finder, picture, phrases, isLeft),
    dispose: async () => {
      await model.dispose();
    },
  };
}

/** One run for all phrases: each is weighed against the places by itself. */
async function findByQueries(
  { source, model, processor, tokenizer, toSize }: Finder,
  picture: Pixels,
  phrases: readonly string[],
): Promise<readonly Found[]> {
  const { folder } = source;
  // OWLv2 was taught on squares, and the library would stretch the picture to one.
  const shown = folder.architecture === "owlv2" ? await squared(picture) : picture;
  const { pixel_values } = await processor([await toSize(shown)]);
  const words = tokenizer([...phrases], { padding: "max_length", truncation: true });
  const outputs = await runModel(model, { ...words, pixel_values });
  const { values, shape } = floatsOf(outputs, "logits");
  const boxes = unsquared(corners(floatsOf(outputs, "pred_boxes").values), picture, shown);
  const queries = shape.at(-1) ?? 0;
  return phrases.map((_, query) => ({
    boxes,
    scores: Float32Array.from({ length: values.length / queries }, (_place, place) => sigmoid(values[place * queries + query] ?? 0)),
    classes: 1,
  }));
}

/**
 * A run a phrase. In one sentence they would change each other's scores and boxes, and what is said of a thing must not hang on what else
 * was asked.
 */
async function findInSentences(
  { source, model, processor, tokenizer, toSize }: Finder,
  picture: Pixels,
  phrases: readonly string[],
  isLeft: () => boolean,
): Promise<readonly Found[]> {
  const { pixel_values } = await processor([await toSize(picture)]);
  const found: Found[] = [];
  for (const phrase of phrases) {
    if (isLeft()) throw new Error("nobody waits for it any more");
    const words = tokenizer([`${phrase.toLowerCase()}.`], { truncation: true });
    const outputs = await runModel(model, { ...words, pixel_values, pixel_mask: wholeMask(source, pixel_values) });
    const { values, shape } = floatsOf(outputs, "logits");
    const tokens = shape.at(-1) ?? 0;
    const scores = Float32Array.from({ length: values.length / tokens }, (_, place) =>
      best(values.subarray(place * tokens, (place + 1) * tokens)),
    );
    found.push({ boxes: corners(floatsOf(outputs, "pred_boxes").values), scores, classes: 1 });
  }
  return found;
}

function best(logits: Float32Array): number {
  return sigmoid(logits.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY));
}

/** Every point of the picture counts. */
function wholeMask({ library }: Source, pixels: Tensor): Tensor {
  const [pictures = 1, , height = 1, width = 1] = pixels.dims;
  return new library.Tensor("int64", new BigInt64Array(pictures * height * width).fill(1n), [pictures, height, width]);
}

/** Fractions of the square to fractions of the picture in it. */
function unsquared(boxes: Float32Array, picture: Pixels, { width, height }: Pixels): Float32Array {
  const [across, down] = [width / picture.width, height / picture.height];
  return boxes.map((side, index) => side * (index % 2 === 0 ? across : down));
}
