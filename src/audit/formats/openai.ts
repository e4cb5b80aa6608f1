/** OpenAI's batch lines: `{"custom_id", "method": "POST", "url": "/v1/correct", "body"}`, the body as /v1/correct takes it. */
import { z } from "zod";
import { parseOrRefuse } from "../../wire/faults.js";
import { readJsonRequest } from "../../wire/request.js";
import { idField } from "./fields.js";
import type { Format } from "./format.js";

const lineSchema = z.object({
  custom_id: idField,
  method: z.literal("POST"),
  url: z.literal("/v1/correct"),
  body: z.looseObject({}),
});

export const openaiFormat: Format = {
  idField: "custom_id",
  read: async (value, _position, { options }) => {
    const { custom_id: id, body } = parseOrRefuse(lineSchema, value);
    const request = readJsonRequest(body, () => id);
    return {
      id,
      images: request.images,
      response: request.response,
      prompt: request.prompt,
      model: null,
      options: "options" in body ? request.options : options,
    };
  },
};
