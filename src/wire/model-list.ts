/** The models that can be chatted with, as OpenAI lists them. */
import { z } from "zod";

const modelSchema = z
  .strictObject({ id: z.string(), object: z.literal("model"), created: z.int(), owned_by: z.string() })
  .meta({ id: "Model" });

export const modelListSchema = z
  .strictObject({ object: z.literal("list"), data: z.array(modelSchema) })
  .meta({ id: "ModelList", description: "Chat models behind this service, in OpenAI's shape; the experts are under /v1/experts." });

export const EMPTY_MODEL_LIST: z.infer<typeof modelListSchema> = { object: "list", data: [] };
