/** Fields that several formats share. */
import { z } from "zod";
import { textSchema } from "../../wire/text.js";

/** Ids are compared as text; files write them either way. */
export const idField = z.union([textSchema.min(1), z.int().transform(String)], { error: "must be a string or a whole number" });

export const optionalText = textSchema.nullish().transform((text) => text ?? null);
