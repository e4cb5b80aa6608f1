/** The form of models/registry.json: what each model is, where it comes from, how its files are known, how its scores are read. */
import { z } from "zod";
import { sourceSchema } from "./source.js";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");

/** Of a network that a reader of experts/detector knows: its scores can be read without more than its file. */
const architectureSchema = z.enum(["centernet", "deim", "detr", "yolox"]);

/** Of a model that takes phrases in place of classes: one curve for all of them. */
const openArchitectureSchema = z.enum(["grounding-dino", "owlv2", "owlvit"]);

export const ROLES = ["detector", "answerer", "scorer", "text_reader", "extractor", "corrector"] as const;

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

const common = {
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  role: z.enum(ROLES),
  /** The kind of network, in the words of those who made it. */
  architecture: z.string().regex(/^[a-z0-9-]+$/),
  /** What it is run with: a reader of this product on onnxruntime, or the optional library for language and vision models. */
  runner: z.enum(["onnx", "transformers"]),
  description: z.string(),
  licence: z.string(),
  attribution: z.string(),
  /** In words, for people: layout, range and size of the input. */
  input: z.string(),
  /** What a detector can name; "open" for any words, and for those that name nothing. */
  classes: z.union([z.enum(["open", "coco"]), z.array(z.string()).min(1)]),
  /** Null where none was fitted: a network of a known architecture then has that of its kind. */
  calibration: curvesSchema.nullable(),
  /** How many times a detector's word counts beside another's where it is named first; left out where that was not fitted. */
  lead: z.number().positive().optional(),
  /** What a run takes, roughly. */
  memoryMebibytes: z.int().positive(),
};

/** A file that is only read from an installed package. */
const packagedFileSchema = z.strictObject({ source: sourceSchema, sha256, bytes: z.int().positive() });

/** Made by the converter that bears the architecture's name, from `sources` in this order. */
const convertedSchema = z.strictObject({
  ...common,
  origin: z.literal("converted"),
  /** The name holds the first digits of the sha256, so that a new release never meets an old file under it. */
  file: z.strictObject({ path: z.string().regex(/^[\w.-]+$/), sha256, bytes: z.int().positive() }),
  sources: z.array(packagedFileSchema).min(1),
});

/** An installed package brings it as it is run; the files are read where they lie, in the order in which the expert's loader takes them. */
const packagedSchema = z.strictObject({ ...common, origin: z.literal("packaged"), files: z.array(packagedFileSchema).min(1) });

/** Fetched on demand into a folder of its own, from the first source of each file that gives it. */
const fetchedSchema = z.strictObject({
  ...common,
  origin: z.literal("fetched"),
  files: z
    .array(
      z.strictObject({
        /** Inside the model's own folder. */
        path: z.string().regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/),
        sources: z.array(sourceSchema).min(1),
        /** Null: unpinned. What the first pull gets is then written down, and held to. */
        sha256: sha256.nullable(),
        bytes: z.int().positive().nullable(),
      }),
    )
    .min(1),
});

const entrySchema = z.discriminatedUnion("origin", [convertedSchema, packagedSchema, fetchedSchema]);

export const registrySchema = z.strictObject({
  models: z.array(entrySchema),
  /** For networks without a calibration of their own, known by their architecture alone: rougher than that of the very model. */
  architectures: z.array(
    z.strictObject({ architecture: z.union([architectureSchema, openArchitectureSchema]), calibration: curvesSchema }),
  ),
  /** Log-odds that an everyday photograph holds the class. */
  frequencies: z.record(z.string(), z.number()),
  /** How easy a class is to detect at all, 0 to 1: the average precision that a published detector reached on it. */
  ease: z.record(z.string(), z.number().min(0).max(1)),
});

export type ModelEntry = z.infer<typeof entrySchema>;
export type ConvertedModel = z.infer<typeof convertedSchema>;
export type PackagedModel = z.infer<typeof packagedSchema>;
export type FetchedModel = z.infer<typeof fetchedSchema>;
export type FetchedFile = FetchedModel["files"][number];
export type PackagedFile = z.infer<typeof packagedFileSchema>;
export type Registry = z.infer<typeof registrySchema>;
export type Architecture = z.infer<typeof architectureSchema>;
export type OpenArchitecture = z.infer<typeof openArchitectureSchema>;
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
