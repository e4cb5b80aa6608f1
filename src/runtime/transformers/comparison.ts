/** Models that say how well words toSize a picture: CLIP and SigLIP. */
import { takeOver } from "./fitting.js";
import { floatsOf, type Loaded, loadImageProcessor, loadModel, loadTokenizer, runModel, type Source } from "./parts.js";

export const COMPARERS = ["clip", "siglip"] as const;

export async function loadComparison(source: Source): Promise<Loaded<"compare">> {
  const { library, folder } = source;
  const [model, processor, tokenizer] = await Promise.all([
    loadModel(library.AutoModel, source),
    loadImageProcessor(source),
    loadTokenizer(source),
  ]);
  const { toSize } = takeOver(library, processor);
  // SigLIP was taught on texts of one length, filled up, and knows no mask that would hide the filling.
  const padding = folder.architecture === "siglip" ? "max_length" : true;
  return {
    labels: [],
    perform: async ({ picture, texts }) => {
      const { pixel_values } = await processor([await toSize(picture)]);
      const words = tokenizer([...texts], { padding, truncation: true });
      return [...floatsOf(await runModel(model, { ...words, pixel_values }), "logits_per_image").values];
    },
    dispose: async () => {
      await model.dispose();
    },
  };
}
