/** Yaffle's own rows: `{"id", "image" or "images", "response", "prompt"?, "model"?, "options"?}`; other fields are passed over. */
import { z } from "zod";
import { parseOrRefuse, refusal } from "../../wire/faults.js";
import { optionsOf, optionsSchema } from "../../wire/options.js";
import { textSchema } from "../../wire/text.js";
import { idField, optionalText, promptField } from "./fields.js";
import type { Format } from "./format.js";

const rowSchema = z.object({
  id: idField,
  image: z.string().optional(),
  images: z.array(z.string()).min(1, "is empty; name at least one").optional(),
  response: textSchema,
  prompt: promptField,
  model: optionalText,
  options: optionsSchema.optional(),
});

export const ownFormat: Format = {
  idField: "id",
  read: async (value, _position, context) => {
    const { id, image, images, response, prompt, model, options } = parseOrRefuse(rowSchema, value);
    if (image !== undefined && images !== undefined)
      throw refusal([{ path: "images", message: "stands beside image; give one of the two" }]);
    if (image === undefined && images === undefined) throw refusal([{ path: "image", message: "is missing" }]);
    return {
      id,
      images:
        image === undefined
          ? (images ?? []).map((one, index) => context.images.named(one, `images.${index}`))
          : [context.images.named(image, "image")],
      response,
      prompt,
      model,
      options: options === undefined ? context.options : optionsOf(options),
    };
  },
};
