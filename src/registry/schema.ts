/** The form of models/registry.json: what each model is, where it comes from, how its file is known, how its scores are read. */
import { z } from "zod";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");

const fileSchema = z.strictObject({
  /** Inside the models folder; holds the first digits of the sha256, so that a new release never meets an old file under its name. */
  path: z.string().regex(/^[\w.-]+$/),
  sha256,
  bytes: z.int().positive(),
});

const sourceSchema = z.strictObject({
  package: z.string(),
  /** The release that the digests belong to. */
  version: z.string(),
  /** Inside the package. */
  path: z.string(),
  sha256,
  bytes: z.int().positive(),
});

/** p = 1 / (1 + exp(-(bias + slope · logit(score)))). */
const curveSchema = z.strictObject({ bias: z.number(), slope: z.number() });

const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  role: z.literal("detector"),
  architecture: z.literal("centernet"),
  description: z.string(),
  licence: z.string(),
  attribution: z.string(),
  file: fileSchema,
  /** The file is made from these, in this order, by the converter that bears the architecture's name. */
  sources: z.array(sourceSchema).min(1),
  /** In words, for people: layout, range and size of the input. */
  input: z.string(),
  classes: z.union([z.literal("open"), z.array(z.string()).min(1)]),
});

export const registrySchema = z.strictObject({ models: z.array(entrySchema) });

export type ModelEntry = z.infer<typeof entrySchema>;
export type ModelSource = z.infer<typeof sourceSchema>;
export type Registry = z.infer<typeof registrySchema>;
export type CurveParameters = z.infer<typeof curveSchema>;
