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

/** Weights of a logistic regression; what each multiplies stands in experts/detector/fusion.ts. 0 where an effort has no such look. */
const weightsSchema = z.strictObject({
  bias: z.number(),
  whole: z.number(),
  disagreement: z.number(),
  tiles: z.number(),
  rival: z.number(),
  area: z.number(),
  frequency: z.number(),
  ease: z.number(),
  easeTimesWhole: z.number(),
});

const effortsSchema = z.strictObject({ glance: weightsSchema, thorough: weightsSchema });

/** `presence`: that the picture holds at least one; `box`: that a box holds one. */
const curvesSchema = z.strictObject({ presence: effortsSchema, box: effortsSchema });

const architectureSchema = z.enum(["centernet", "deim", "yolox"]);

const entrySchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  role: z.literal("detector"),
  architecture: architectureSchema,
  description: z.string(),
  licence: z.string(),
  attribution: z.string(),
  file: fileSchema,
  /** The file is made from these, in this order, by the converter that bears the architecture's name. */
  sources: z.array(sourceSchema).min(1),
  /** In words, for people: layout, range and size of the input. */
  input: z.string(),
  classes: z.union([z.literal("open"), z.array(z.string()).min(1)]),
  calibration: curvesSchema,
});

/** A model that an installed package brings as it is run; its files are read where they lie. */
const packagedSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  role: z.literal("text_reader"),
  description: z.string(),
  licence: z.string(),
  attribution: z.string(),
  /** In the order in which the expert's loader takes them. */
  files: z.array(sourceSchema).min(1),
  input: z.string(),
});

export const registrySchema = z.strictObject({
  models: z.array(entrySchema),
  packaged: z.array(packagedSchema),
  /** For a file of the user's own, known by its architecture alone: rougher than a calibration of the very model. */
  architectures: z.array(z.strictObject({ architecture: architectureSchema, calibration: curvesSchema })),
  /** Log-odds that an everyday photograph holds the class. */
  frequencies: z.record(z.string(), z.number()),
  /** How easy a class is to detect at all, 0 to 1: the average precision that a published detector reached on it. */
  ease: z.record(z.string(), z.number().min(0).max(1)),
});

export type ModelEntry = z.infer<typeof entrySchema>;
export type ModelSource = z.infer<typeof sourceSchema>;
export type Registry = z.infer<typeof registrySchema>;
export type Architecture = z.infer<typeof architectureSchema>;
export type CalibrationWeights = z.infer<typeof weightsSchema>;
export type CalibrationCurves = z.infer<typeof curvesSchema>;

export interface ClassFacts {
  /** Log-odds that an everyday photograph holds the class. */
  readonly frequency: number;
  /** How easy the class is to detect at all, 0 to 1. */
  readonly ease: number;
}

/** The curves of a model with the facts of each of its classes, in the order of the classes. */
export interface Calibration extends CalibrationCurves {
  readonly classFacts: readonly ClassFacts[];
}
