/** Fields that several formats share. */
import { z } from "zod";
import { textSchema } from "../../wire/text.js";

/** Ids are compared as text; files write them either way. */
export const idField = z.union([textSchema.min(1), z.int().transform(String)], {
  error: ({ input }) => (input === undefined ? "is missing" : "must be a string or a whole number"),
});

export const optionalText = textSchema.nullish().transform((text) => text ?? null);

/** Some datasets keep the turns of a prompt in a list: they are its lines. */
export const promptField = z
  .union([textSchema, z.array(textSchema).transform((turns) => turns.join("\n"))], { error: "must be a string or a list of strings" })
  .nullish()
  .transform((prompt) => prompt ?? null);
