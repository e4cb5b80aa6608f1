/** CHAIR's captions: `{"image_id", "caption"}` a line, as `yaffle score chair` reads them. */
import { z } from "zod";
import { parseOrRefuse } from "../../wire/faults.js";
import { textSchema } from "../../wire/text.js";
import { idField, optionalText } from "./fields.js";
import type { Format } from "./format.js";

const rowSchema = z.object({ image_id: idField, caption: textSchema, model: optionalText });

export const chairFormat: Format = {
  idField: "image_id",
  read: async (value, _position, { images, options }) => {
    const { image_id: id, caption, model } = parseOrRefuse(rowSchema, value);
    return { id, images: [await images.numbered(id, "image_id")], response: caption, prompt: null, model, options };
  },
};
